import type { SlideSection } from '../../schema/settings.ts';
import type { Box } from '../box.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import type { Cell, FittedTable, FittedText, GridSlide, SlideKey } from './model.ts';
import { fitPlainTitle } from './plainTitle.ts';
import { fitTable, type TableContent } from './tables.ts';

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
  const content: TableContent = {
    detail: 'roles',
    columns: columns.map((share) => (place.width * share) / whole),
    emphasized: [],
    header,
    rows,
  };
  return yield* fitTables({ section, key, title, place, contents: [content] }, context);
}

export interface Tables extends Pick<Grid, 'section' | 'key' | 'title'> {
  /** Where a table stands on its slide. */
  readonly place: Box;
  readonly contents: readonly TableContent[];
}

/** Tables under one title, each on as many slides as its rows need. */
export function* fitTables(
  { section, key, title, place, contents }: Tables,
  context: DeckContext,
): Fitting<GridSlide[]> {
  const { sizes } = context.format;
  const fitted = yield* together<FittedTable[]>(
    contents.map((content) => fitTable([content], place, place, sizes.accessTable, context.typography)),
  );
  const tables = fitted.flat();
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
