import * as z from 'zod';
import { line, lineOrList, longestName, name, paragraphs, path, webAddress } from './fields.ts';

const skill = z.union([
  name,
  z.strictObject({
    name: name.meta({ description: 'Name of the skill.', examples: ['PySpark'] }),
    level: line(60)
      .optional()
      .meta({ description: 'How well, in your own words.', examples: ['basic', 'expert'] }),
    learn: webAddress.optional().meta({
      description: 'Address of a course; on the markdown card and in the deck, the skill links to it.',
      examples: ['https://example.com/pyspark'],
    }),
  }),
]);

/** One persona, as written. */
export const personaSchema = z
  .strictObject({
    id: line(40).meta({
      description: 'Short and unique; RBAC tables name the persona by it, and its files begin with it.',
      examples: ['P001'],
    }),
    name: name.meta({ description: 'Name of the persona.', examples: ['AI Data Engineer'] }),
    kind: z
      .enum(['person', 'process', 'agent'])
      .optional()
      .meta({
        description: 'What embodies the persona: a human, or something that runs unattended; person unless given.',
        examples: ['agent'],
      }),
    team: name.optional().meta({
      description: 'The team it belongs to; decides the colour and the pattern of the card.',
      examples: ['Data Ingestion Team'],
    }),
    primaryInteraction: lineOrList(longestName)
      .optional()
      .meta({ description: 'Teams or personas it works with: one, or a list.', examples: [['AI Team', 'P003']] }),
    components: lineOrList(longestName)
      .optional()
      .meta({
        description: 'Services it needs, by name or alias: one, or a list. Each links to its RBAC file.',
        examples: [['Azure Data Factory', 'Azure Storage']],
      }),
    processes: lineOrList(longestName)
      .optional()
      .meta({
        description: 'Processes it is responsible for or contributes to: one, or a list.',
        examples: [['DataOps', 'ETL']],
      }),
    skills: z
      .union([skill, z.array(skill)])
      .optional()
      .meta({
        description: 'Skills it needs: names, or mappings of name, level and learn (address of a course).',
        examples: [['SQL', { name: 'PySpark', level: 'expert', learn: 'https://example.com/pyspark' }]],
      }),
    summary: paragraphs(2000)
      .optional()
      .meta({
        description: 'One or two sentences at the top of the card; may run over several lines.',
        examples: ['Brings data in and keeps it clean, current and documented.'],
      }),
    goal: paragraphs(2000)
      .optional()
      .meta({
        description: 'What it wants to achieve; on its slide and its markdown card. May run over several lines.',
        examples: ['Every table is documented before anybody asks.'],
      }),
    notes: paragraphs(20_000)
      .optional()
      .meta({
        description: 'For the facilitator of the workshop: speaker notes of its slide. May run over several lines.',
        examples: ['Ask who gets the call when a load fails at night.'],
      }),
    image: path.optional().meta({
      description: 'Portrait: a local PNG, JPEG or SVG, relative to this file; a figure made from the id unless given.',
      examples: ['images/data-engineer.png'],
    }),
    group: name
      .optional()
      .meta({ description: 'Security group that holds a person. Not printed on cards.', examples: ['sg-p001-{env}'] }),
    identity: z
      .union([name, z.record(name, name)])
      .optional()
      .meta({
        description:
          'Identity that an agent or a process signs in with: a name, in which {env} stands for the environment, or one for each environment. Not printed on cards.',
        examples: ['id-p009-{env}', { Dev: 'id-agent-dev', Production: 'id-agent-prod' }],
      }),
    sponsor: name.optional().meta({
      description: 'Human who answers for an agent or a process: a persona or free text. Not printed on cards.',
      examples: ['P003', 'Lead of the Platform Team'],
    }),
    duties: lineOrList(longestName)
      .optional()
      .meta({
        description: 'What it does in a release: one, or a list. Not printed on cards.',
        examples: [['deploy'], ['approve', 'audit']],
      }),
    tools: lineOrList(longestName)
      .optional()
      .meta({
        description:
          'Tools and actions that an agent may use, with their limits: one, or a list. Not printed on cards.',
        examples: [['Create a pull request', 'Deploy to Stage (no more than twice a day)']],
      }),
  })
  .meta({
    id: 'persona',
    title: 'Persona',
    description: 'A person, process or agent that takes part in a workload.',
    examples: [{ id: 'P001', name: 'AI Data Engineer', team: 'Data Ingestion Team', components: ['Azure Storage'] }],
  });

export type PersonaInput = z.infer<typeof personaSchema>;

/** A persona file: one persona, or a list of them. */
export const personaFileSchema = z.union([personaSchema, z.array(personaSchema)]).meta({
  id: 'persona-file',
  title: 'Persona file',
  description: 'One persona, or a list of personas. A file may also hold several YAML documents.',
});
