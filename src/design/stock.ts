import type { PaperSize } from './design.ts';
import { type Mm, mm } from './units.ts';

/** A sheet of cards that is sold perforated or punched. Lengths as the sheet stands upright. */
export interface Stock {
  readonly name: string;
  /** Other part numbers of the same geometry. */
  readonly also: readonly string[];
  readonly paper: PaperSize;
  readonly card: { readonly width: Mm; readonly height: Mm };
  readonly columns: number;
  readonly rows: number;
  /** Top left of the first card. */
  readonly left: Mm;
  readonly top: Mm;
  /** From one card's left or top to the next one's. */
  readonly pitch: { readonly x: Mm; readonly y: Mm };
}

const letter: PaperSize = { name: 'letter', width: mm(215.9), height: mm(279.4) };
const a4: PaperSize = { name: 'a4', width: mm(210), height: mm(297) };

const stock = (
  [name, ...also]: readonly [string, ...string[]],
  paper: PaperSize,
  [width, height]: readonly [number, number],
  [columns, rows]: readonly [number, number],
  [left, top]: readonly [number, number],
  [x, y]: readonly [number, number],
): Stock => ({
  name,
  also,
  paper,
  card: { width: mm(width), height: mm(height) },
  columns,
  rows,
  left: mm(left),
  top: mm(top),
  pitch: { x: mm(x), y: mm(y) },
});

/** Geometry of the sheets by part number, as the templates of gLabels have it. */
export const stocks: readonly Stock[] = [
  stock(
    ['avery-5371', 'avery-8371', 'avery-8871', 'avery-28371'],
    letter,
    [88.9, 50.8],
    [2, 5],
    [19.05, 12.7],
    [88.9, 50.8],
  ),
  stock(['avery-8373', 'avery-28373', 'avery-8869'], letter, [88.9, 50.8], [2, 4], [12.7, 19.05], [101.6, 63.5]),
  stock(['avery-5388'], letter, [127, 76.2], [1, 3], [44.45, 25.4], [127, 76.2]),
  stock(['avery-5389'], letter, [152.4, 101.6], [1, 2], [31.75, 31.75], [152.4, 114.3]),
  stock(['avery-c32011-10'], a4, [85, 54], [2, 5], [15, 13.5], [95, 54]),
  stock(['avery-l7414'], a4, [90, 52], [2, 5], [15, 18.5], [90, 52]),
  stock(['avery-8414'], a4, [87, 50.8], [2, 5], [14.82, 20.42], [93.13, 50.8]),
  stock(['avery-l4785'], a4, [80, 50], [2, 5], [18, 13], [95, 55]),
];
