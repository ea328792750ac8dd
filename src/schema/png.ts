import * as z from 'zod';

/** Least and largest scale of PNG cards: 75 to 1200 dpi. */
export const pngScales = { least: 0.25, most: 4 } as const;

/** `png:` of the settings, as written: what PNG cards are like. */
export const pngSchema = z
  .strictObject({
    scale: z
      .number()
      .min(pngScales.least)
      .max(pngScales.most)
      .optional()
      .meta({
        description: 'How large PNG cards are: 1 is 300 dpi, 2 twice as many pixels along each edge; 1 unless given.',
        examples: [2],
      }),
    palette: z.boolean().optional().meta({
      description:
        'Whether PNG cards have at most 256 colours, which makes small files smaller still: edges of letters change by shades that are hardly seen, photographs visibly; false unless given.',
    }),
  })
  .meta({ description: 'What PNG cards are like.' });
