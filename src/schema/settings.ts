import * as z from 'zod';
import { date, language, line, path, webAddress } from './fields.ts';
import { pngSchema } from './png.ts';
import { printSchema } from './print.ts';

/** Outputs that a build can make, by name. */
export const outputNames = ['pptx', 'print', 'png', 'markdown', 'wiki', 'tables', 'diagrams', 'site'] as const;
export type OutputName = (typeof outputNames)[number];

/** Wikis whose pages can be made, by name. */
export const wikiFlavours = [
  'github',
  'gitlab',
  'azure-devops',
  'confluence',
  'mediawiki',
  'dokuwiki',
  'html',
] as const;
export type WikiFlavour = (typeof wikiFlavours)[number];

/** Sections of the workshop deck, in the order of a workshop. */
export const slideSections = [
  'cover',
  'about',
  'overview',
  'personas',
  'flows',
  'architectures',
  'highlights',
  'processes',
  'skills',
  'teams',
  'components',
  'responsibilities',
  'access',
  'findings',
  'blank',
  'decisions',
] as const;
export type SlideSection = (typeof slideSections)[number];

const millimetres = z.number().min(10).max(2000);

/** `persona-deck.yaml`, as written. */
export const settingsSchema = z
  .strictObject({
    workload: path
      .optional()
      .meta({ description: 'Workload folder, relative to this file; personas unless given.', examples: ['personas'] }),
    out: path.optional().meta({
      description: 'Folder for everything that is built, relative to this file; out unless given.',
      examples: ['out'],
    }),
    outputs: z
      .array(z.enum(outputNames))
      .min(1)
      .optional()
      .meta({ description: 'What to build; everything unless given.', examples: [['pptx', 'print']] }),
    theme: z
      .union([
        line(100),
        z.strictObject({
          from: path.meta({
            description: 'PowerPoint template whose colours and fonts every output has, relative to this file.',
            examples: ['brand/company.potx'],
          }),
        }),
      ])
      .optional()
      .meta({
        description:
          'A theme that ships, one in themes/ of the project, or one made from a PowerPoint template; light unless given.',
        examples: ['dark', { from: 'brand/company.potx' }],
      }),
    template: path.optional().meta({
      description: 'PowerPoint template (.potx or .pptx) that workshop.pptx stands on, relative to this file.',
      examples: ['brand/company.potx'],
    }),
    card: z
      .union([
        line(60),
        z.strictObject({
          width: millimetres.meta({ description: 'Width in millimetres; the shorter edge is at least 44.' }),
          height: millimetres.meta({ description: 'Height in millimetres; the longer edge is at least 63.' }),
        }),
      ])
      .optional()
      .meta({
        description: 'Size of the cut card: a name, or width and height in millimetres; tarot unless given.',
        examples: ['tarot', { width: 70, height: 120 }],
      }),
    orientation: z
      .enum(['portrait', 'landscape'])
      .optional()
      .meta({
        description:
          'Whether cards are higher than wide; as their size says unless given. Named sizes are upright. Landscape cards have their band at the side.',
        examples: ['landscape'],
      }),
    paper: z
      .union([
        line(60),
        z.strictObject({
          width: millimetres.meta({ description: 'Width of the paper in millimetres.' }),
          height: millimetres.meta({ description: 'Height of the paper in millimetres.' }),
        }),
      ])
      .optional()
      .meta({
        description:
          'Paper of sheets.pdf, on which several cards stand: a name, or width and height in millimetres; a4 unless given.',
        examples: ['a4', 'letter', { width: 320, height: 450 }],
      }),
    print: printSchema.optional().meta({
      description: 'How cards get onto paper: cards.pdf and sheets.pdf.',
      examples: [{ duplex: 'short-edge', guides: 'lines' }],
    }),
    png: pngSchema.optional().meta({
      description: 'What PNG cards are like, and what is made besides them.',
      examples: [{ scale: 2 }],
    }),
    wiki: z
      .strictObject({
        flavours: z
          .array(z.enum(wikiFlavours))
          .min(1)
          .optional()
          .meta({
            description: 'Wikis to make pages for; github unless given.',
            examples: [['azure-devops', 'confluence']],
          }),
        slices: z.boolean().optional().meta({
          description:
            'Whether pictures of cards are cut into strips that lead to the components, in wikis without image maps; false unless given.',
        }),
      })
      .optional()
      .meta({ description: 'Pages for wikis.', examples: [{ flavours: ['mediawiki'] }] }),
    slides: z
      .array(z.enum(slideSections))
      .min(1)
      .optional()
      .meta({
        description: 'Sections of workshop.pptx in their order; all but highlights and findings unless given.',
        examples: [['cover', 'overview', 'personas', 'access', 'findings', 'decisions']],
      }),
    language: language
      .optional()
      .meta({ description: "Language of the labels; the workload's unless given.", examples: ['fi'] }),
    asOf: date.optional().meta({
      description: 'Day on which waivers are judged; the day of SOURCE_DATE_EPOCH, or for check today, unless given.',
      examples: ['2027-01-31'],
    }),
    links: z
      .strictObject({
        base: webAddress.optional().meta({
          description: 'Address at which the output folder will be published; links are relative unless given.',
          examples: ['https://example.com/personas/'],
        }),
        rbac: webAddress
          .refine((address) => address.includes('{file}'), {
            error: 'has to contain {file}, which the path of the RBAC file replaces',
          })
          .optional()
          .meta({
            description:
              'Address of RBAC files in the source repository, with {file} for the path; their copies in the output unless given.',
            examples: ['https://github.com/example/repo/blob/main/{file}'],
          }),
      })
      .optional()
      .meta({
        description: 'Where links on cards, slides and pages lead.',
        examples: [{ base: 'https://example.com/personas/' }],
      }),
  })
  .meta({
    id: 'settings',
    title: 'persona-deck settings',
    description: 'Build settings. The folder that holds this file is the project root.',
    examples: [{ workload: 'personas', outputs: ['pptx', 'print'], paper: 'a4' }],
  });

/** Settings of a project. Every key is optional; defaults are for those who use them. */
export type Settings = z.infer<typeof settingsSchema>;
