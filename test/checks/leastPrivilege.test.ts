import { describe, expect, it } from 'vitest';
import { place } from '../workload/reading.ts';
import { type Case, findingsOf, messagesOf } from './findings.ts';

const agent = 'kind: agent\nidentity: id-{env}\nsponsor: Lead\n';
const storage = (...rows: string[]): Case => ({ personas: { P1: '', A: agent }, rows: { 'Azure Storage': rows } });
const on = (component: string, ...rows: string[]): Case => ({
  personas: { P1: `components: ["${component}"]\n`, A: agent },
  rows: { [component]: rows },
});
const writer = 'Storage Blob Data Contributor';

describe.each<[string, [string, Case, string[]][]]>([
  [
    'LPV501',
    [
      [
        'standing write in Production',
        storage(`P1 | Production | ${writer}`),
        ['P1 Persona can always write to Azure Storage in Production: Storage Blob Data Contributor'],
      ],
      [
        'for all environments, once',
        storage('P1 | all | Owner'),
        ['P1 Persona can always give access to Azure Storage in Production: Owner'],
      ],
      ['eligible', storage(`P1 | Production | ${writer} | eligible`), []],
      ['elsewhere', storage(`P1 | Stage | ${writer}`), []],
      ['an agent', storage(`A | Production | ${writer}`), []],
      ['reading', storage('P1 | Production | Storage Blob Data Reader'), []],
      ['using', on('Azure OpenAI', 'P1 | Production | Cognitive Services OpenAI User'), []],
      ['a role that no list has', storage('P1 | Production | Storage Blob Master'), []],
    ],
  ],
  [
    'LPV502',
    [
      ['Owner', storage('P1 | Dev | Owner'), ['P1 Persona has Owner on Azure Storage in Dev, which can give roles']],
      [
        'Contributor, also of an agent, in several environments',
        storage('A | all | Contributor'),
        ['A Persona has Contributor on Azure Storage in Dev, Stage and Production, a role for everything'],
      ],
      [
        'a role that gives some roles',
        on('Azure AI Foundry', 'P1 | Dev | Foundry Owner'),
        ['P1 Persona has Foundry Owner on Azure AI Foundry in Dev, which can give roles'],
      ],
      [
        'the same, where that is the job',
        { ...on('Azure AI Foundry', 'P1 | Dev | Foundry Owner'), personas: { P1: 'duties: [grant access]\n' } },
        [],
      ],
      ['a contributor of one service', storage('P1 | Dev | Storage Account Contributor'), []],
    ],
  ],
  [
    'LPV503',
    [
      [
        'the same role in every environment',
        storage(`P1 | Dev | ${writer}`, `P1 | Stage | ${writer}`, `P1 | Production | ${writer}`),
        ['P1 Persona has Storage Blob Data Contributor on Azure Storage in every environment'],
      ],
      [
        'in one row',
        storage(`P1 | all | ${writer}`),
        ['P1 Persona has Storage Blob Data Contributor on Azure Storage in every environment'],
      ],
      ['one that only reads', storage('P1 | all | Storage Blob Data Reader'), []],
      ['not in Stage', storage(`P1 | Dev | ${writer}`, `P1 | Production | ${writer}`), []],
      [
        'eligible in Production',
        storage(`P1 | Dev | ${writer}`, `P1 | Stage | ${writer}`, `P1 | Production | ${writer} | eligible`),
        [],
      ],
      ['an agent', storage(`A | all | ${writer}`), []],
    ],
  ],
  [
    'LPV504',
    [
      [
        'more in Production',
        storage('P1 | Dev | Storage Blob Data Reader', `P1 | Production | ${writer} | eligible`),
        [
          'P1 Persona may do more on Azure Storage in Production (Storage Blob Data Contributor) than in Dev (Storage Blob Data Reader)',
        ],
      ],
      [
        'write in Production and decided none in Dev',
        storage('P1 | Dev | —', `P1 | Production | ${writer}`),
        ['P1 Persona may do more on Azure Storage in Production (Storage Blob Data Contributor) than in Dev (nothing)'],
      ],
      ['reading in Production and decided none in Dev', storage('P1 | Dev | —', 'P1 | Production | Reader'), []],
      ['nothing said of Dev', storage(`P1 | Production | ${writer}`), []],
      ['a role in Dev that no list has', storage('P1 | Dev | Some role', `P1 | Production | ${writer}`), []],
      ['as much', storage(`P1 | Dev | ${writer}`, `P1 | Production | ${writer}`), []],
      ['a release agent', storage('A | Dev | —', `A | Production | ${writer}`), []],
    ],
  ],
  [
    'LPV505',
    [
      [
        'a reader that fetches keys',
        storage('P1 | Dev | Reader and Data Access'),
        ['Reader and Data Access lets P1 Persona fetch keys or secrets of Azure Storage in Dev'],
      ],
      [
        'a user role, by its name',
        on('Azure AI Foundry', 'A | Stage | Foundry User'),
        ['Foundry User lets A Persona fetch keys or secrets of Azure AI Foundry in Stage'],
      ],
      [
        'Reader on Log Analytics',
        on('Log Analytics', 'P1 | Dev | Reader'),
        ['Reader lets P1 Persona fetch keys or secrets of Log Analytics in Dev'],
      ],
      ['Reader elsewhere', storage('P1 | Dev | Reader'), []],
      ['keys of another service', storage('P1 | Dev | Cognitive Services User'), []],
      ['a role that says so', storage('P1 | Dev | Storage Account Key Operator Service Role'), []],
      ['a role that does not look like reading', storage('P1 | Dev | Storage Account Contributor'), []],
    ],
  ],
  [
    'LPV506',
    [
      [
        'Reader and nothing else',
        on('Azure Storage', 'P1 | all | Reader'),
        ['P1 Persona reaches no data on Azure Storage: Reader shows settings only'],
      ],
      ['a data role in one environment', on('Azure Storage', 'P1 | Stage | Reader', `P1 | Dev | ${writer}`), []],
      ['a role that no list has', on('Azure Storage', 'P1 | Stage | Reader', 'P1 | Dev | Some role'), []],
      ['a service without data roles', on('Azure Data Factory', 'P1 | all | Reader'), []],
      ['not on the card', storage('P1 | all | Reader'), []],
      [
        'somebody who oversees',
        {
          ...on('Azure Storage', 'P1 | all | Reader'),
          personas: { P1: 'components: [Azure Storage]\nduties: [monitor]\n' },
        },
        [],
      ],
    ],
  ],
  [
    'LPV507',
    [
      [
        'a subscription',
        storage('P1 | Dev | Storage Account Contributor | standing | subscription'),
        ['Storage Account Contributor of P1 Persona on Azure Storage holds for a subscription: subscription'],
      ],
      [
        'a resource group, by path',
        storage('P1 | Dev | Storage Account Contributor | standing | /subscriptions/1/resourceGroups/data'),
        [
          'Storage Account Contributor of P1 Persona on Azure Storage holds for a resource group: /subscriptions/1/resourceGroups/data',
        ],
      ],
      ['a resource', storage('P1 | Dev | Storage Account Contributor | standing | resource:account'), []],
      [
        'a resource, by path',
        storage(
          'P1 | Dev | Storage Account Contributor | standing | /subscriptions/1/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/a',
        ),
        [],
      ],
      ['Reader', storage('P1 | Dev | Reader | standing | rg:data'), []],
      ['no scope', storage('P1 | Dev | Storage Account Contributor'), []],
    ],
  ],
  [
    'LPV508',
    [
      [
        'a person without a group',
        { personas: { P1: '', P2: 'group: sg-p2\n' }, rows: { Store: ['P1 | Dev | R', 'P2 | Dev | R'] } },
        ['P1 Persona has roles, but no group to hold them'],
      ],
      ['where nobody has a group', { personas: { P1: '', P2: '' }, rows: { Store: ['P1 | Dev | R'] } }, []],
      ['without a role', { personas: { P1: '', P2: 'group: sg-p2\n' }, rows: { Store: ['P2 | Dev | R'] } }, []],
      ['an agent', { personas: { A: agent, P2: 'group: sg-p2\n' }, rows: { Store: ['A | Dev | R'] } }, []],
    ],
  ],
  [
    'LPV509',
    [
      [
        'nothing given',
        storage('P1 | all | Reader | eligible'),
        [
          'eligible Reader of P1 Persona on Azure Storage in Dev, Stage and Production has no time limit, approver or review',
        ],
      ],
      [
        'something missing',
        storage('P1 | Dev | Reader | eligible | | 4 h | | P6M'),
        ['eligible Reader of P1 Persona on Azure Storage in Dev has no approver'],
      ],
      ['all given', storage('P1 | Dev | Reader | eligible | | 4 h | required | P6M'), []],
      ['standing', storage('P1 | Dev | Reader'), []],
      ['an agent', storage('A | Dev | Reader | eligible'), []],
    ],
  ],
])('%s', (code, cases) => {
  it.each(cases)('%s', async (_, given, expected) => {
    expect(await messagesOf(code, given)).toEqual(expected);
  });
});

