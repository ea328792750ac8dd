import type { SheetCell, SheetColumn } from './workbookModel.ts';

const NARROWEST = 8;
const WIDEST = 44;
/** Room for the button of the filter, and for the padding of a cell. */
const FILTER_BUTTON = 4;
const PADDING = 2;
/** Digits are somewhat wider on screens that do not round them to pixels. */
const MARGIN = 1.07;

export interface ColumnFit {
  readonly width: number;
  /** Whether a cell has more than one line at that width. */
  readonly wraps: boolean;
}

/** Width of a column in digits of the default font: as wide as its longest line, up to a limit past which text wraps. */
export function fitColumn(column: SheetColumn, cells: Iterable<SheetCell>): ColumnFit {
  const widest = column.widest ?? WIDEST;
  let longest = 0;
  let lines = false;
  for (const cell of cells) {
    const text = textOf(cell);
    lines ||= text.includes('\n');
    if (longest < widest) for (const line of text.split('\n')) longest = Math.max(longest, digitsOf(line));
  }
  const needed = Math.max(NARROWEST, longest + PADDING, digitsOf(column.header) + FILTER_BUTTON);
  return {
    width: Math.min(needed, Math.max(widest, digitsOf(column.header) + FILTER_BUTTON)),
    wraps: lines || needed > widest * 0.9,
  };
}

/** Lines that a cell takes in a column; rather one too many. */
export function linesIn(cell: SheetCell, { width, wraps }: ColumnFit): number {
  if (!wraps) return 1;
  const room = Math.max(1, width - PADDING);
  return textOf(cell)
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(digitsOf(line) / room)), 0);
}

export function textOf(cell: SheetCell): string {
  return typeof cell === 'object' ? cell.text : String(cell);
}

/** Wide letters of Latin script: capitals take a fifth more than a digit, these almost two thirds more. */
const broadest = /[mwMW@%]/;

const widths = Float64Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (broadest.test(letter)) return 1.65;
  return /[A-Z]/.test(letter) ? 1.2 : 1;
});

/** East Asian letters and emoji are twice as wide as a digit. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** Width of a line in digits; rather too wide than too narrow, since what does not fit would be cut. */
function digitsOf(line: string): number {
  let width = 0;
  for (const letter of line) width += widths[letter.charCodeAt(0)] ?? (wide.test(letter) ? 2 : 1.1);
  return Math.ceil(width * MARGIN);
}
