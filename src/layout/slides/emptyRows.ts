import { type Pt, pt } from '../../design/units.ts';
import type { Cell, FittedTable } from './model.ts';
import { sum } from './sum.ts';

/** Rows to fill in by hand. */
export function emptyRows(rows: number, columns: number): Cell[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ paragraphs: [] })));
}

/** The same table with rows of this height, for handwriting. */
export function taller(table: FittedTable, height: Pt): FittedTable {
  const rows = table.rows.map((row) => ({ ...row, height }));
  const total = pt(table.header.height + sum(rows.map((row) => row.height)));
  return { ...table, rows, box: { ...table.box, height: total } };
}
