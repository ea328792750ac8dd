import type { Matrix, PlacedCell } from './model.ts';

/** The same matrix with columns as rows. It has no groups. */
export function transposed({ groupsAre: _groups, ...matrix }: Matrix): Matrix {
  const cells = new Map<number, PlacedCell[]>();
  for (const [row, { cells: placed }] of matrix.rows.entries()) {
    for (const { column, cell } of placed) {
      const known = cells.get(column);
      if (known === undefined) cells.set(column, [{ column: row, cell }]);
      else known.push({ column: row, cell });
    }
  }
  return {
    ...matrix,
    rowsAre: matrix.columnsAre,
    columnsAre: matrix.rowsAre,
    columns: matrix.rows.map(({ head }) => head),
    rows: matrix.columns.map((head, column) => ({ head, cells: cells.get(column) ?? [] })),
  };
}
