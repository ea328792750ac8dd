import * as z from 'zod';
import { aliases, color, identifier, language, line, name, paragraphs, path, webAddress } from './fields.ts';
import { personaSchema } from './persona.ts';

const id = identifier.optional().meta({ description: 'Made from the name unless given.' });

const environment = z.strictObject({
  id: identifier.meta({ description: 'Short name.', examples: ['prod'] }),
  name: name.meta({ description: 'As tables show it.', examples: ['Production'] }),
  aliases: aliases.optional(),
  production: z
    .boolean()
    .optional()
    .meta({ description: 'Real users depend on it. Unless one says so, the environment called Production is meant.' }),
});

const team = z.strictObject({
  id,
  name,
  aliases: aliases.optional(),
  color: color
    .optional()
    .meta({ description: "In quotes. The theme's palette decides unless given.", examples: ['#0b5cad'] }),
  url: webAddress.optional().meta({ description: 'Where the team can be found.' }),
});

const component = z.strictObject({
  id,
  name,
  aliases: aliases.optional(),
  category: line(60)
    .optional()
    .meta({ description: 'What it is; chooses the icon.', examples: ['storage', 'database'] }),
  system: line(60)
    .optional()
    .meta({
      description: 'Role system of its RBAC table, for rows that name none; azure-rbac unless given.',
      examples: ['azure-rbac', 'github', 'sql-database'],
    }),
  url: webAddress.optional().meta({ description: 'Documentation of the component.' }),
  rbac: path.optional().meta({
    description: 'Its RBAC file, relative to the workload folder; rbac/<id>.md unless given.',
    examples: ['rbac/storage-accounts.md'],
  }),
});

const process = z.strictObject({
  id,
  name,
  aliases: aliases.optional(),
  url: webAddress.optional().meta({ description: 'Description of the process.' }),
});

/** `workload.yaml`, as written. */
export const workloadSchema = z
  .strictObject({
    name: name.optional().meta({ description: 'Title of the deck; the name of the folder unless given.' }),
    summary: paragraphs(2000).optional().meta({ description: 'What the workload is, in a sentence or two.' }),
    language: language
      .optional()
      .meta({ description: 'Language of the cards; en unless given.', examples: ['en', 'fi'] }),
    environments: z
      .array(environment)
      .min(1)
      .optional()
      .meta({ description: 'Deployment stages in order; Dev, Stage and Production unless given.' }),
    teams: z.array(team).optional().meta({ description: 'Adds to teams that personas name.' }),
    components: z.array(component).optional().meta({ description: 'Adds to components that personas name.' }),
    processes: z.array(process).optional().meta({ description: 'Adds to processes that personas name.' }),
    personas: z.array(personaSchema).optional().meta({ description: 'Personas, for a workload of one file.' }),
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
