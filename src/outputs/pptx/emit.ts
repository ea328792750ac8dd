import type pptxgenjs from 'pptxgenjs';
import type { LayoutSpec } from '../../layout/slides/format/model.ts';
import { type Box, box } from '../../layout/box.ts';
import { checkedBox, safeLine } from './guards.ts';
import { leavesOf } from './leaves.ts';
import { type SlideNumbers, slideNumber, slideNumbers } from './slideNumbers.ts';
import type {
  Color,
  DeckSpec,
  DrawingSpec,
  LeafSpec,
  ParagraphSpec,
  RunSpec,
  ShapeSpec,
  SlideSpec,
  TextSpec,
} from './slideSpec.ts';

const POINTS_PER_INCH = 72;

/** Some of a deck's slides in a package without compression, which still has the library's defects: see `finish`. */
export interface EmittedSlides {
  /** Of the deck's slides, counted from 0. */
  readonly from: number;
  readonly slides: readonly SlideSpec[];
  readonly archive: Uint8Array;
}

/** So much at a time keeps memory flat: what the library holds is several times what it writes. */
const SLIDES_AT_A_TIME = 80;
const ELEMENTS_AT_A_TIME = 1500;

/**
 * Writes the deck's slides with pptxgenjs, some at a time. Links between slides count through the whole deck.
 *
 * The library changes the option objects that it is given, so each call gets fresh ones. Every leaf gives one shape
 * of the slide, in the order of the spec; `finish` relies on it.
 */
export async function* emit(deck: DeckSpec): AsyncGenerator<EmittedSlides> {
  const { default: Library } = await import('pptxgenjs');
  const numbers = slideNumbers(deck);
  for (const { from, slides } of batchesOf(deck)) {
    // The package's types describe a default export, which is one level deeper under Node's module resolution.
    const pptx = new (Library as unknown as typeof pptxgenjs.default)();
    pptx.defineLayout({ name: 'deck', width: inches(deck.width), height: inches(deck.height) });
    pptx.layout = 'deck';
    defineLayouts(pptx, deck.layouts);
    for (const slide of slides) emitSlide(pptx, slide, numbers);
    yield { from, slides, archive: (await pptx.write({ outputType: 'nodebuffer' })) as Uint8Array };
  }
}

/** The deck's slides, composed as they are asked for, as many as may be held at once. */
function* batchesOf({ slides }: DeckSpec): Generator<Pick<EmittedSlides, 'from' | 'slides'>> {
  let batch: SlideSpec[] = [];
  let elements = 0;
  for (const [index, entry] of slides.entries()) {
    const slide = entry.compose();
    batch.push(slide);
    elements += leavesOf(slide).length;
    if (index < slides.length - 1 && batch.length < SLIDES_AT_A_TIME && elements < ELEMENTS_AT_A_TIME) continue;
    yield { from: index + 1 - batch.length, slides: batch };
    [batch, elements] = [[], 0];
  }
}

/** Only names and placeholders: `finish` writes the layouts themselves. The library brings the blank one. */
function defineLayouts(pptx: pptxgenjs.default, layouts: readonly LayoutSpec[]): void {
  for (const { name, placeholders } of layouts) {
    if (name === 'blank') continue;
    pptx.defineSlideMaster({
      title: name,
      objects: placeholders.map((placeholder) => ({
        placeholder: {
          options: {
            name: placeholder.name,
            type: placeholder.index === undefined ? 'title' : 'body',
            ...place(placeholder.box),
          },
          text: '',
        },
      })),
    });
  }
}

function emitSlide(pptx: pptxgenjs.default, spec: SlideSpec, numbers: SlideNumbers): void {
  const slide = pptx.addSlide({ masterName: spec.layout });
  for (const element of leavesOf(spec)) emitElement(slide, element, numbers);
  if (spec.notes.length > 0) slide.addNotes(spec.notes.map(safeLine).join('\n'));
}

function emitElement(slide: pptxgenjs.default.Slide, element: LeafSpec, numbers: SlideNumbers): void {
  if (element.kind === 'connector') return emitPlace(slide, { box: box(0, 0, 1, 1) });
  checkedBox(element.box, element.name);
  switch (element.kind) {
    case 'text':
      return emitText(slide, element, numbers);
    case 'shape':
      return emitShape(slide, element);
    case 'drawing':
      for (const shape of element.shapes) checkedBox(shape.box, shape.name);
      return emitPlace(slide, element);
    case 'picture': {
      const data = Buffer.from(element.image.bytes).toString('base64');
      slide.addImage({ data: `${element.image.mediaType};base64,${data}`, ...place(element.box) });
      return;
    }
    case 'panel':
    case 'table':
      return emitPlace(slide, element);
  }
}

