import { describe, expect, it } from 'vitest';
import { place } from '../workload/reading.ts';
import { type Case, findingsOf, messagesOf } from './findings.ts';

const duties = (...each: string[]): Case => ({
  personas: Object.fromEntries(each.map((list, nth) => [`P${nth + 1}`, `duties: [${list}]\n`])),
});
const embodied = (given: Case, personas: string): Case => ({
  ...given,
  workload: `people: [{name: Aino, personas: [${personas}]}]\n`,
});

describe.each<[string, [string, Case, string[]][]]>([
  [
    'SOD601',
    [
      ['one persona', duties('deploy, approve'), ['P1 Persona deploys and approves']],
      ['in other words', duties('deploys models, Approval of releases'), ['P1 Persona deploys and approves']],
      [
        'one person through several personas',
        embodied(duties('deploy', 'approve'), 'P1, P2'),
        ['Aino deploys and approves, as P2 Persona and P1 Persona'],
      ],
      [
        'once, when one of the personas does both',
        embodied(duties('deploy, approve', 'approve'), 'P1, P2'),
        ['P1 Persona deploys and approves'],
      ],
      ['two personas', duties('deploy', 'approve'), []],
      [
        'two people',
        {
          ...duties('deploy', 'approve'),
          workload: 'people: [{name: Aino, personas: P1}, {name: Eero, personas: P2}]\n',
        },
        [],
      ],
      [
        'an approver who can write to Production',
        {
          ...duties('approve releases'),
          rows: {
            'Key Vault': [
              'P1 | Dev | Key Vault Secrets Officer',
              'P1 | Production | Key Vault Secrets Officer | eligible | | 1 h | p1 | P6M',
            ],
          },
        },
        [
          'P1 Persona approves, and can write to Key Vault in Production without a second approver: Key Vault Secrets Officer',
        ],
      ],
      [
        'with a second approver, or to read',
        {
          ...duties('approve releases'),
          rows: {
            'Key Vault': [
              'P1 | Production | Key Vault Secrets Officer | eligible | | 1 h | P2 | P6M',
              'P1 | Production | Key Vault Reader',
            ],
          },
        },
        [],
      ],
      ['approving deployments', duties('approve deployments'), []],
      ['approving access', duties('deploy, approve access requests'), []],
    ],
  ],
  [
    'SOD603',
    [
      ['one persona', duties('author, review'), ['P1 Persona is author and reviewer']],
      ['of the same thing', duties('author MLOps, review mlops'), ['P1 Persona is author and reviewer']],
      ['of another thing', duties('author MLOps, review DataOps'), []],
      [
        'one person',
        embodied(duties('review', 'author'), 'P1, P2'),
        ['Aino is author and reviewer, as P1 Persona and P2 Persona'],
      ],
      ['authorising', duties('authorise changes, review'), []],
    ],
  ],
  [
    'SOD602',
    [
      ['by duties', duties('audit, grant access'), ['P1 Persona audits and can give access']],
      [
        'by a role',
        { ...duties('audit'), rows: { 'Key Vault': ['P1 | Dev | User Access Administrator'] } },
        ['P1 Persona audits and can give access through User Access Administrator on Key Vault'],
      ],
      [
        'who gives access and reads the data',
        {
          ...duties('monitor'),
          rows: { 'Azure Storage': ['P1 | Dev | User Access Administrator', 'P1 | all | Storage Blob Data Reader'] },
        },
        [
          'P1 Persona can give access to Azure Storage (User Access Administrator) and uses its data (Storage Blob Data Reader) in Dev',
        ],
      ],
      [
        'in different environments',
        {
          ...duties('monitor'),
          rows: {
            'Azure Storage': ['P1 | Dev | User Access Administrator', 'P1 | Stage | Storage Blob Data Reader'],
          },
        },
        [],
      ],
      ['auditing alone', { ...duties('audit'), rows: { 'Key Vault': ['P1 | Dev | Key Vault Reader'] } }, []],
      ['giving access alone', { ...duties('grant access'), rows: { 'Key Vault': ['P1 | Dev | Owner'] } }, []],
    ],
  ],
])('%s', (code, cases) => {
  it.each(cases)('%s', async (_, given, expected) => {
    expect(await messagesOf(code, given)).toEqual(expected);
  });
});

describe('findings about duties', () => {
  it('stand at the duties of a persona', async () => {
    const [found] = await findingsOf(duties('deploy, approve'), 'SOD601');
    expect(place(found?.location)).toBe('personas/P1.yaml:3:1');
    expect(found).toMatchObject({ severity: 'error', about: { persona: 'P1' } });
  });

  it('stand at a person, and lead to the duties of the personas', async () => {
    const [found] = await findingsOf(embodied(duties('deploy', 'approve'), 'P1, P2'), 'SOD601');
    expect(place(found?.location)).toBe('personas/workload.yaml:1:17');
    expect(found?.related?.map(({ message, location }) => [message, place(location)])).toEqual([
      ['duties of P2 Persona: approve', 'personas/P2.yaml:3:1'],
      ['duties of P1 Persona: deploy', 'personas/P1.yaml:3:1'],
    ]);
  });
});
