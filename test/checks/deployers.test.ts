import { describe, expect, it } from 'vitest';
import { place } from '../workload/reading.ts';
import { type Case, findingsOf, messagesOf } from './findings.ts';

const card = 'components: [Azure Storage]\n';

describe('ACC405: a component with no deployer', () => {
  const deployer = `${card}kind: agent\nidentity: id-{env}\nsponsor: Lead\nduties: [deploy]\n`;
  const agent = `${card}kind: agent\nidentity: id-{env}\nsponsor: Lead\n`;
  const other = { 'Key Vault': ['A | Stage | Key Vault Reader', 'A | Production | Key Vault Reader'] };
  const people = ['P1 | Dev | Reader', 'P1 | Stage | Reader', 'P1 | Production | Reader'];
  const of = (more: Partial<Case>): Case => ({ personas: { P1: card, A: deployer }, ...more });

  it.each<[string, Case, string[]]>([
    [
      'nobody in Stage and Production',
      of({ rows: { ...other, 'Azure Storage': people } }),
      ['nobody deploys Azure Storage to Stage and Production'],
    ],
    [
      'nobody in Production alone',
      of({ rows: { 'Azure Storage': [...people, 'A | Stage | Reader'] } }),
      ['nobody deploys Azure Storage to Production'],
    ],
    ['any role of a deployer counts', of({ rows: { 'Azure Storage': [...people, 'A | all | Reader'] } }), []],
    [
      'Stage is no target where nobody deploys anything to it',
      of({ rows: { 'Azure Storage': [...people, 'A | Production | Reader'] } }),
      [],
    ],
    [
      'an agent that only reads is no deployer',
      of({
        personas: { P1: card, A: agent },
        rows: {
          'Azure Storage': [...people, 'A | all | Reader'],
          'Azure Functions': ['A | Production | Website Contributor'],
        },
      }),
      ['nobody deploys Azure Storage to Production'],
    ],
    [
      'nothing is known where agents only read',
      of({ personas: { P1: card, A: agent }, rows: { 'Azure Storage': [...people, 'A | all | Reader'] } }),
      [],
    ],
    [
      'an agent that writes is one',
      of({
        personas: { P1: card, A: agent },
        rows: { 'Azure Storage': [...people, 'A | all | Storage Account Contributor'] },
      }),
      [],
    ],
    [
      'so is one whose role no list has',
      of({ personas: { P1: card, A: agent }, rows: { 'Azure Storage': [...people, 'A | all | Some role'] } }),
      [],
    ],
    [
      'and an identity that writes',
      of({
        rows: { 'Azure Storage': people },
        identities: { 'Azure Storage': ['id-pipeline | all | Storage Account Contributor'] },
      }),
      [],
    ],
    [
      'nothing is known where only identities of components write',
      of({
        personas: { P1: card },
        rows: { 'Azure Storage': people },
        identities: { 'Azure Functions': ['id-host | all | Website Contributor'] },
      }),
      [],
    ],
    ['nothing is known without deployers', of({ personas: { P1: card }, rows: { 'Azure Storage': people } }), []],
    ['nobody has a role there', of({ rows: { ...other, 'Azure Storage': ['P1 | Dev | Reader'] } }), []],
  ])('%s', async (_, given, expected) => {
    expect(await messagesOf('ACC405', given)).toEqual(expected);
  });

  it('stands at the first role there, about the component', async () => {
    const [found] = await findingsOf(of({ rows: { 'Azure Storage': [...people, 'A | Stage | Reader'] } }), 'ACC405');
    expect(place(found?.location)).toBe('personas/rbac/azure-storage.md:5:21');
    expect(found?.about).toEqual({ component: 'azure-storage', environment: 'production' });
  });
});
