import * as z from 'zod';

/** What can be made besides the cards. */
export const pngExtras = ['wide', 'thumbnails', 'contact-sheet'] as const;
export type PngExtra = (typeof pngExtras)[number];

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
    also: z
      .array(z.enum(pngExtras))
      .optional()
      .meta({
        description:
          'What is made besides: wide, a picture of 1600 x 900 pixels with everything of a persona; thumbnails, fronts 240 pixels wide; contact-sheet, all fronts by team; none unless given.',
        examples: [['wide', 'thumbnails']],
      }),
  })
  .meta({ description: 'What PNG cards are like, and what is made besides them.' });
