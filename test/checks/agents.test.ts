import { describe, expect, it } from 'vitest';
import { place } from '../workload/reading.ts';
import { type Case, findingsOf, messagesOf } from './findings.ts';

const full = 'identity: id-{env}\nsponsor: Lead\n';
const agent = (more: string, ...rows: string[]): Case => ({
  personas: { A: `kind: agent\n${more}` },
  rows: { Store: rows },
});

describe.each<[string, [string, Case, string[]][]]>([
  [
    'AGT701',
    [
      ['no identity', agent('sponsor: Lead\n'), ['A Persona has no identity of its own']],
      [
        'none where it has a role',
        agent('identity: {Dev: id-a}\n', 'A | all | R'),
        ['A Persona has roles in Stage and Production, but no identity there'],
      ],
      ['one where it has a role', agent('identity: {Dev: id-a}\n', 'A | Dev | R', 'A | Stage | —'), []],
      ['one for each environment', agent(full, 'A | all | R'), []],
      ['a process', { personas: { A: 'kind: process\n' } }, []],
    ],
  ],
  [
    'AGT702',
    [
      ['no sponsor', agent('identity: id-{env}\n'), ['A Persona has no sponsor']],
      [
        'itself',
        agent('identity: id-{env}\nsponsor: a\n'),
        ['the sponsor of A Persona is A Persona, which is no human'],
      ],
      ['a persona', { personas: { A: 'kind: agent\nsponsor: P1\n', P1: '' } }, []],
      ['free text', agent(full), []],
      ['a person without one', { personas: { P1: '' } }, []],
    ],
  ],
  [
    'AGT703',
    [
      [
        'one for all environments',
        agent('identity: id-a\n', 'A | Dev | R', 'A | Production | R'),
        ['A Persona signs in as id-a in Dev and Production'],
      ],
      [
        'one for two of three',
        agent('identity: {Dev: id-a, Stage: id-b, Production: id-b}\n', 'A | all | R'),
        ['A Persona signs in as id-b in Stage and Production'],
      ],
      ['one for each environment', agent(full, 'A | all | R'), []],
      ['roles in one environment only', agent('identity: id-a\n', 'A | Dev | R'), []],
      [
        'one for two teams',
        { personas: { A: 'kind: agent\nteam: X\nidentity: id-a\n', B: 'kind: agent\nteam: Y\nidentity: ID-A\n' } },
        ['B Persona has the identity of A Persona, which belongs to another team'],
      ],
      [
        'one for two agents of a team',
        { personas: { A: 'kind: agent\nteam: X\nidentity: id-a\n', B: 'kind: agent\nteam: X\nidentity: id-a\n' } },
        [],
      ],
    ],
  ],
  [
    'AGT704',
    [
      [
        'eligible',
        agent(full, 'A | all | R | eligible'),
        ['A Persona is only eligible for R on Store in Dev, Stage and Production'],
      ],
      ['standing', agent(full, 'A | all | R'), []],
      ['a person', { personas: { P1: '' }, rows: { Store: ['P1 | Dev | R | eligible'] } }, []],
    ],
  ],
  [
    'AGT705',
    [
      [
        'where another agent lists them',
        { personas: { A: 'kind: agent\n', B: 'kind: agent\ntools: [Open a pull request]\n' } },
        ['A Persona lists no tools'],
      ],
      ['where nobody does', agent(full), []],
      ['a person', { personas: { P1: '', B: 'kind: agent\ntools: [Open a pull request]\n' } }, []],
    ],
  ],
])('%s', (code, cases) => {
  it.each(cases)('%s', async (_, given, expected) => {
    expect(await messagesOf(code, given)).toEqual(expected);
  });
});

describe('findings about agents', () => {
  it('stand at the field, or at the persona when there is none', async () => {
    const found = await findingsOf(agent('identity: id-a\n', 'A | all | R'));
    const ours = found.filter(({ code }) => code.startsWith('AGT'));
    expect(ours.map(({ code, location, about }) => [code, place(location), about])).toEqual([
      ['AGT702', 'personas/A.yaml:1:1', { persona: 'A' }],
      ['AGT703', 'personas/A.yaml:4:1', { persona: 'A' }],
    ]);
  });
});
