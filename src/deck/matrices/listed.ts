import { type Matrix, type MatrixRow, wordsOf } from './model.ts';

/** Entries of a row in one go: a row of more is said in several. */
const ENTRIES = 300;

/** A matrix that is too wide for columns: each row lists what it has, in words. `columns` names the only column. */
export function listed({ groupsAre: _groups, ...matrix }: Matrix, columns: string): Matrix {
  return {
    ...matrix,
    columns: [{ id: 'list', text: columns }],
    rows: matrix.rows.flatMap((row) => rowsOf(row, matrix)),
  };
}

function rowsOf({ head, cells }: MatrixRow, { columns, legend }: Pick<Matrix, 'columns' | 'legend'>): MatrixRow[] {
  const entries = cells.map(({ column, cell }) => {
    const at = columns[column];
    const name = at?.short ?? at?.text ?? '';
    const words = wordsOf(cell);
    return words === legend[0]?.words ? name : `${name} (${words})`;
  });
  const parts = Math.max(1, Math.ceil(entries.length / ENTRIES));
  return Array.from({ length: parts }, (_, part) => {
    const text = entries.slice(part * ENTRIES, (part + 1) * ENTRIES).join(', ');
    return { head, cells: text === '' ? [] : [{ column: 0, cell: { sign: '', word: text, note: text } }] };
  });
}
