/**
 * What texts take that are not measured: rather a line too many than one that has no room. Widths are in sizes of the
 * letters.
 */

const LETTER = 0.6;
const WIDE_LETTER = 1.05;
/** A line ends before a word that passes it, which loses half a word a line or so. */
const LOST = 1.15;

export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDE_LETTER : LETTER), 0);
}

/** Lines of a text in a column; `width` and `size` in points. */
export function linesOf(text: string, width: number, size: number): number {
  const length = widthOf(text) * size;
  return length <= width ? 1 : Math.ceil((length * LOST) / Math.max(width, size));
}
