import * as z from 'zod';
import { identifier, line, lineOrList, longestName, name, paragraphs } from './fields.ts';

const id = identifier.optional().meta({
  description: 'Short name for file names and for references to it; made from the name unless given.',
  examples: ['lambda'],
});

const part = z.strictObject({
  id,
  name: name.meta({
    description: 'A component by name or alias, or anything else that belongs into the picture.',
    examples: ['Source systems'],
  }),
  category: line(60)
    .optional()
    .meta({ description: "What it is: decides the icon; the component's unless given.", examples: ['database'] }),
});

const parts = z.array(z.union([name, part])).min(1);

const zone = z.strictObject({
  id,
  name: name.meta({ description: 'Title of the frame around its parts.', examples: ['Speed path'] }),
  in: name.optional().meta({ description: 'Zone that it lies in, by name or id.', examples: ['Analytics'] }),
  parts: parts.optional().meta({ description: 'What lies in it.', examples: [['Azure Data Explorer']] }),
});

const connection = z.strictObject({
  from: name.meta({ description: 'Part that it starts from, by name, alias or id.', examples: ['Azure Storage'] }),
  to: name.meta({ description: 'Part that it leads to, by name, alias or id.', examples: ['Power BI'] }),
  label: line(60)
    .optional()
    .meta({ description: 'What goes along it, in a few words.', examples: ['curated data'] }),
  step: z
    .int()
    .min(1)
    .max(999)
    .optional()
    .meta({ description: 'Number of the step, for a text that goes through the picture.', examples: [3] }),
});

/** A picture of components and what goes between them, as written in `workload.yaml`. */
export const architectureSchema = z.strictObject({
  id,
  name: name.meta({ description: 'Title of the picture.', examples: ['Lambda architecture'] }),
  summary: paragraphs(500)
    .optional()
    .meta({ description: 'What it shows, in a sentence.', examples: ['Fast and complete answers from one source.'] }),
  environment: name.optional().meta({
    description: 'Environment whose roles the letters beside personas show; the last production one unless given.',
    examples: ['Production'],
  }),
  parts: parts.optional().meta({
    description: 'Components, and anything else, that lie in no zone.',
    examples: [['Source systems', { name: 'Event stream', category: 'pipeline' }]],
  }),
  zones: z.array(zone).optional().meta({ description: 'Frames around parts that belong together.' }),
  connections: z.array(connection).optional().meta({ description: 'Arrows from part to part.' }),
  personas: z
    .record(line(longestName), lineOrList(longestName))
    .optional()
    .meta({
      description: 'Who works on what, by id or name; whoever has the component on the card unless given.',
      examples: [{ P001: ['Azure Storage'] }],
    }),
});

export type ArchitectureInput = z.infer<typeof architectureSchema>;
export type PartInput = z.infer<typeof part>;
