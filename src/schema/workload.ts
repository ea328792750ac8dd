import * as z from 'zod';
import { architectureSchema } from './architectures.ts';
import {
  aliases,
  color,
  date,
  identifier,
  language,
  line,
  lineOrList,
  longestName,
  name,
  paragraphs,
  path,
  webAddress,
} from './fields.ts';
import { flowSchema } from './flows.ts';
import { personaSchema } from './persona.ts';

const id = identifier.optional().meta({
  description: 'Short name for file names and addresses; made from the name unless given.',
  examples: ['storage'],
});

const requiredSkills = lineOrList(longestName);

const environment = z.strictObject({
  id: identifier.meta({ description: 'Short name, as RBAC tables may write it.', examples: ['prod'] }),
  name: name.meta({ description: 'Name in the heads of tables.', examples: ['Production'] }),
  aliases: aliases.optional().meta({ examples: [['Prod', 'Live']] }),
  production: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether real users depend on it; only for the environment called Production unless given.',
      examples: [true],
    }),
});

const team = z.strictObject({
  id: id.meta({ examples: ['data'] }),
  name: name.meta({ description: 'Name of the team, as personas write it.', examples: ['Data Team'] }),
  aliases: aliases.optional().meta({ examples: [['Data Ingestion']] }),
  color: color
    .optional()
    .meta({ description: "Colour of its cards, in quotes; the theme's unless given.", examples: ['#0b5cad'] }),
  url: webAddress.optional().meta({
    description: 'Where the team can be found. Not linked from cards.',
    examples: ['https://example.com/teams/data'],
  }),
});

const component = z.strictObject({
  id: id.meta({ examples: ['storage'] }),
  name: name.meta({ description: 'Name of the component, as cards show it.', examples: ['Azure Storage'] }),
  aliases: aliases.optional().meta({ examples: [['ADLS Gen2', 'Blob storage']] }),
  category: line(60)
    .optional()
    .meta({ description: 'What it is: decides the icon; component unless given.', examples: ['storage', 'database'] }),
  system: line(60)
    .optional()
    .meta({
      description:
        'Role system of its RBAC table, for rows that name none; unless given, that of a well-known service (GitHub, Azure DevOps, Power BI, ...), else azure-rbac.',
      examples: ['azure-rbac', 'github', 'sql-database'],
    }),
  url: webAddress.optional().meta({
    description: 'Documentation of the component. Not linked from cards.',
    examples: ['https://example.com/storage'],
  }),
  rbac: path.optional().meta({
    description:
      'Its RBAC file, relative to the workload folder; the one below rbac/ with its id, name or alias unless given.',
    examples: ['rbac/storage-accounts.md'],
  }),
  skills: requiredSkills.optional().meta({
    description: 'Skills that somebody who works with it needs: one, or a list. A check says which no persona has.',
    examples: [['SQL']],
  }),
});

const process = z.strictObject({
  id: id.meta({ examples: ['dataops'] }),
  name: name.meta({ description: 'Name of the process, as cards show it.', examples: ['DataOps'] }),
  aliases: aliases.optional().meta({ examples: [['Data operations']] }),
  url: webAddress.optional().meta({
    description: 'Description of the process. Not linked from cards.',
    examples: ['https://example.com/dataops'],
  }),
  skills: requiredSkills.optional().meta({
    description: 'Skills that the process needs: one, or a list. A check says which no persona has.',
    examples: [['Python', 'Monitoring']],
  }),
});

const person = z.strictObject({
  name: name.meta({ description: 'Name of the human.', examples: ['Aino Virtanen'] }),
  personas: lineOrList(longestName).meta({
    description: 'Personas that the human embodies, by id or name: one, or a list.',
    examples: [['P001', 'P003']],
  }),
  skills: requiredSkills.optional().meta({
    description: 'Skills that the human has: one, or a list. A check compares them with those of the personas.',
    examples: [['SQL', 'Python']],
  }),
});

