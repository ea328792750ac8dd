/** A workbook as plain data: one table a sheet. */
export interface Workbook {
  readonly title: string;
  /** Sheets run from right to left. */
  readonly rightToLeft: boolean;
  readonly style: WorkbookStyle;
  readonly sheets: readonly WorkbookSheet[];
}

/** Colours are `#rrggbb`, on white paper. */
export interface WorkbookStyle {
  readonly font: string;
  readonly header: { readonly fill: string; readonly ink: string };
  readonly ink: string;
  readonly link: string;
  readonly rule: string;
}

export interface WorkbookSheet {
  /** The tab, in the reader's language. */
  readonly name: string;
  /** The table's name in formulas: letters only, unique in the workbook. */
  readonly table: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns from the left that stay in sight. */
  readonly frozenColumns: number;
}

export interface SheetColumn {
  readonly header: string;
  /** Widest that the column gets, in digits of the default font; longer text wraps. */
  readonly widest?: number;
}

/** A text stays text, whatever it begins with. */
export type SheetCell = string | number | LinkedCell;

export interface LinkedCell {
  readonly text: string;
  readonly link: CellLink;
}

/** `address`: percent-encoded, relative to the workbook or absolute. `rows`: rows of a sheet, counted from 0 below the header. */
export type CellLink =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'rows'; readonly sheet: string; readonly first: number; readonly last: number };
