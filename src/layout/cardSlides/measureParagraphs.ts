import type { TextBlock, TextExtent } from '../measure.ts';
import type { Fitting } from '../slides/batch.ts';
import { blockOf, heightOf, isTooWide, type FontMeasures } from '../slides/fitText.ts';
import type { CardParagraph, CardRun } from './model.ts';

type LineHeights = FontMeasures;

/** Paragraphs one below the other, in a box of some width. */
export interface ParagraphsExtent {
  /** Lower edge of each unit. */
  readonly bottoms: readonly number[];
  readonly height: number;
  /** Whether a word is wider than its line. */
  readonly broken: boolean;
  /** Of the first paragraph. */
  readonly lines: number;
}

/** Between items of one paragraph. */
const DIVIDER = '\u00a0· ';

/** What a paragraph shows, its head aside. */
export function paragraphRuns({ lead = [], parts }: CardParagraph, count = parts.length): CardRun[] {
  return [
    ...lead,
    ...parts
      .slice(0, count)
      .flatMap((part, index): CardRun[] => (index === 0 ? [...part] : [{ text: DIVIDER, tone: 'quiet' }, ...part])),
  ];
}

/**
 * Measures paragraphs. Where one of several units passes `available`, its units are measured one after another, to
 * see how many have room.
 */
export function* measureParagraphs(
  paragraphs: readonly CardParagraph[],
  width: number,
  available: number,
  lineHeights: LineHeights,
): Fitting<ParagraphsExtent> {
  const blocks = paragraphs.map((paragraph) => blockFor(paragraph, width, lineHeights));
  const extents = yield blocks;
  const bottoms: number[] = [];
  let top = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const start = top + (index === 0 ? 0 : paragraph.spaceBefore);
    top = start + blockHeight(blocks[index], extents[index]);
    const units = paragraph.units === 'none' ? 0 : paragraph.units === 'one' ? 1 : paragraph.parts.length;
    if (units > 1 && top > available && start < available) {
      const heights: number[] = yield* unitHeights(paragraph, available - start, width, lineHeights);
      bottoms.push(...Array.from({ length: units }, (_, unit) => start + (heights[unit] ?? top - start)));
    } else {
      bottoms.push(...Array.from({ length: units }, () => top));
    }
  }
  const broken = blocks.some((block, index) => isTooWide(block, extents[index] ?? noExtent));
  return { bottoms, height: top, broken, lines: linesOf(blocks[0], extents[0]) };
}

/** Height of a paragraph up to each of its units, as far as they may have room. */
function* unitHeights(
  paragraph: CardParagraph,
  room: number,
  width: number,
  lineHeights: LineHeights,
): Fitting<number[]> {
  // No more characters stand in the room, however narrow: what is longer need not be measured.
  const most = (room / paragraph.size) * (width / (paragraph.size * NARROWEST));
  const blocks: TextBlock[] = [];
  for (let count = 1; count <= paragraph.parts.length; count += 1) {
    const block = blockFor(paragraph, width, lineHeights, count);
    if ((block.paragraphs[0]?.length ?? 0) > most) break;
    blocks.push(block);
  }
  const extents = yield blocks;
  return blocks.map((block, index) => blockHeight(block, extents[index]));
}

/** Width of the narrowest letters, in ems. */
const NARROWEST = 0.2;

function linesOf(block: TextBlock | undefined, extent: TextExtent | undefined): number {
  return block === undefined || extent === undefined ? 0 : Math.round(extent.height / (block.size * block.lineHeight));
}

const noExtent = { width: 0, height: 0 } as TextExtent;

function blockHeight(block: TextBlock | undefined, extent: TextExtent | undefined): number {
  return block === undefined || extent === undefined ? 0 : heightOf(block, extent);
}

function blockFor(
  paragraph: CardParagraph,
  width: number,
  lineHeights: LineHeights,
  count = paragraph.parts.length,
): TextBlock {
  const text = paragraphRuns(paragraph, count)
    .map((run) => run.text)
    .join('');
  const { font, bold, leading, size, head } = paragraph;
  return blockOf([text], { font, bold, lineSpacing: leading }, size, width - (head?.hanging ?? 0), lineHeights);
}
