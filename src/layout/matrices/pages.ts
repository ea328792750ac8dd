import type { Matrix, MatrixHead, MatrixRow } from '../../deck/matrices/model.ts';

/** What one picture shows of a matrix: some columns, and rows whose cells count among these. */
export interface MatrixPage {
  readonly columns: readonly MatrixHead[];
  readonly rows: readonly MatrixRow[];
}

/** The rows by a run of the columns. Rows that have nothing in them are left out, unless they have nothing anywhere. */
export function columnsOfMatrix({ columns, rows }: Matrix, run: readonly number[]): MatrixPage {
  const first = run[0] ?? 0;
  const isWhole = run.length === columns.length;
  return {
    columns: run.flatMap((column) => columns[column] ?? []),
    rows: rows.flatMap((row) => {
      const cells = row.cells
        .filter(({ column }) => column >= first && column < first + run.length)
        .map(({ column, cell }) => ({ column: column - first, cell }));
      const isShown = isWhole || cells.length > 0 || (row.cells.length === 0 && first === 0);
      return isShown ? [{ ...row, cells }] : [];
    }),
  };
}

/** Rows in runs that are no higher than `room`, at least one a run. */
export function rowRuns<Row>(
  rows: readonly Row[],
  heightOf: (row: Row, before: Row | undefined) => number,
  room: number,
): Row[][] {
  const runs: Row[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const run = runs.at(-1);
    const height = heightOf(row, run?.at(-1));
    if (run !== undefined && used + height <= room) {
      run.push(row);
      used += height;
    } else {
      runs.push([row]);
      used = heightOf(row, undefined);
    }
  }
  return runs;
}