const role = z.strictObject({
  system: line(60).meta({ description: 'Role system it belongs to.', examples: ['github', 'azure-rbac'] }),
  name: name.meta({ description: 'Name of the role, as RBAC tables write it.', examples: ['Data Steward'] }),
  id: line(80)
    .optional()
    .meta({
      description: 'Its id, such as the GUID of a custom role.',
      examples: ['11111111-2222-3333-4444-555555555555'],
    }),
  aliases: aliases.optional().meta({ examples: [['Steward']] }),
  power: z
    .enum(['read', 'use', 'write', 'grant'])
    .optional()
    .meta({
      description:
        'The most it can do: read; use (call a model, run a query); write configuration or data; grant access to others. read unless given.',
      examples: ['write'],
    }),
  plane: z
    .enum(['control', 'data', 'both'])
    .optional()
    .meta({ description: 'Whether it works on the resource, on what is stored in it, or both; data unless given.' }),
  keys: z
    .boolean()
    .optional()
    .meta({ description: 'Whether it can fetch keys or secrets; false unless given.', examples: [true] }),
  privileged: z
    .boolean()
    .optional()
    .meta({ description: 'Whether a narrower role should be looked for first; false unless given.', examples: [true] }),
});

const waiver = z.strictObject({
  code: line(20).meta({ description: 'Code of the check.', examples: ['ACC403'] }),
  reason: line(500).meta({
    description: 'Why the finding is accepted.',
    examples: ['Break-glass account, alerted on use'],
  }),
  owner: name.meta({ description: 'Who answers for it.', examples: ['Platform lead'] }),
  expires: date.meta({ description: 'Last day on which it holds.', examples: ['2027-06-30'] }),
  persona: name
    .optional()
    .meta({ description: 'Only findings about this persona, by id or name.', examples: ['P004'] }),
  component: name
    .optional()
    .meta({ description: 'Only findings about this component, by name or alias.', examples: ['Azure Storage'] }),
  environment: name
    .optional()
    .meta({ description: 'Only findings about this environment, by name or alias.', examples: ['Production'] }),
});

/** `workload.yaml`, as written. */
export const workloadSchema = z
  .strictObject({
    name: name
      .optional()
      .meta({ description: 'Title of the deck; the name of the folder unless given.', examples: ['Order assistant'] }),
    summary: paragraphs(2000)
      .optional()
      .meta({
        description: 'What the workload is, in a sentence or two; may run over several lines.',
        examples: ['Answers questions about orders of the last five years.'],
      }),
    language: language
      .optional()
      .meta({ description: 'Language of the labels that the tool adds; en unless given.', examples: ['en', 'fi'] }),
    environments: z
      .array(environment)
      .min(1)
      .optional()
      .meta({ description: 'Deployment stages, in the order of the columns; Dev, Stage and Production unless given.' }),
    teams: z
      .array(team)
      .optional()
      .meta({ description: 'What names of teams alone do not say. Their order is the order of the colours.' }),
    components: z
      .array(component)
      .optional()
      .meta({ description: 'What names of components alone do not say: aliases, the icon, the RBAC file.' }),
    processes: z.array(process).optional().meta({ description: 'What names of processes alone do not say.' }),
    flows: z
      .array(flowSchema)
      .optional()
      .meta({ description: 'How the work goes, step by step, through the environments: a picture each.' }),
    architectures: z
      .array(architectureSchema)
      .optional()
      .meta({ description: 'How components are connected, and who works on them: a picture each.' }),
    people: z
      .array(person)
      .optional()
      .meta({ description: 'Who embodies which persona. Not printed on cards; checks see who holds too much.' }),
    matrices: lineOrList(1000)
      .optional()
      .meta({
        description:
          'RBAC files with a row for each persona and a column for each component, relative to the workload folder.',
        examples: [['rbac/matrix.md']],
      }),
    roles: z.array(role).optional().meta({
      description: 'Roles that the shipped lists do not know, such as custom ones; or what they know otherwise.',
    }),
    waivers: z
      .array(waiver)
      .optional()
      .meta({ description: 'Findings that are accepted for a time. Each needs a reason, an owner and a last day.' }),
    personas: z.array(personaSchema).optional().meta({ description: 'Personas, for a workload in a single file.' }),
  })
  .meta({
    id: 'workload',
    title: 'Workload',
    description: 'What personas alone do not say. A name on a persona needs no entry here.',
    examples: [{ name: 'AI workload', components: [{ name: 'Azure Storage', aliases: ['ADLS Gen2'] }] }],
  });

export type WorkloadInput = z.infer<typeof workloadSchema>;
export type EnvironmentInput = z.infer<typeof environment>;
export type TeamInput = z.infer<typeof team>;
export type ComponentInput = z.infer<typeof component>;
export type ProcessInput = z.infer<typeof process>;
export type PersonInput = z.infer<typeof person>;
export type RoleInput = z.infer<typeof role>;
export type WaiverInput = z.infer<typeof waiver>;
