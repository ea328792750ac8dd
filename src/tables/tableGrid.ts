import type { Location } from '../diagnostics/diagnostic.ts';

/** A cell of a table that was read: its text, and where it stands. */
export interface GridCell {
  /** Lines end with `\n`. */
  readonly text: string;
  readonly location: Location;
  /** Whether the text is that of a merged cell which begins in a row above. */
  readonly covered?: boolean;
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

/** Titles and remarks may stand above the header, in so many rows. */
export const rowsAboveHeader = 10;

/** Columns that a table may have; a persona has fewer than twenty fields. */
export const maxColumns = 500;

/** Largest table file read, in bytes. */
export const maxTableBytes = 20 * 1024 * 1024;

/** Whether nothing is written in a cell. */
export const isBlank = ({ text, covered }: GridCell): boolean => covered === true || text.trim() === '';
