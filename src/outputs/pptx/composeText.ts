import type { FittedText, Paragraph, Run } from '../../layout/slides/model.ts';
import type { ComposeContext } from './composeContext.ts';
import { isRightToLeft } from './guards.ts';
import type { LayoutName, PlaceholderName, PlaceholderSpec } from '../../layout/slides/format/model.ts';
import type { Color, LinkSpec, ParagraphSpec, RunSpec, TextSpec } from './slideSpec.ts';

/** How text outside of placeholders looks: placeholders take their looks from the layout. */
export interface TextLook {
  readonly size: number;
  readonly color: Color;
  /** Of quiet runs and labels. */
  readonly quiet: Color;
  readonly font?: 'heading';
  readonly bold?: boolean;
  readonly boldLabels?: boolean;
  readonly align?: 'center' | 'end';
}

/**
 * Text of a slide: fills the placeholder of its layout, and is a text box of that look on layouts of a company's template
 * that have none.
 */
export function layoutText(
  text: FittedText,
  layout: LayoutName,
  placeholder: PlaceholderName,
  look: Omit<TextLook, 'size'>,
  context: ComposeContext,
): TextSpec {
  const spec = context.layout(layout).placeholders.find(({ name }) => name === placeholder);
  if (spec !== undefined) return placeholderText(text, spec, context);
  return textBox(partNames[placeholder], text, { ...look, size: text.size }, context);
}

/** A slide's title. Every layout has a place for one. */
export function titleText(text: FittedText, layout: LayoutName, context: ComposeContext): TextSpec {
  const { ink, quiet } = context.onSlide;
  return layoutText(text, layout, 'title', { color: ink, quiet, font: 'heading', bold: true }, context);
}

/** What text boxes are called that stand for a placeholder. */
const partNames: Readonly<Record<PlaceholderName, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  summary: 'Summary',
  first: 'Fields',
  second: 'More fields',
  source: 'RBAC file',
  content: 'Content',
};

/** Text that fills a placeholder: says only what differs from the layout. */
function placeholderText(text: FittedText, spec: PlaceholderSpec, context: ComposeContext): TextSpec {
  // A single level is the text's own; of two, labels are the first and values the second.
  const outlined = (spec.levels?.length ?? 1) > 1;
  // The emitter passes a run's size on to later ones, so labels say theirs again.
  const sizeOf = (role: Paragraph['role']): { size?: number } =>
    text.shrunk || text.unsized === true ? { size: role === 'label' ? LABEL_SIZE : text.size } : {};
  return {
    kind: 'text',
    name: spec.label,
    placeholder: spec.name,
    box: text.box,
    anchor: 'top',
    paragraphs: text.paragraphs.map((paragraph) => ({
      runs: paragraph.runs.map((run) => ({
        text: run.text,
        ...sizeOf(paragraph.role),
        ...toneOf(run, undefined, context),
        ...linkOf(run, context),
      })),
      level: outlined && paragraph.role === 'plain' ? 1 : 0,
      rtl: directionOf(paragraph, context),
    })),
  };
}

/** A text box of its own. */
export function textBox(name: string, text: FittedText, look: TextLook, context: ComposeContext): TextSpec {
  return {
    kind: 'text',
    name,
    box: text.box,
    anchor: 'top',
    paragraphs: text.paragraphs.map((paragraph, index) => ({
      ...styledParagraph(paragraph, { ...look, size: paragraph.role === 'label' ? LABEL_SIZE : text.size }, context),
      ...(paragraph.role === 'label' && index > 0 ? { spaceBefore: LABEL_SPACE } : {}),
    })),
  };
}

const LABEL_SIZE = 12;
const LABEL_SPACE = 10;

export function styledParagraph(paragraph: Paragraph, look: TextLook, context: ComposeContext): ParagraphSpec {
  const runs = paragraph.runs.map((run): RunSpec => {
    const color = paragraph.role === 'label' ? look.quiet : look.color;
    const bold = run.bold === true || (paragraph.role === 'plain' ? look.bold : look.boldLabels) === true;
    const link = linkOf(run, context);
    return {
      text: run.text,
      size: look.size,
      color,
      ...(bold ? { bold } : {}),
      ...(look.font === undefined ? {} : { font: look.font }),
      ...toneOf(run, look, context),
      ...link,
    };
  });
  return {
    runs,
    rtl: directionOf(paragraph, context),
    ...(look.align === undefined ? {} : { align: look.align }),
  };
}

/** What a run's tone changes. Without a look, the run stands in a placeholder. */
function toneOf(run: Run, look: TextLook | undefined, { palette }: ComposeContext): Partial<RunSpec> {
  if (run.tone === 'quiet') return { color: look?.quiet ?? palette.token('quiet') };
  if (run.tone === 'attention') return { color: palette.token('attention') };
  return {};
}

function linkOf(run: Run, context: ComposeContext): { link?: LinkSpec } {
  const link =
    run.slide !== undefined
      ? context.linkIn(run.slide, run.tip)
      : run.link !== undefined
        ? context.linkOut(run.link, run.tip)
        : undefined;
  return link === undefined ? {} : { link };
}

/** Text in another script runs its own way; signs and numbers run as the deck does. */
function directionOf(paragraph: Paragraph, { deck }: ComposeContext): boolean {
  const text = paragraph.runs.map((run) => run.text).join('');
  return /\p{L}/u.test(text) ? isRightToLeft(text) : deck.direction === 'rtl';
}
