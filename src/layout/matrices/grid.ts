import type { Matrix, MatrixCell, MatrixHead, MatrixRow } from '../../deck/matrices/model.ts';
import type { TextLook, TextSetter } from '../diagrams/setText.ts';
import { columnFace, rowFace, signFace } from './faces.ts';
import { looks, matrixSizes } from './sizes.ts';

/** How wide and high the parts of a table are. */
export interface MatrixGrid {
  readonly name: number;
  readonly column: number;
  readonly head: number;
  /** Height of the line above the rows of a group. */
  readonly group: number;
  /** Columns that have room side by side. */
  readonly most: number;
  /** Height that rows may take in a picture. */
  readonly room: number;
  /** Of a row, with the title of its group where one begins. */
  readonly rowHeight: (row: MatrixRow, before: MatrixRow | undefined) => number;
}

const { padding } = matrixSizes;
const [sides, ends] = [2 * padding.x, 2 * padding.y];

/** The table of these columns of a matrix. Every column is as wide as the widest has to be. */
export function gridOf(matrix: Matrix, columns: readonly MatrixHead[], setter: TextSetter): MatrixGrid {
  const isList = matrix.columns.length === 1 && matrix.columns[0]?.id === 'list';
  const name = nameWidth(matrix, setter);
  const column = isList ? matrixSizes.list : columnWidth(matrix, setter);
  const head = ends + Math.max(...columns.map((one) => columnFace(one, column - sides, setter).height));
  const group = matrix.groupsAre === undefined ? 0 : ends + setter.set(matrix.rowsAre, looks.strong).height;
  return {
    name,
    column,
    head,
    group,
    most: Math.max(1, Math.floor((matrixSizes.widest - name) / column)),
    room: matrixSizes.highest - head,
    rowHeight: (row, before) => {
      const begins = row.group !== undefined && row.group !== before?.group;
      const cells = row.cells.map(({ cell }) => cellHeight(cell, column - sides, setter));
      return ends + Math.max(rowFace(row.head, name - sides, setter).height, ...cells) + (begins ? group : 0);
    },
  };
}

function cellHeight({ sign, note, strong }: MatrixCell, width: number, setter: TextSetter): number {
  const signs = signFace(sign, strong === true, setter).height;
  return signs + (note === undefined ? 0 : setter.set(note, looks.note, width).height);
}

function nameWidth({ rows, rowsAre }: Matrix, setter: TextSetter): number {
  const { least, most } = matrixSizes.name;
  const widest = rows.reduce(
    (width, { head: { short, text } }) =>
      Math.max(width, setter.set(short === undefined ? text : `${short} ${text}`, looks.text).width),
    setter.set(rowsAre, looks.strong).width,
  );
  return Math.min(most, Math.max(least, widest + sides));
}

function columnWidth({ columns, rows }: Matrix, setter: TextSetter): number {
  const { least, most } = matrixSizes.column;
  const heads = columns.map(({ short, text, note = '' }) =>
    Math.max(
      ...(short === undefined ? [] : [setter.set(short, looks.strong).width]),
      widestWord(text, short === undefined ? looks.strong : looks.note, setter),
      widestWord(note, looks.note, setter),
    ),
  );
  const cells = new Set(rows.flatMap((row) => row.cells.map(({ cell }) => cell)));
  const widths = [...cells].map(({ sign, note = '', strong }) =>
    Math.max(signFace(sign, strong === true, setter).width, widestWord(note, looks.note, setter)),
  );
  // The columns of a thousand personas are not spread into arguments.
  const widest = [...heads, ...widths].reduce((width, one) => Math.max(width, one), 0);
  return Math.min(most, Math.max(least, widest + sides));
}

function widestWord(text: string, look: TextLook, setter: TextSetter): number {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  return words.reduce((width, word) => Math.max(width, setter.set(word, look).width), 0);
}
