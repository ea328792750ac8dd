import { type Pt, pt } from '../../design/units.ts';
import type { Box } from '../box.ts';
import type { Cell, FittedTable } from './model.ts';
import { sum } from './sum.ts';

/** Rows to fill in by hand. */
export function emptyRows(rows: number, columns: number): Cell[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ paragraphs: [] })));
}

/** The same table with rows of this height, for handwriting, or as high as the place has room for. */
export function taller(table: FittedTable, wanted: Pt, place: Box): FittedTable {
  const height = pt(Math.min(wanted, (place.height - table.header.height) / Math.max(1, table.rows.length)));
  const rows = table.rows.map((row) => ({ ...row, height }));
  const total = pt(table.header.height + sum(rows.map((row) => row.height)));
  return { ...table, rows, box: { ...table.box, height: total } };
}
