import { safeLine } from '../guards.ts';
import type { LinkSpec, ParagraphSpec, RunSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { splitSigns } from './signs.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** What text of ours needs to know of where it stands. */
export interface TextContext {
  readonly language: string;
  /** Whether the deck reads from right to left. */
  readonly rtl: boolean;
  /** Height of a line in points. */
  readonly lineSpacing: number;
  /** The element that makes a run a link. */
  readonly linkTo: (link: LinkSpec) => XmlElement;
}

const hundredths = (points: number): number => Math.round(points * 100);

/** A paragraph as the format has it: its properties once, its runs, what is typed at its end. */
export function textParagraph(paragraph: ParagraphSpec, context: TextContext): XmlElement {
  const size = paragraph.runs.at(-1)?.size;
  return element(
    'a:p',
    {},
    properties(paragraph, context),
    ...paragraph.runs.filter(({ text }) => text !== '').flatMap((run) => splitSigns(textRun(run, context))),
    element('a:endParaRPr', { lang: context.language, sz: size === undefined ? undefined : hundredths(size) }),
  );
}

/** Latin text in a deck that reads from right to left stands on the right too, but runs its own way. */
function properties({ rtl, align, spaceBefore }: ParagraphSpec, context: TextContext): XmlElement {
  const right = rtl || context.rtl;
  const toRight = (align === 'end') !== right;
  return element(
    'a:pPr',
    {
      algn: align === 'center' ? 'ctr' : toRight ? 'r' : align === 'end' ? 'l' : undefined,
      rtl: right ? Number(rtl) : undefined,
    },
    element('a:lnSpc', {}, element('a:spcPts', { val: hundredths(context.lineSpacing) })),
    ...(spaceBefore === undefined
      ? []
      : [element('a:spcBef', {}, element('a:spcPts', { val: hundredths(spaceBefore) }))]),
  );
}

/** Links have the theme's colour for links. */
function textRun({ text, size, color, bold, font, link }: RunSpec, context: TextContext): XmlElement {
  const fonts = ['lt', 'ea', 'cs'].map((script) => [script === 'lt' ? 'latin' : script, `+mj-${script}`] as const);
  return element(
    'a:r',
    {},
    element(
      'a:rPr',
      {
        lang: context.language,
        sz: size === undefined ? undefined : hundredths(size),
        b: bold === true ? 1 : undefined,
      },
      ...(color === undefined || link !== undefined ? [] : [element('a:solidFill', {}, colorElement(color))]),
      ...(font === undefined ? [] : fonts.map(([name, typeface]) => element(`a:${name}`, { typeface }))),
      ...(link === undefined ? [] : [context.linkTo(link)]),
    ),
    element('a:t', {}, safeLine(text)),
  );
}
