import type { CardSize } from '../design/design.ts';
import { widthOf } from '../layout/cards/reckon.ts';
import { scaleOf } from '../layout/cards/sizes.ts';

/** A table's columns of equal width, in points; `card.css` has size and padding too. */
interface Columns {
  /** Size of the heads. */
  readonly size: number;
  /** Left and right of a head. */
  readonly padding: number;
  /** What a column needs for what stands below its head. */
  readonly least: number;
}

/** Columns of roles: narrower ones break what most of them are called, as Contributor. */
export const roleColumns: Columns = { size: 7.5, padding: 6, least: 51 };
/** Columns to write in by hand. */
export const blankColumns: Columns = { size: 7, padding: 2, least: 0 };

/** Letters of heads are narrower than those that nobody measures. */
const NARROWER = 0.9;

/** Whether the columns are too narrow in `width` points for their heads: then they stand one below the other. */
export function areTooNarrow(columns: Columns, heads: readonly string[], width: number, card: CardSize): boolean {
  const words = heads.flatMap((head) => head.split(/[\s-]+/));
  const longest = Math.max(0, ...words.map(widthOf)) * columns.size * scaleOf(card) * NARROWER;
  return width / heads.length < Math.max(columns.least, longest + columns.padding);
}