describe('findings about roles', () => {
  it('stand at the role and say what they are about', async () => {
    const [found] = await findingsOf(storage(`P1 | Production | ${writer}`), 'LPV501');
    expect(place(found?.location)).toBe('personas/rbac/azure-storage.md:3:21');
    expect(found?.about).toEqual({ persona: 'P1', component: 'azure-storage', environment: 'production' });
  });

  it('are about no environment alone when there are several', async () => {
    const [found] = await findingsOf(storage('P1 | all | Owner'), 'LPV502');
    expect(found?.about).toEqual({ persona: 'P1', component: 'azure-storage' });
  });

  it('are found for each role of a cell', async () => {
    expect(await messagesOf('LPV501', storage(`P1 | Production | ${writer}<br>Storage Account Contributor`))).toEqual([
      'P1 Persona can always write to Azure Storage in Production: Storage Account Contributor',
      'P1 Persona can always write to Azure Storage in Production: Storage Blob Data Contributor',
    ]);
  });

  it.each([
    ['Azure Storage', 'Contributor', 'Storage Blob Data Contributor'],
    ['Azure Functions', 'Owner', 'Website Contributor'],
    ['Azure ML', 'Contributor', 'AzureML Data Scientist'],
  ])('LPV502 names a narrower role on %s', async (component, role, narrower) => {
    const [found] = await findingsOf(on(component, `P1 | Dev | ${role}`), 'LPV502');
    expect(found?.hint).toBe(`use a role that is made for the job, such as ${narrower}`);
  });

  it('LPV502 names none where the component is not known', async () => {
    const [found] = await findingsOf(on('Warehouse', 'P1 | Dev | Owner'), 'LPV502');
    expect(found?.hint).toBe('Use the role that is made for the job.');
  });

  it('LPV502 knows other role systems', async () => {
    const rows = { Code: ['P1 | Dev | Admin | | | | | | github'] };
    const [found] = await findingsOf({ personas: { P1: '' }, rows }, 'LPV502');
    expect(found?.hint).toBe('use a role that is made for the job, such as Write');
  });
});
