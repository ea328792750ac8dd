import type { Matrix } from '../../deck/matrices/model.ts';
import { columnRuns } from '../matrices/parts.ts';
import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitText } from './fitText.ts';
import { fitTables } from './gridSlides.ts';
import { legendFrame, matrixLegend } from './matrixLegend.ts';
import { matrixList, matrixTable, roomOf } from './matrixTables.ts';
import type { GridSlide } from './model.ts';

/** Tables that a matrix may take one after the other; when there are more columns, rows list what they have instead. */
const MOST_TABLES = 2;

/** A matrix: a column each while there is room, on a second table if it must be; else a list for each row. */
export function* fitMatrix(matrix: Matrix, context: DeckContext): Fitting<GridSlide[]> {
  const { typography, format } = context;
  const legend = matrixLegend(matrix);
  const { place, legendBox } = legendFrame(legend, context);
  const runs = columnRuns(matrix.columns.length, roomOf(matrix, place.width, context));
  const contents =
    runs.length <= MOST_TABLES
      ? runs.map((run) => matrixTable(matrix, run, place.width, context))
      : [matrixList(matrix, place.width, context)];
  const slides = yield* fitTables(
    {
      section: matrix.kind,
      key: `matrix:${matrix.id}`,
      title: matrix.title,
      place,
      contents: contents.filter(({ rows }) => rows.length > 0),
    },
    context,
  );
  if (legend.length === 0) return slides;
  const style = { font: 'body', bold: false } as const;
  const fitted = yield* fitText(legendBox, legend, style, format.sizes.label, typography);
  return slides.map((slide) => ({ ...slide, legend: fitted }));
}
