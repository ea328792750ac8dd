import type { Labels } from '../../design/design.ts';
import { fill } from '../../design/locale.ts';
import { type Matrix, type MatrixRow, nameOfHead, wordsOf } from './model.ts';

/** Entries of a row that are said one by one: of more, their number. */
const SAID = 24;

/** What a picture of these rows says, in sentences, for those who do not see it. */
export function matrixAlt(matrix: Matrix, rows: readonly MatrixRow[], labels: Labels): string {
  const { title, columns } = matrix;
  const counts = { name: title, rows: String(rows.length), columns: String(columns.length) };
  return [fill(labels.altMatrix, counts), ...rows.map((row) => sentenceOf(row, matrix, labels))].join(' ');
}

function sentenceOf({ head, cells }: MatrixRow, { columns, legend }: Matrix, labels: Labels): string {
  const usual = legend[0]?.words;
  const entries = cells.map(({ column, cell }) => {
    const at = columns[column];
    const name = at?.short ?? at?.text ?? '';
    const words = wordsOf(cell);
    return words === usual ? name : `${name} (${words})`;
  });
  const more = entries.length - SAID;
  const said = more > 0 ? [...entries.slice(0, SAID), fill(labels.andMore, { count: String(more) })] : entries;
  const name = head.note === undefined ? nameOfHead(head) : `${nameOfHead(head)} (${head.note})`;
  return `${name}: ${said.length === 0 ? labels.nobody : said.join(', ')}.`;
}
