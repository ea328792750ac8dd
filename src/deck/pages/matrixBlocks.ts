import type { Labels } from '../../design/design.ts';
import { listed } from '../matrices/listed.ts';
import { type Matrix, type MatrixHead, type MatrixRow, nameOfHead, wordsOf } from '../matrices/model.ts';
import { type Block, type Cell, type Content, type Inline, plain } from './model.ts';
import type { PageSource } from './pageSource.ts';

/** Columns that a page of a wiki has room for: rows of wider matrices list what they have instead. */
const MOST_COLUMNS = 16;

/** Every matrix as a table, with what its signs mean above it. */
export function matricesBlocks({ deck, labels }: PageSource): Block[] {
  return [
    ...deck.matrices.flatMap((matrix) => blocksOf(matrix, labels)),
    { kind: 'paragraph', content: [{ kind: 'page', text: labels.personas, page: { kind: 'index' } }] },
  ];
}

function blocksOf(matrix: Matrix, labels: Labels): Block[] {
  const { title, legend, remark, columns } = matrix;
  const isWide = columns.length > MOST_COLUMNS;
  const said = [
    ...(isWide ? [] : [legend.map(({ sign, words }) => `${sign} ${words}`).join(' · ')]),
    remark ?? '',
  ].filter((text) => text !== '');
  return [
    { kind: 'heading', text: title },
    ...said.map((text): Block => ({ kind: 'paragraph', content: plain(text) })),
    tableOf(isWide ? listed(matrix, columnsOf(matrix, labels)) : matrix),
  ];
}

const columnsOf = ({ columnsAre }: Matrix, { personas }: Labels): string => (columnsAre === '' ? personas : columnsAre);

function tableOf({ groupsAre, rowsAre, columns, rows }: Matrix): Block {
  const groups = groupsAre === undefined ? [] : [groupsAre];
  return {
    kind: 'table',
    head: [...groups, rowsAre, ...columns.map(nameOfHead)],
    rows: rows.map((row) => [
      ...groups.map(() => [plain(row.group ?? '')]),
      [headLine(row.head)],
      ...cellsOf(row, columns.length),
    ]),
  };
}

function cellsOf({ cells }: MatrixRow, count: number): Cell[] {
  const texts: Cell[] = Array.from({ length: count }, () => [plain('')]);
  for (const { column, cell } of cells) {
    const shown = [cell.sign, cell.note ?? ''].filter((text) => text !== '').join(' ');
    texts[column] = [plain(shown === '' ? wordsOf(cell) : shown)];
  }
  return texts;
}

/** The name, a link to its page where it has one, and what is missing. */
function headLine(head: MatrixHead): Content {
  const text = nameOfHead(head);
  const link = pageOf(head, text);
  const note = head.note === undefined ? [] : plain(` (${head.note})`);
  return [link ?? { kind: 'text', text }, ...note];
}

function pageOf({ about }: MatrixHead, text: string): Inline | undefined {
  if (about === undefined || about.kind === 'team') return undefined;
  return { kind: 'page', text, page: { kind: about.kind, id: about.id } };
}
