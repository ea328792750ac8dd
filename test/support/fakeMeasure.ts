import { pt } from '../../src/design/units.ts';
import type { MeasureText, TextBlock, TextExtent } from '../../src/layout/measure.ts';

/** Advance widths of Carlito for U+0020 to U+007E, in thousandths of the size. */
const regular = [
  226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507,
  507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855,
  646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525,
  498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314,
  460, 314, 498,
];
/** Bold is that much wider on average. */
const BOLD = 1.03;
/** Other scripts and symbols, on average. */
const OTHER = 600;

/** Measures without a browser: real widths of Latin letters, greedy lines. Counts its calls. */
export function fakeMeasure(): MeasureText & { calls: number; blocks: number } {
  const measure = Object.assign(
    async (blocks: readonly TextBlock[]): Promise<readonly TextExtent[]> => {
      measure.calls += 1;
      measure.blocks += blocks.length;
      return blocks.map(extentOf);
    },
    { calls: 0, blocks: 0 },
  );
  return measure;
}

function extentOf(block: TextBlock): TextExtent {
  let lines = 0;
  let widest = 0;
  for (const paragraph of block.paragraphs) {
    const broken = linesOf(paragraph, block);
    lines += broken.length;
    widest = Math.max(widest, ...broken);
  }
  const gaps = Math.max(0, block.paragraphs.length - 1) * block.paragraphGap;
  return { width: pt(widest), height: pt(lines * block.size * block.lineHeight + gaps) };
}

/** Widths of the lines that a paragraph breaks into. */
function linesOf(text: string, block: TextBlock): number[] {
  const space = widthOf(' ', block);
  const lines: number[] = [];
  let line = 0;
  for (const word of text.split(/[ \n]+/)) {
    const width = widthOf(word, block);
    if (line > 0 && line + space + width > block.width) {
      lines.push(line);
      line = width;
    } else {
      line += (line > 0 ? space : 0) + width;
    }
  }
  return [...lines, line];
}

function widthOf(text: string, { size, bold }: TextBlock): number {
  let units = 0;
  for (const character of text) units += regular[(character.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (units / 1000) * size * (bold ? BOLD : 1);
}
