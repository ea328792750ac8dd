import type { Matrix, MatrixHead, MatrixRow } from '../../deck/matrices/model.ts';
import { pt } from '../../design/units.ts';
import { type Box, box, mirrored } from '../box.ts';
import type { PlacedText } from '../diagrams/model.ts';
import { placedText } from '../diagrams/placedText.ts';
import type { SetText, TextSetter } from '../diagrams/setText.ts';
import { columnFace, type HeadFace, placedSigns, rowFace, signFace } from './faces.ts';
import type { MatrixGrid } from './grid.ts';
import { placedLegend } from './legend.ts';
import type { PlacedHead, PlacedMatrix, PlacedMatrixCell } from './model.ts';
import { looks, matrixSizes } from './sizes.ts';

export interface MatrixPicture {
  readonly matrix: Matrix;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixHead[];
  readonly grid: MatrixGrid;
  readonly page: number;
  readonly title: string;
  readonly alt: string;
  readonly direction: 'ltr' | 'rtl';
  readonly setter: TextSetter;
}

const { margin, gap, padding } = matrixSizes;
/** Headings and legends of narrow tables have this much. */
const LEAST = 360;

/** A heading, the table, and what its signs mean. */
export function placedMatrix(picture: MatrixPicture): PlacedMatrix {
  const { matrix, columns, grid, page, title, alt, direction, setter } = picture;
  const tableWidth = grid.name + columns.length * grid.column;
  const inner = Math.max(LEAST, tableWidth);
  const width = pt(inner + 2 * margin);
  const place = (one: Box): Box => (direction === 'rtl' ? mirrored(one, width) : one);
  const put = (text: SetText, x: number, y: number, room: number): PlacedText => {
    const placed = placedText(text, x, y, room);
    return { ...placed, box: place(placed.box) };
  };
  const heading = put(setter.set(title, looks.heading, inner), margin, margin, inner);
  const top = margin + heading.box.height + gap;
  const body = placedRows(picture, top + grid.head, place, put);
  const table = place(box(margin, top, tableWidth, body.bottom - top));
  const legend = placedLegend(matrix, { x: margin, y: body.bottom + gap, width: inner }, direction, setter, place, put);
  return {
    matrix,
    page,
    title,
    alt,
    width,
    height: pt(legend.bottom + margin),
    direction,
    heading,
    head: place(box(margin, top, tableWidth, grid.head)),
    table,
    corner: put(
      setter.set(matrix.rowsAre, looks.strong, grid.name - 2 * padding.x),
      margin + padding.x,
      top + padding.y,
      grid.name - 2 * padding.x,
    ),
    columns: columns.map((head, column) => {
      const x = margin + grid.name + column * grid.column;
      const face = columnFace(head, grid.column - 2 * padding.x, setter);
      return placedHead(head, face, box(x, top, grid.column, grid.head), place, put);
    }),
    ...body.placed,
    legend: legend.entries,
    ...(legend.remark === undefined ? {} : { remark: legend.remark }),
  };
}

type Place = (one: Box) => Box;
type Put = (text: SetText, x: number, y: number, room: number) => PlacedText;

function placedHead(head: MatrixHead, { short, text, note }: HeadFace, at: Box, place: Place, put: Put): PlacedHead {
  let y = at.y + padding.y;
  const next = (text_: SetText | undefined): PlacedText | undefined => {
    if (text_ === undefined) return undefined;
    const placed = put(text_, at.x + padding.x, y, at.width - 2 * padding.x);
    y += text_.height;
    return placed;
  };
  const [first, second, third] = [next(short), next(text), next(note)];
  return {
    head,
    box: place(at),
    ...(first === undefined ? {} : { short: first }),
    ...(second === undefined ? {} : { text: second }),
    ...(third === undefined ? {} : { note: third }),
  };
}

function placedRows({ rows, grid, columns, setter, direction }: MatrixPicture, top: number, place: Place, put: Put) {
  const heads: PlacedHead[] = [];
  const groups: { box: Box; text: PlacedText }[] = [];
  const cells: PlacedMatrixCell[] = [];
  const width = grid.name + columns.length * grid.column;
  let y = top;
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    let height = grid.rowHeight(row, before);
    if (row.group !== undefined && row.group !== before?.group) {
      const text = put(
        setter.set(row.group, looks.strong, width - 2 * padding.x),
        margin + padding.x,
        y + padding.y,
        width - 2 * padding.x,
      );
      groups.push({ box: place(box(margin, y, width, grid.group)), text });
      y += grid.group;
      height -= grid.group;
    }
    const face = rowFace(row.head, grid.name - 2 * padding.x, setter);
    heads.push(placedHead(row.head, face, box(margin, y, grid.name, height), place, put));
    for (const { column, cell } of row.cells) {
      const at = box(margin + grid.name + column * grid.column, y, grid.column, height);
      cells.push(placedCell(cell, at, direction, setter, place, put));
    }
    y += height;
  }
  return { bottom: y, placed: { rows: heads, groups, cells } };
}

/** Signs stand where the texts of heads begin, so that the eye runs down one line. */
function placedCell(
  cell: PlacedMatrixCell['cell'],
  at: Box,
  direction: 'ltr' | 'rtl',
  setter: TextSetter,
  place: Place,
  put: Put,
): PlacedMatrixCell {
  const signs = signFace(cell.sign, cell.strong === true, setter);
  const note = cell.note === undefined ? undefined : setter.set(cell.note, looks.note, at.width - 2 * padding.x);
  const line = place(box(at.x + padding.x, at.y + padding.y, signs.width, signs.height));
  return {
    cell,
    box: place(at),
    ...(signs.pieces.length === 0 ? {} : { signs: placedSigns(signs, line.x, line.y, direction) }),
    ...(note === undefined
      ? {}
      : { note: put(note, at.x + padding.x, at.y + padding.y + signs.height, at.width - 2 * padding.x) }),
  };
}
