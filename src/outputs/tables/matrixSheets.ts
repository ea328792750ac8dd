import type { Labels } from '../../design/design.ts';
import { resolve } from '../../deck/links.ts';
import { type Matrix, type MatrixCell, type MatrixHead, nameOfHead } from '../../deck/matrices/model.ts';
import { transposed } from '../../deck/matrices/transposed.ts';
import type { SheetCell, WorkbookSheet } from '../../tables/workbookModel.ts';
import type { TablesInput } from './input.ts';
import { webCell, WORKBOOK_PATH } from './workbookLinks.ts';

/** Columns that a spreadsheet shows at once, about: of more, the matrix is turned, since rows can be filtered. */
const MOST_COLUMNS = 30;

/** Groups, then what rows are about, then a column each; then what is to be said of rows, where there is anything. */
export function matrixTexts(
  matrix: Matrix,
  labels: Labels,
): {
  readonly header: readonly string[];
  readonly rows: readonly MatrixTextRow[];
} {
  const shown =
    matrix.columns.length > MOST_COLUMNS && matrix.columns.length > matrix.rows.length ? transposed(matrix) : matrix;
  const { groupsAre, rowsAre, columns, rows } = shown;
  const noted = rows.some(({ head }) => head.note !== undefined);
  return {
    header: [
      ...(groupsAre === undefined ? [] : [groupsAre]),
      rowsAre,
      ...columns.map(nameOfHead),
      ...(noted ? [labels.notes] : []),
    ],
    rows: rows.map(({ head, group = '', cells }) => {
      const texts = columns.map(() => '');
      for (const { column, cell } of cells) texts[column] = textOf(cell);
      if (noted) texts.push(head.note ?? '');
      return { head, group: groupsAre === undefined ? [] : [group], texts };
    }),
  };
}

interface MatrixTextRow {
  readonly head: MatrixHead;
  /** None or one. */
  readonly group: readonly string[];
  readonly texts: readonly string[];
}

/** Spaces that do not break are for lines of text. */
const textOf = ({ sign, note }: MatrixCell): string =>
  (note === undefined ? sign : `${sign} ${note}`).replaceAll('\u00a0', ' ');

/** A sheet a matrix, by names that the other sheets do not have. */
export function matrixSheets(input: TablesInput, taken: readonly string[]): WorkbookSheet[] {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  return input.deck.matrices.map((matrix, index): WorkbookSheet => {
    const { header, rows } = matrixTexts(matrix, input.design.labels);
    return {
      name: sheetName(matrix.title, names),
      table: `Matrix${lettersOf(index)}`,
      columns: header.map((text) => ({ header: text })),
      rows: rows.map(({ head, group, texts }) => [...group, headCell(head, input), ...texts]),
      frozenColumns: matrix.groupsAre === undefined ? 1 : 2,
    };
  });
}

/** What Excel allows: 31 characters without these, and no two that differ in case alone. */
function sheetName(title: string, names: Set<string>): string {
  const plain =
    title
      .replace(/[\\/?*[\]:]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Matrix';
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${plain.slice(0, 31 - ending.length).trim()}${ending}`;
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    return name;
  }
}

/** `A`, `B`, ... `Z`, `AA`: names of tables are letters. */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${lettersOf(Math.floor(index / 26) - 1)}${letter}`;
}

function headCell(head: MatrixHead, { policy, withCards }: TablesInput): SheetCell {
  const { link } = head;
  const text = nameOfHead(head);
  if (link === undefined || (link.kind === 'card' && !withCards)) return text;
  if (link.kind === 'web') {
    const cell = webCell(link.id);
    return typeof cell === 'object' ? { ...cell, text } : text;
  }
  return { text, link: { kind: 'address', address: resolve(link, WORKBOOK_PATH, policy) } };
}