function emitText(
  slide: pptxgenjs.default.Slide,
  { placeholder, paragraphs, anchor, box }: TextSpec,
  numbers: SlideNumbers,
): void {
  const inherited = placeholder === undefined ? {} : { placeholder };
  slide.addText(
    paragraphs.flatMap((paragraph) => paragraphRuns(paragraph, numbers, inherited)),
    { ...inherited, ...place(box), margin: 0, valign: anchor, fit: 'shrink', isTextBox: placeholder === undefined },
  );
}

/** A paragraph's runs; the last one ends it. */
function paragraphRuns(
  { runs, level, rtl, spaceBefore, align }: ParagraphSpec,
  numbers: SlideNumbers,
  inherited: pptxgenjs.default.TextPropsOptions,
): pptxgenjs.default.TextProps[] {
  return runs.map((run, index) => ({
    text: safeLine(run.text),
    options: {
      ...inherited,
      ...(level === undefined || level === 0 ? {} : { indentLevel: level }),
      ...(rtl ? { rtlMode: true } : {}),
      ...alignmentOf(align, rtl),
      ...(spaceBefore === undefined ? {} : { paraSpaceBefore: spaceBefore }),
      ...runOptions(run, numbers),
      breakLine: index === runs.length - 1,
    },
  }));
}

/** The library's default is the left. */
function alignmentOf(align: ParagraphSpec['align'], rtl: boolean): { align?: 'left' | 'center' | 'right' } {
  if (align === 'center') return { align };
  const right = (align === 'end') !== rtl;
  return right ? { align: 'right' } : align === 'end' ? { align: 'left' } : {};
}

function runOptions(
  { size, color, bold, font, link }: RunSpec,
  numbers: SlideNumbers,
): pptxgenjs.default.TextPropsOptions {
  return {
    ...(size === undefined ? {} : { fontSize: size }),
    // Links have the theme's colour for links.
    ...(color === undefined || link !== undefined ? {} : { color: colorName(color) }),
    ...(bold === true ? { bold: true } : {}),
    ...(font === undefined ? {} : { fontFace: '+mj-lt' }),
    ...(link === undefined ? {} : { hyperlink: hyperlink(link, numbers) }),
  };
}

function hyperlink(link: NonNullable<RunSpec['link']>, numbers: SlideNumbers): pptxgenjs.default.HyperlinkProps {
  const tip = link.tip === undefined ? {} : { tooltip: safeLine(link.tip) };
  if ('url' in link) return { url: link.url, ...tip };
  return { slide: slideNumber(numbers, link.slide), ...tip };
}

/** Every shape as a rectangle: `finish` draws the paths, which the library would write at ten times their length. */
function emitShape(slide: pptxgenjs.default.Slide, { box, fill, stroke }: ShapeSpec): void {
  slide.addShape('rect', {
    ...place(box),
    ...(fill === undefined ? {} : { fill: fillOf(fill) }),
    ...(stroke === undefined ? {} : { line: { color: colorName(stroke.color), width: stroke.width } }),
  });
}

function fillOf(color: Color): pptxgenjs.default.ShapeFillProps {
  const { alpha } = color;
  return { color: colorName(color), ...(alpha === undefined ? {} : { transparency: Math.round(100 * (1 - alpha)) }) };
}

/** A rectangle in whose place `finish` puts what the library has no word for, or is slow to write, as tables are. */
function emitPlace(slide: pptxgenjs.default.Slide, { box: where }: Pick<DrawingSpec, 'box'>): void {
  slide.addShape('rect', place(where));
}

/** A slot of the theme, or a fixed colour. Tones of the theme's colours occur in groups, which `finish` draws. */
function colorName(color: Color): string {
  return color.scheme !== undefined && color.tone === undefined ? color.scheme : color.hex.slice(1).toUpperCase();
}

function place({ x, y, width, height }: Box): { x: number; y: number; w: number; h: number } {
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) };
}

function inches(points: number): number {
  return points / POINTS_PER_INCH;
}
