import * as z from 'zod';
import { aliases, color, identifier, language, line, name, paragraphs, path, webAddress } from './fields.ts';
import { personaSchema } from './persona.ts';

const id = identifier.optional().meta({
  description: 'Short name for file names and addresses; made from the name unless given.',
  examples: ['storage'],
});

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
      description: 'Role system of its RBAC table, for rows that name none; azure-rbac unless given.',
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
});

const process = z.strictObject({
  id: id.meta({ examples: ['dataops'] }),
  name: name.meta({ description: 'Name of the process, as cards show it.', examples: ['DataOps'] }),
  aliases: aliases.optional().meta({ examples: [['Data operations']] }),
  url: webAddress.optional().meta({
    description: 'Description of the process. Not linked from cards.',
    examples: ['https://example.com/dataops'],
  }),
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
