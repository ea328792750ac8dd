import type { Location } from '../diagnostics/diagnostic.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { columnLetters } from './cellReference.ts';
import { type Grid, type GridCell, maxColumns, maxRows, rowsAboveHeader } from './tableGrid.ts';

/** Where the rows of a spreadsheet come from. */
export interface SpreadsheetPlace {
  readonly file: string;
  /** Absent for CSV. */
  readonly sheet?: string;
  /** Rows of the file above the first one given. */
  readonly above?: number;
}

/** The rows as a grid, without what is empty at their ends. Problem `TAB002` when they are more than is read. */
export function spreadsheetGrid(
  rows: readonly (readonly string[])[],
  { file, sheet, above = 0 }: SpreadsheetPlace,
): Outcome<Grid> {
  const filled = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));
  const kept = filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
  const location = { file };
  if (kept.length > maxRows + rowsAboveHeader) {
    return failed(problem('TAB002', `more than ${maxRows.toLocaleString('en')} rows`, location, 'split the table'));
  }
  if (kept.some((row) => row.length > maxColumns)) {
    return failed(problem('TAB002', `more than ${maxColumns} columns`, location, 'keep those of the personas'));
  }
  const place = sheet === undefined ? file : `${file}, sheet ${sheet}`;
  const cells = kept.map((row, nth) => row.map((text, column) => new Cell(text, file, sheet, nth + above, column)));
  return { ok: true, value: { place, location, rows: cells } };
}

/** Works its place out when asked: a large sheet has many cells, and few of them are ever pointed at. */
class Cell implements GridCell {
  readonly text: string;
  readonly #file: string;
  readonly #sheet: string | undefined;
  readonly #row: number;
  readonly #column: number;

  constructor(text: string, file: string, sheet: string | undefined, row: number, column: number) {
    this.text = text.replace(/\r\n?/g, '\n');
    this.#file = file;
    this.#sheet = sheet;
    this.#row = row;
    this.#column = column;
  }

  get location(): Location {
    const at = { line: this.#row + 1, column: this.#column + 1 };
    const name = `${columnLetters(this.#column)}${this.#row + 1}`;
    const cell = this.#sheet === undefined ? name : `${sheetName(this.#sheet)}!${name}`;
    return { file: this.#file, range: { start: at, end: at }, cell };
  }
}

/** A sheet's name in quotes where spreadsheet programs want them. */
function sheetName(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
