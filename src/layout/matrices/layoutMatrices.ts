import { matrixAlt } from '../../deck/matrices/altText.ts';
import type { Matrix, MatrixCell } from '../../deck/matrices/model.ts';
import type { Deck } from '../../deck/model.ts';
import type { Labels } from '../../design/design.ts';
import { type TextLook, type TextSetter, textSetter } from '../diagrams/setText.ts';
import type { MeasureWords } from '../measure.ts';
import { textsOfCell, textsOfHead } from './faces.ts';
import { gridOf } from './grid.ts';
import { listed } from '../../deck/matrices/listed.ts';
import type { PlacedMatrix } from './model.ts';
import { columnsOfMatrix, rowRuns } from './pages.ts';
import { columnRuns } from './parts.ts';
import { placedMatrix } from './placedMatrix.ts';
import { looks } from './sizes.ts';

/** Pictures that a matrix may take side by side; of more columns rows list what they have instead. */
const MOST_RUNS = 3;

/**
 * Pictures of matrices: one each, and more where one would be wider or longer than can be read. What they show together
 * grows with the matrix and no faster.
 */
export async function layoutMatrices(
  matrices: readonly Matrix[],
  deck: Pick<Deck, 'language' | 'direction'>,
  labels: Labels,
  measure: MeasureWords,
): Promise<PlacedMatrix[]> {
  const lists = new Map(matrices.map((matrix) => [matrix, listed(matrix, labels.personas)]));
  const setter = await textSetter(
    [...matrices, ...lists.values()].flatMap((matrix) => [...textsOf(matrix, labels)]),
    measure,
    deck.language,
  );
  return matrices.flatMap((matrix) => picturesOf(matrix, lists.get(matrix) ?? matrix, { deck, labels, setter }));
}

interface Studio {
  readonly deck: Pick<Deck, 'direction'>;
  readonly labels: Labels;
  readonly setter: TextSetter;
}

function picturesOf(matrix: Matrix, list: Matrix, { deck, labels, setter }: Studio): PlacedMatrix[] {
  const runs = columnRuns(matrix.columns.length, gridOf(matrix, matrix.columns, setter).most);
  const shown = runs.length <= MOST_RUNS ? matrix : list;
  const parts = (shown === list ? [[0]] : runs).flatMap((run) => {
    const part = columnsOfMatrix(shown, run);
    const grid = gridOf(shown, part.columns, setter);
    return rowRuns(part.rows, grid.rowHeight, grid.room).map((rows) => ({ rows, columns: part.columns, grid }));
  });
  return parts.map(({ rows, columns, grid }, index) => {
    const page = index + 1;
    const title = page === 1 ? matrix.title : `${matrix.title} (${labels.continued} ${page})`;
    const alt = matrixAlt({ ...shown, title, columns }, rows, labels);
    return placedMatrix({ matrix: shown, rows, columns, grid, page, title, alt, direction: deck.direction, setter });
  });
}

/** Every text with the looks that it may be set in. */
function* textsOf(matrix: Matrix, labels: Labels): Generator<readonly [string, TextLook]> {
  const { title, rowsAre, columns, rows, legend, remark } = matrix;
  yield [`${title} (${labels.continued} 0123456789)`, looks.heading];
  for (let page = 2; page < 10; page += 1) yield [`(${labels.continued} ${page})`, looks.heading];
  yield [rowsAre, looks.strong];
  for (const head of columns) yield* textsOfHead(head);
  const cells = new Set<MatrixCell>();
  for (const { head, group, cells: placed } of rows) {
    yield* textsOfHead(head);
    if (group !== undefined) yield [group, looks.strong];
    for (const { cell } of placed) cells.add(cell);
  }
  for (const cell of cells) yield* textsOfCell(cell);
  for (const { sign, words } of legend) {
    yield* textsOfCell({ sign });
    yield [words, looks.note];
  }
  if (remark !== undefined) yield [remark, looks.note];
}
