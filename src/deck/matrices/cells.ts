import type { MatrixCell, PlacedCell } from './model.ts';

/** Cells of a row in the order of the columns. */
export function placedCells(cells: ReadonlyMap<number, MatrixCell>): PlacedCell[] {
  return [...cells].sort(([a], [b]) => a - b).map(([column, cell]) => ({ column, cell }));
}

/** Makes each different cell once: large matrices hold the same few a thousand times. */
export class SharedCells {
  readonly #known = new Map<string, MatrixCell>();

  of(cell: MatrixCell): MatrixCell {
    const key = JSON.stringify(cell);
    const known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, cell);
    return known ?? cell;
  }
}
