import { pt } from '../../design/units.ts';
import { headerCell } from './accessCells.ts';
import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitGrid } from './gridSlides.ts';
import { emptyRows, taller } from './emptyRows.ts';
import type { GridSlide } from './model.ts';

const ROWS = 7;
const ROW_HEIGHT = pt(48);

/** A table to write down what was agreed, by whom and by when. */
export function* fitDecisions(context: DeckContext): Fitting<GridSlide[]> {
  const { labels } = context;
  const slides = yield* fitGrid(
    {
      section: 'decisions',
      key: 'decisions',
      title: labels.decisions,
      columns: [6, 2, 1.5],
      header: [headerCell(labels.decision), headerCell(labels.owner), headerCell(labels.due)],
      rows: emptyRows(ROWS, 3),
    },
    context,
  );
  return slides.map((slide) => ({ ...slide, table: taller(slide.table, ROW_HEIGHT, context.format.plain.table) }));
}
