import type { Design } from '../../design/design.ts';
import { type Pt, pt } from '../../design/units.ts';
import type { TextBlock, TextExtent } from '../measure.ts';
import type { Fitting } from './batch.ts';
import type { TextPlace, TextStyle, TypeScale } from './format/model.ts';
import { lineHeightOf } from './lineHeight.ts';
import type { Box } from '../box.ts';
import type { FittedText, Paragraph } from './model.ts';

/** Office breaks lines a little differently from the browser that measures: so much is kept free, both ways. */
const SPARE = 1.04;

/** Sizes are tried in steps of this. */
const SIZE_STEP = 0.25;

/** What measuring has to know of the fonts of titles and of text. */
export interface FontMeasures {
  /** Of a line at single spacing, as a multiple of the size. */
  readonly lineHeight: { readonly body: number; readonly heading: number };
  /** How much wider text may run in Office than in what measures. */
  readonly widthFactor: { readonly body: number; readonly heading: number };
}

export function fontMeasures({ theme }: Design): FontMeasures {
  const { body, heading } = theme.fonts;
  return {
    lineHeight: { body: lineHeightOf(body), heading: lineHeightOf(heading) },
    widthFactor: { body: body.widthFactor ?? 1, heading: heading.widthFactor ?? 1 },
  };
}

/** What all fittings of a deck need to know. */
export interface Typography extends FontMeasures {
  readonly sizes: TypeScale;
}

export function typographyOf(design: Design, sizes: TypeScale): Typography {
  return { ...fontMeasures(design), sizes };
}

/** A block as `MeasureText` wants it; `width` is that of the box, before the spare is taken off. */
export function blockOf(
  paragraphs: readonly string[],
  style: TextStyle,
  size: Pt,
  width: number,
  fonts: FontMeasures,
): TextBlock {
  const { font, bold, capitals = false, lineSpacing = 1, spaceBefore = pt(0), kept } = style;
  return {
    paragraphs: capitals ? paragraphs.map((text) => text.toUpperCase()) : paragraphs,
    font,
    bold,
    size,
    lineHeight: fonts.lineHeight[font] * lineSpacing,
    paragraphGap: spaceBefore,
    width: pt((width - (kept?.width ?? 0)) / (SPARE * fonts.widthFactor[font])),
  };
}

/** Height that a measured block takes on a slide, spare included and over-long words broken as Office breaks them. */
export function heightOf(block: TextBlock, extent: TextExtent): number {
  return (extent.height + brokenLines(block, extent) * block.size * block.lineHeight) * SPARE;
}

/** Whether a word did not fit the column. Browsers measure whole pixels: less than one and a half is no difference. */
export function isTooWide(block: TextBlock, extent: TextExtent): boolean {
  return extent.width > block.width + 1;
}

/** Lines that a block grows by when words wider than the column are broken, estimated from the widest one. */
function brokenLines(block: TextBlock, extent: TextExtent): number {
  if (!isTooWide(block, extent)) return 0;
  const words = block.paragraphs.flatMap((text) => text.split(/\s+/));
  const longest = Math.max(...words.map((word) => word.length));
  const perLine = Math.max(1, Math.floor((longest * block.width) / extent.width) - 1);
  return words.reduce((lines, word) => lines + Math.ceil(word.length / perLine) - 1, 0);
}

/** From the design size down to the floor. */
export function sizesBelow(design: Pt, { sizes: { floor } }: Typography): Pt[] {
  const steps = Math.max(0, Math.round((design - floor) / SIZE_STEP));
  return Array.from({ length: steps }, (_, index) => pt(design - (index + 1) * SIZE_STEP));
}

/** Fits text to a place as its format has it. */
export function* fitPlace(
  { box, style, size, unsized }: TextPlace,
  paragraphs: readonly Paragraph[],
  typography: Typography,
): Fitting<FittedText> {
  const fitted = yield* fitText(box, paragraphs, style, size, typography);
  return unsized === undefined ? fitted : { ...fitted, unsized };
}

/** Finds the largest size, from `designSize` down to the floor, at which plain paragraphs fit their box. */
export function* fitText(
  place: Box,
  paragraphs: readonly Paragraph[],
  style: TextStyle,
  designSize: Pt,
  typography: Typography,
): Fitting<FittedText> {
  const texts = paragraphs.map(textOf);
  const room = place.height - (style.kept?.height ?? 0);
  const at = (size: Pt): TextBlock => blockOf(texts, style, size, place.width, typography);
  const holds = (block: TextBlock, extent: TextExtent | undefined): boolean =>
    extent !== undefined && !isTooWide(block, extent) && extent.height * SPARE <= room;
  const fitted = (size: Pt, fits: boolean): FittedText => ({
    box: place,
    paragraphs,
    font: style.font,
    size,
    designSize,
    shrunk: size < designSize,
    fits,
  });
  const first = at(designSize);
  const [extent] = yield [first];
  if (holds(first, extent)) return fitted(designSize, true);
  // First every eighth size, then the seven above the one that fits.
  const sizes = sizesBelow(designSize, typography);
  const coarse = sizes.filter((_size, index) => index % COARSE === COARSE - 1 || index === sizes.length - 1).map(at);
  const coarseExtents = yield coarse;
  const held = coarse.findIndex((block, index) => holds(block, coarseExtents[index]));
  if (held < 0) {
    const [smallest, measured] = [coarse.at(-1) ?? first, coarseExtents.at(-1)];
    return fitted(smallest.size, measured !== undefined && heightOf(smallest, measured) <= room);
  }
  const upper = coarse[held - 1]?.size ?? designSize;
  const fine = sizes.filter((size) => size < upper && size >= (coarse[held]?.size ?? upper)).map(at);
  const fineExtents = yield fine;
  const found = fine.findIndex((block, index) => holds(block, fineExtents[index]));
  return fitted(fine[found]?.size ?? coarse[held]?.size ?? designSize, true);
}

/** Steps between the sizes that are tried first. */
const COARSE = 8;

export const textOf = (paragraph: Paragraph): string => paragraph.runs.map((run) => run.text).join('');

export const plain = (text: string): Paragraph => ({ role: 'plain', runs: [{ text }] });
