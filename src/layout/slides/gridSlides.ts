import type { SlideSection } from '../../schema/settings.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import type { Cell, FittedTable, FittedText, GridSlide, SlideKey } from './model.ts';
import { fitPlainTitle } from './plainTitle.ts';
import { fitTable } from './tables.ts';

export interface Grid {
  readonly section: SlideSection;
  readonly key: SlideKey;
  readonly title: string;
  /** Widths as shares of each other. */
  readonly columns: readonly number[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table under a title, on as many slides as its rows need; no slide when it has no rows. */
export function* fitGrid(
  { section, key, title, columns, header, rows }: Grid,
  context: DeckContext,
): Fitting<GridSlide[]> {
  if (rows.length === 0) return [];
  const { table: place } = context.format.plain;
  const whole = columns.reduce((total, share) => total + share, 0);
  const content = {
    detail: 'roles' as const,
    columns: columns.map((share) => (place.width * share) / whole),
    emphasized: [],
    header,
    rows,
  };
  const tables: FittedTable[] = yield* fitTable(
    [content],
    place,
    place,
    context.format.sizes.accessTable,
    context.typography,
  );
  const titles: FittedText[] = yield* together(
    tables.map((_table, index) => fitPlainTitle(title, key, index + 1, context)),
  );
  return tables.map((table, index) => ({
    kind: 'grid',
    section,
    key,
    page: index + 1,
    title: titles[index] as FittedText,
    table,
  }));
}
