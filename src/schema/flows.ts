import * as z from 'zod';
import { identifier, line, lineOrList, longestName, name, paragraphs } from './fields.ts';

/** What a persona does at a step of a flow, from the least to the most. */
export const stepDeeds = ['read', 'approve', 'write', 'own'] as const;
export type StepDeed = (typeof stepDeeds)[number];

const deed = z.enum(stepDeeds);

const id = identifier.optional().meta({
  description: 'Short name for file names and for references to it; made from the name unless given.',
  examples: ['deploy'],
});

const label = line(60)
  .optional()
  .meta({
    description: 'What is written on the arrow, in a few words.',
    examples: ['approved'],
  });

const lane = z.strictObject({
  name: name.meta({
    description: 'An environment by name or alias, or any other stage of the work.',
    examples: ['Production'],
  }),
  loop: line(60)
    .optional()
    .meta({ description: 'Loop that the lane belongs to, below its name.', examples: ['Outer loop'] }),
});

const next = z.strictObject({
  step: name.meta({ description: 'The step that comes next, by id or name.', examples: ['Deploy endpoint'] }),
  label,
});

const step = z.strictObject({
  id,
  name: name.meta({ description: 'What happens, in a few words.', examples: ['Refine data and train model'] }),
  lane: name.optional().meta({
    description: 'Lane that it stands in; that of the step before unless given.',
    examples: ['Dev'],
  }),
  personas: z
    .record(line(longestName), z.union([deed, z.array(deed).min(1)]))
    .optional()
    .meta({
      description:
        'Who takes part, by id or name, and how: read (looks, monitors), approve (says yes or no), write (does the work), own (answers for it).',
      examples: [{ P009: 'write', P007: 'read' }],
    }),
  components: lineOrList(longestName)
    .optional()
    .meta({ description: 'Components that it works on, by name or alias.', examples: [['Azure Machine Learning']] }),
  skills: lineOrList(longestName)
    .optional()
    .meta({ description: 'Skills that it takes: one, or a list.', examples: [['Model training']] }),
  next: z
    .union([name, z.array(z.union([name, next]))])
    .optional()
    .meta({
      description:
        'Steps that come next, by id or name; the one below it unless given, and none for an empty list. A name that several steps have means the one in the same lane.',
      examples: [['Register model', { step: 'Refine data', label: 'not good enough' }]],
    }),
});

const feedback = z.strictObject({
  from: name.meta({ description: 'Step that it comes from, by id or name.', examples: ['Monitor'] }),
  to: name.meta({ description: 'Step that it leads back to, by id or name.', examples: ['Refine data'] }),
  label,
});

/** One process of the work, as written in `workload.yaml`. */
export const flowSchema = z.strictObject({
  id,
  name: name.meta({ description: 'Title of the picture.', examples: ['MLOps'] }),
  summary: paragraphs(500)
    .optional()
    .meta({ description: 'What it is for, in a sentence.', examples: ['From an experiment to a model in use.'] }),
  process: name
    .optional()
    .meta({ description: 'The process on cards that it shows, by name or alias.', examples: ['MLOps'] }),
  lanes: z
    .array(z.union([name, lane]))
    .min(1)
    .optional()
    .meta({
      description:
        'Lanes from first to last; the environments that steps stand in, and then other stages, unless given.',
      examples: [['Dev', { name: 'Production', loop: 'Outer loop' }]],
    }),
  steps: z.array(step).min(1).max(400).meta({ description: 'Steps in their order.' }),
  feedback: z
    .array(feedback)
    .optional()
    .meta({
      description: 'Arrows back: what later steps tell earlier ones.',
      examples: [[{ from: 'Monitor', to: 'Refine data', label: 'drift' }]],
    }),
});

export type FlowInput = z.infer<typeof flowSchema>;
export type FlowStepInput = z.infer<typeof step>;
