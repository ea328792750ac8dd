import type { Location } from '../diagnostics/diagnostic.ts';
import { columnLetters } from './cellReference.ts';

/** A cell of a table that was read: its text, and where it stands. */
export interface GridCell {
  /** Lines end with `\n`. */
  readonly text: string;
  readonly location: Location;
}

/** A table as it was read, the header among its rows. Rows may be of different length. */
export interface Grid {
  /** For people: `people.xlsx, sheet Personas`. */
  readonly place: string;
  /** The whole table, or its file. */
  readonly location: Location;
  readonly rows: readonly (readonly GridCell[])[];
}

/** Rows that a table may have, the header aside: far above any workload. */
export const maxRows = 10_000;

/** Largest table file read, in bytes. */
export const maxTableBytes = 20 * 1024 * 1024;

/** A cell of a spreadsheet; row and column count from 0. */
export function spreadsheetCell(
  file: string,
  sheet: string | undefined,
  row: number,
  column: number,
  text: string,
): GridCell {
  return {
    text: text.replace(/\r\n?/g, '\n'),
    // Made when asked: a large sheet has many cells, and few of them are ever pointed at.
    get location(): Location {
      const at = { line: row + 1, column: column + 1 };
      const name = `${columnLetters(column)}${row + 1}`;
      return { file, range: { start: at, end: at }, cell: sheet === undefined ? name : `${sheetName(sheet)}!${name}` };
    },
  };
}

/** A sheet's name in quotes where spreadsheet programs want them. */
function sheetName(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

export const isBlank = ({ text }: GridCell): boolean => text.trim() === '';
