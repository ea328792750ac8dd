import * as z from 'zod';
import { color, line } from './fields.ts';

/** Patterns that tell teams apart besides their colours. */
export const themePatterns = ['plain', 'diagonal', 'dots', 'rows', 'columns', 'grid', 'waves', 'checks'] as const;

const tokens = {
  ground: 'Behind cards: slides and pages.',
  surface: 'The card itself.',
  tint: 'Slightly set off from the surface: table heads, notes.',
  ink: 'Running text.',
  quiet: 'Labels and remarks.',
  rule: 'Lines.',
  link: 'Links.',
  production: "Production's column.",
  attention: 'What needs attention.',
} as const;

const colors = Object.fromEntries(
  Object.entries(tokens).map(([key, description]) => [key, color.meta({ description })]),
) as Record<keyof typeof tokens, typeof color>;

/** `theme.yaml`, as written. */
export const themeSchema = z
  .strictObject({
    name: line(100),
    mode: z.enum(['light', 'dark']).meta({ description: 'Whether text is dark on light or light on dark.' }),
    colors: z.strictObject(colors).meta({ description: 'Colours by what they are for, "#rrggbb" in quotes.' }),
    teams: z
      .array(z.strictObject({ color, pattern: z.enum(themePatterns) }))
      .min(1)
      .max(24)
      .meta({ description: 'Colour and pattern of each team in turn; eight serve most workloads.' }),
    fonts: z
      .strictObject({ body: line(100), heading: line(100) })
      .meta({ description: 'Font families by name.', examples: [{ body: 'Carlito', heading: 'Carlito' }] }),
    rail: z
      .enum(['filled', 'ruled'])
      .meta({ description: "Team's rail on a card: filled with its colour, or only ruled to save ink." }),
  })
  .meta({ id: 'theme', title: 'Theme', description: 'Design tokens: one source for every output.' });

export type ThemeInput = z.infer<typeof themeSchema>;
