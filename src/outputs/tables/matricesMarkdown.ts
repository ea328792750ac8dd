import { resolve } from '../../deck/links.ts';
import {
  type Matrix,
  type MatrixCell,
  type MatrixHead,
  type MatrixRow,
  nameOfHead,
} from '../../deck/matrices/model.ts';
import { tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import type { TablesInput } from './input.ts';

export const MATRICES_PATH = 'tables/matrices.md';

/** Columns that a page of a wiki has room for: rows of wider matrices list what they have instead. */
const MOST_COLUMNS = 16;

/** Every matrix as a markdown table with what its signs mean; heads lead to cards and RBAC files. */
export function matricesMarkdown(input: TablesInput): string {
  const { deck, design } = input;
  const parts = [
    `# ${escapeText(`${design.labels.matrices}: ${deck.title}`)}`,
    ...deck.matrices.map((matrix) => sectionOf(matrix, input)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionOf(matrix: Matrix, input: TablesInput): string {
  const { title, columns, remark } = matrix;
  const legend = matrix.legend.map(({ sign, words }) => `${escapeText(sign)} ${escapeText(words)}`).join(' · ');
  const said = [legend, ...(remark === undefined ? [] : [escapeText(remark)])].filter((text) => text !== '');
  const lines = columns.length > MOST_COLUMNS ? listLines(matrix, input) : gridLines(matrix, input);
  return [`## ${escapeText(title)}`, ...said, lines.join('\n')].join('\n\n');
}

function gridLines({ groupsAre, rowsAre, columns, rows }: Matrix, input: TablesInput): string[] {
  const groups = groupsAre === undefined ? [] : [groupsAre];
  const head = [...groups, rowsAre, ...columns.map(nameOfHead)];
  return tableLines(
    head,
    rows.map(({ head: row, group = '', cells }) => {
      const texts = columns.map(() => '');
      for (const { column, cell } of cells) texts[column] = cellText(cell, input);
      return [...groups.map(() => escapeText(group)), headText(row, input), ...texts];
    }),
  );
}

function listLines(matrix: Matrix, input: TablesInput): string[] {
  const { rowsAre, columnsAre, rows } = matrix;
  return tableLines(
    [rowsAre, columnsAre],
    rows.map((row) => [headText(row.head, input), entriesOf(row, matrix, input)]),
  );
}

function entriesOf({ cells }: MatrixRow, { columns, legend }: Matrix, input: TablesInput): string {
  return cells
    .flatMap(({ column, cell }) => {
      const head = columns[column];
      if (head === undefined) return [];
      const name = linked(head.short ?? head.text, head, input);
      const isUsual = cell.note === undefined && cell.sign === legend[0]?.sign;
      return [isUsual ? name : `${name} ${cellText(cell, input)}`];
    })
    .join(', ');
}

function headText(head: MatrixHead, input: TablesInput): string {
  const name = linked(nameOfHead(head), head, input);
  return head.note === undefined ? name : `${name} (${escapeText(head.note)})`;
}

function linked(text: string, { link }: MatrixHead, { policy, withCards }: TablesInput): string {
  if (link === undefined || (link.kind === 'card' && !withCards)) return escapeText(text);
  return linkTo(text, resolve(link, MATRICES_PATH, policy));
}

function cellText({ sign, note, link, strong }: MatrixCell, { policy }: TablesInput): string {
  const shown = strong === true ? `**${escapeText(sign)}**` : escapeText(sign);
  if (note === undefined) return shown;
  return `${shown} ${link === undefined ? escapeText(note) : linkTo(note, resolve(link, MATRICES_PATH, policy))}`;
}
