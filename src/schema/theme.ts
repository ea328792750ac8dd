import * as z from 'zod';
import { color, line } from './fields.ts';

/** Patterns that tell teams apart besides their colours. */
export const themePatterns = ['plain', 'diagonal', 'dots', 'rows', 'columns', 'grid', 'waves', 'checks'] as const;

const tokens = {
  ground: 'Behind everything: slides and pages.',
  surface: 'The card itself, and boxes on slides.',
  tint: 'Slightly set off from the surface: heads of tables, notes.',
  ink: 'Running text.',
  quiet: 'Labels and remarks.',
  rule: 'Lines.',
  link: 'Links.',
  production: "Production's column, where the eye should land.",
  attention: 'What needs attention: a missing RBAC file, a role not filled in.',
} as const;

const colors = Object.fromEntries(
  Object.entries(tokens).map(([key, description]) => [key, color.meta({ description })]),
) as Record<keyof typeof tokens, typeof color>;

/** `theme.yaml`, as written. */
export const themeSchema = z
  .strictObject({
    name: line(100).meta({ description: 'Name of the theme, as its folder is called.', examples: ['harbour'] }),
    mode: z.enum(['light', 'dark']).meta({ description: 'Whether text is dark on light or light on dark.' }),
    colors: z.strictObject(colors).meta({ description: 'Colours by what they are for, "#rrggbb" in quotes.' }),
    teams: z
      .array(
        z.strictObject({
          color: color.meta({ description: 'Colour of the band on its cards, in quotes.', examples: ['#0072b2'] }),
          pattern: z.enum(themePatterns).meta({ description: 'Pattern below the band, for those who see no colours.' }),
        }),
      )
      .min(1)
      .max(24)
      .meta({
        description:
          'Colour and pattern of each team in turn; past the last one, colours come again with other patterns.',
      }),
    fonts: z
      .strictObject({
        body: line(100).meta({ description: 'Running text.', examples: ['Carlito'] }),
        heading: line(100).meta({ description: 'Names and titles.', examples: ['Tinos'] }),
      })
      .meta({
        description: 'Font families by name, of those that ship.',
        examples: [{ body: 'Carlito', heading: 'Carlito' }],
      }),
    rail: z.enum(['filled', 'ruled']).meta({
      description: "Band at the top of a card: filled with the team's colour, or white with a rule to save ink.",
    }),
  })
  .meta({ id: 'theme', title: 'Theme', description: 'Design tokens: one source for every output.' });

export type ThemeInput = z.infer<typeof themeSchema>;
