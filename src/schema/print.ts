import * as z from 'zod';
import { line, path } from './fields.ts';

const offset = z.number().min(-20).max(20);

/** `print:` of the settings, as written: how cards get onto paper. */
export const printSchema = z
  .strictObject({
    bleed: z
      .number()
      .min(0)
      .max(10)
      .optional()
      .meta({
        description: 'Millimetres that colour runs over the cut, in cards.pdf and sheets.pdf; 3 unless given.',
        examples: [3.175],
      }),
    backs: z
      .enum(['alternate', 'after'])
      .optional()
      .meta({
        description:
          'Order of cards.pdf: each back behind its front, or all backs after all fronts; alternate unless given.',
        examples: ['after'],
      }),
    proof: z.boolean().optional().meta({
      description: 'Draws bleed, cut and safe area on cards.pdf, to look at and not to print; false unless given.',
    }),
    ink: z
      .enum(['full', 'low'])
      .optional()
      .meta({
        description:
          'Whether areas are painted in the colours of the theme, or left white with rules instead, to save ink; full unless given.',
        examples: ['low'],
      }),
    colors: z
      .enum(['full', 'grey'])
      .optional()
      .meta({
        description: 'Whether cards are printed in colours, or in greys of the same lightness; full unless given.',
        examples: ['grey'],
      }),
    index: z.boolean().optional().meta({
      description: 'Puts cards that list the deck before it; false unless given.',
    }),
    blanks: z
      .number()
      .int()
      .min(0)
      .max(100)
      .optional()
      .meta({
        description: 'So many cards to fill in by hand after the deck; 0 unless given.',
        examples: [2],
      }),
    qr: z
      .enum(['none', 'persona', 'components'])
      .optional()
      .meta({
        description:
          'QR codes on cards, PNG files too: one that leads to the persona, or also one a component that leads to its RBAC file. They need links.base; persona unless given.',
        examples: ['components'],
      }),
    duplex: z
      .enum(['long-edge', 'short-edge', 'gutterfold'])
      .optional()
      .meta({
        description:
          'Edge that the printer turns sheets over on, or gutterfold: fronts and backs on one side of the paper with a fold between; long-edge unless given.',
        examples: ['short-edge'],
      }),
    edges: z
      .enum(['bleed', 'shared'])
      .optional()
      .meta({
        description:
          'Whether each card on a sheet has bleed of its own, or cards touch and share their cuts; bleed unless given.',
        examples: ['shared'],
      }),
    gutter: z
      .number()
      .min(0)
      .max(50)
      .optional()
      .meta({
        description: 'Millimetres of free paper between the cards of a sheet, behind their bleed; 0 unless given.',
        examples: [5],
      }),
    guides: z
      .enum(['ticks', 'corners', 'lines', 'none'])
      .optional()
      .meta({
        description:
          'What shows where to cut: ticks outside the grid, corners at every card, lines over the whole sheet, or none; ticks unless given.',
        examples: ['lines'],
      }),
    guidesOnBacks: z.boolean().optional().meta({
      description:
        'Whether sheets have guides on their backs too, which stay on the paper where backs are a little off; true unless given.',
    }),
    stock: line(60)
      .optional()
      .meta({
        description:
          'Perforated sheets to print on, by part number: they say paper, size and places of cards; plain paper unless given.',
        examples: ['avery-5371'],
      }),
    shop: z
      .union([line(60), z.array(line(60)).min(1)])
      .optional()
      .meta({
        description:
          'Print services to make files for, below print/ of the output: makeplayingcards, printerstudio, thegamecrafter, drivethrucards, offset; none unless given.',
        examples: ['makeplayingcards', ['thegamecrafter', 'offset']],
      }),
    pdfx: z.boolean().optional().meta({
      description:
        'Whether PDFs for print services become PDF/X-1a in CMYK, which takes Ghostscript; as the service asks unless given.',
    }),
    iccProfile: path.optional().meta({
      description:
        'ICC profile of the inks that PDF/X is made for (CMYK), relative to the settings; that of Ghostscript unless given.',
      examples: ['brand/PSOcoated_v3.icc'],
    }),
    backOffset: z
      .strictObject({
        x: offset.optional().meta({ description: 'Millimetres to the right, looking at the back; 0 unless given.' }),
        y: offset.optional().meta({ description: 'Millimetres down; 0 unless given.' }),
        turn: z
          .number()
          .min(-5)
          .max(5)
          .optional()
          .meta({ description: "Degrees clockwise about the sheet's middle; 0 unless given." }),
      })
      .optional()
      .meta({
        description:
          'Moves the backs on sheets.pdf to where the printer misses them; print-test tells the numbers. Not moved unless given.',
        examples: [{ x: -0.5, y: 1, turn: 0.2 }],
      }),
  })
  .meta({ description: 'How cards get onto paper: cards.pdf and sheets.pdf.' });
