import type { Labels } from '../../design/design.ts';
import type { Pt } from '../../design/units.ts';
import type { TextBlock, TextExtent } from '../measure.ts';
import type { Fitting } from './batch.ts';
import { type FieldContent, fieldParagraphs, valueParagraphs } from './fields.ts';
import { blockOf, heightOf, isTooWide, sizesBelow, type Typography, textOf } from './fitText.ts';
import type { Box } from '../box.ts';
import type { FittedText } from './model.ts';

/** Space above each label. */
const LABEL_GAP = 8;

/**
 * Finds the one size at which all columns of a slide hold their fields. Undefined when there is none: the fields then
 * have to continue on another slide.
 */
export function* fitColumns(
  columns: readonly (readonly FieldContent[])[],
  boxes: readonly Box[],
  typography: Typography,
): Fitting<FittedText[] | undefined> {
  const blocksAt = (size: Pt): TextBlock[][] =>
    columns.map((contents, index) =>
      contents.map((content) => valueBlock(content, boxes[index]?.width ?? 0, size, typography)),
    );
  const design = blocksAt(typography.sizes.value);
  const extents = yield design.flat();
  if (allHold(design, extents, columns, boxes, typography))
    return columnTexts(columns, boxes, typography.sizes.value, typography);
  const smaller = sizesBelow(typography.sizes.value, typography).map((size) => ({ size, blocks: blocksAt(size) }));
  const all = yield smaller.flatMap(({ blocks }) => blocks.flat());
  let from = 0;
  for (const { size, blocks } of smaller) {
    const count = blocks.flat().length;
    if (allHold(blocks, all.slice(from, from + count), columns, boxes, typography))
      return columnTexts(columns, boxes, size, typography);
    from += count;
  }
  return undefined;
}

/** Fills boxes one after another at the floor size; what is left over comes back. */
export function* fillColumns(
  contents: readonly FieldContent[],
  boxes: readonly Box[],
  typography: Typography,
  labels: Labels,
): Fitting<{ texts: FittedText[]; rest: readonly FieldContent[] }> {
  const texts: FittedText[] = [];
  let rest = contents;
  for (const box of boxes) {
    const filled: { placed: FieldContent[]; rest: FieldContent[] } = yield* fillBox(rest, box, typography, labels);
    rest = filled.rest;
    texts.push(...columnTexts([filled.placed], [box], typography.sizes.floor, typography));
  }
  return { texts, rest };
}

function* fillBox(
  contents: readonly FieldContent[],
  box: Box,
  typography: Typography,
  labels: Labels,
): Fitting<{ placed: FieldContent[]; rest: FieldContent[] }> {
  const blocks = contents.map((content) => valueBlock(content, box.width, typography.sizes.floor, typography));
  const extents = yield blocks;
  let room: number = box.height;
  for (const [index, content] of contents.entries()) {
    const height = fieldHeight(content, blocks[index], extents[index], typography);
    if (height <= room) {
      room -= height;
      continue;
    }
    // A sentence goes to the next place whole: cut in two, it would leave a few words there.
    const whole = content.flow === 'words' && index > 0;
    const count = whole ? 0 : yield* partsThatFit(content, box, room, typography);
    const split = count > 0 || index > 0 ? count : 1;
    const [placed, rest] = splitContent(content, split, labels);
    return { placed: [...contents.slice(0, index), ...placed], rest: [...rest, ...contents.slice(index + 1)] };
  }
  return { placed: [...contents], rest: [] };
}

/** How many parts of a field fit in `room`. */
function* partsThatFit(content: FieldContent, box: Box, room: number, typography: Typography): Fitting<number> {
  const prefixes = content.parts.map((_part, index) => ({ ...content, parts: content.parts.slice(0, index + 1) }));
  const blocks = prefixes.map((prefix) => valueBlock(prefix, box.width, typography.sizes.floor, typography));
  const extents = yield blocks;
  const firstTooTall = prefixes.findIndex(
    (prefix, index) => fieldHeight(prefix, blocks[index], extents[index], typography) > room,
  );
  return firstTooTall < 0 ? prefixes.length : firstTooTall;
}

function splitContent(content: FieldContent, count: number, labels: Labels): [FieldContent[], FieldContent[]] {
  const [first, second] = [content.parts.slice(0, count), content.parts.slice(count)];
  const continued =
    content.label === '' || content.label.endsWith(`(${labels.continued})`)
      ? content.label
      : `${content.label} (${labels.continued})`;
  return [
    first.length === 0 ? [] : [{ ...content, parts: first }],
    second.length === 0 ? [] : [{ ...content, label: count === 0 ? content.label : continued, parts: second }],
  ];
}

function valueBlock(content: FieldContent, width: number, size: Pt, typography: Typography): TextBlock {
  return blockOf(valueParagraphs(content).map(textOf), { font: 'body', bold: false }, size, width, typography);
}

function fieldHeight(
  content: FieldContent,
  block: TextBlock | undefined,
  extent: TextExtent | undefined,
  typography: Typography,
): number {
  const label = content.label === '' ? 0 : typography.sizes.label * typography.lineHeight.body + LABEL_GAP;
  return label + (block === undefined || extent === undefined ? 0 : heightOf(block, extent));
}

function allHold(
  blocks: readonly (readonly TextBlock[])[],
  extents: readonly TextExtent[],
  columns: readonly (readonly FieldContent[])[],
  boxes: readonly Box[],
  typography: Typography,
): boolean {
  let from = 0;
  return columns.every((contents, column) => {
    const own = blocks[column] ?? [];
    const measured = extents.slice(from, from + own.length);
    from += own.length;
    // A word too wide for the column may still be broken, but only at the smallest size.
    const broken = own.some((block, index) => {
      const extent = measured[index];
      return block.size > typography.sizes.floor && extent !== undefined && isTooWide(block, extent);
    });
    const height = contents.reduce(
      (total, content, index) => total + fieldHeight(content, own[index], measured[index], typography),
      0,
    );
    return !broken && height <= (boxes[column]?.height ?? 0);
  });
}

function columnTexts(
  columns: readonly (readonly FieldContent[])[],
  boxes: readonly Box[],
  size: Pt,
  { sizes: { value } }: Typography,
): FittedText[] {
  return columns.flatMap((contents, index) => {
    const box = boxes[index];
    if (box === undefined) return [];
    const text: FittedText = {
      box,
      paragraphs: contents.flatMap(fieldParagraphs),
      font: 'body',
      size,
      designSize: value,
      shrunk: size < value,
      fits: true,
    };
    return [text];
  });
}
