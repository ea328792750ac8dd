import type { Matrix, MatrixHead, MatrixRow } from '../../deck/matrices/model.ts';
import { headerCell, paragraph } from './accessCells.ts';
import type { DeckContext } from './deckContext.ts';
import { cellParagraphs, columnHead, entryLines, rowHead } from './matrixCells.ts';
import type { Cell } from './model.ts';
import { oneLine } from './oneLine.ts';
import { CELL_MARGINS, type TableContent } from './tables.ts';

/** Of a letter, on average, as a share of its size. */
const LETTER_WIDTH = 0.47;
/** No column is narrower, in sizes of its text. */
const LEAST = 2.6;
/** Of the table, for the groups of rows. */
const GROUP_SHARE = 0.11;
/** A column is never so wide that the eye loses the row. */
const WIDEST = 0.17;
/** Of the table, for a row's name beside a list. */
const LIST_NAME = 0.3;

/** Columns that have room side by side: each is as wide as the longest word in it. */
export function roomOf(matrix: Matrix, width: number, { format }: DeckContext): number {
  const { columns, rows } = matrix;
  const words = [
    ...columns.map(({ short, text }) => short ?? text),
    ...rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell.note ?? [])),
  ];
  const size = format.sizes.accessTable;
  const least = Math.max(LEAST, lettersOf(words) * LETTER_WIDTH) * size + CELL_MARGINS;
  const room = width * (1 - nameShare(columns.length) - groupShare(matrix));
  return Math.max(1, Math.floor(room / least));
}

/** What names of rows take, of the table: as much as some columns, within reason. */
const nameShare = (columns: number): number => Math.min(0.34, Math.max(0.2, 1.6 / (1.6 + columns)));

const groupShare = ({ groupsAre }: Matrix): number => (groupsAre === undefined ? 0 : GROUP_SHARE);

/** Letters of the longest word. */
const lettersOf = (texts: readonly string[]): number =>
  texts.reduce(
    (most, text) => text.split(/[\s-]+/).reduce((longest, { length }) => Math.max(longest, length), most),
    0,
  );

/** Rows by these columns of a matrix. Rows that have nothing in them are left out, unless they have nothing anywhere. */
export function matrixTable(matrix: Matrix, run: readonly number[], width: number, context: DeckContext): TableContent {
  const columns = run.flatMap((column) => matrix.columns[column] ?? []);
  const group = groupShare(matrix) * width;
  const each = Math.min(WIDEST * width, (width * (1 - nameShare(columns.length)) - group) / columns.length);
  const named = hasRoomForNames(columns, each, context);
  return {
    detail: 'roles',
    columns: [
      Math.min(width - group - each * columns.length, width * 0.46),
      ...(group > 0 ? [group] : []),
      ...columns.map(() => each),
    ],
    emphasized: [],
    emphasizedHeader: matrix.emphasized,
    header: [
      headerCell(matrix.rowsAre),
      ...(group > 0 ? [headerCell(matrix.groupsAre ?? '')] : []),
      ...columns.map((head) => columnHead(head, named)),
    ],
    rows: rowsIn(matrix, run).map((row) => [
      rowHead(row.head),
      ...(group > 0 ? [groupCell(row)] : []),
      ...cellsIn(row, run),
    ]),
  };
}

function rowsIn({ rows, columns }: Matrix, run: readonly number[]): readonly MatrixRow[] {
  if (run.length === columns.length) return rows;
  const [first = 0, last = 0] = [run[0], run.at(-1)];
  return rows.filter(({ cells }) =>
    cells.length === 0 ? first === 0 : cells.some(({ column }) => column >= first && column <= last),
  );
}

function groupCell({ group = '' }: MatrixRow): Cell {
  return { paragraphs: [paragraph({ text: oneLine(group), tone: 'quiet' })] };
}

function cellsIn(row: MatrixRow, run: readonly number[]): Cell[] {
  const cells = new Map(row.cells.map(({ column, cell }) => [column, cell]));
  return run.map((column) => {
    const cell = cells.get(column);
    return { paragraphs: cell === undefined ? [] : cellParagraphs(cell) };
  });
}

/** Whether no name has a word that would be broken; ids alone are left otherwise, which lead to the cards. */
function hasRoomForNames(columns: readonly MatrixHead[], width: number, { format }: DeckContext): boolean {
  return lettersOf(columns.map(({ text }) => text)) * LETTER_WIDTH * format.sizes.accessTable <= width - CELL_MARGINS;
}

/** Rows with what they have, as a list each. */
export function matrixList(matrix: Matrix, width: number, { labels }: DeckContext): TableContent {
  const { rowsAre, columnsAre, kind, emphasized } = matrix;
  const name = width * LIST_NAME;
  return {
    detail: 'roles',
    columns: [name, width - name],
    emphasized: [],
    emphasizedHeader: emphasized,
    header: [headerCell(rowsAre), headerCell(kind === 'teams' ? columnsAre : labels.personas)],
    rows: matrix.rows.map((row) => [rowHead(row.head), { paragraphs: entryLines(row, matrix) }]),
  };
}
