import { fill } from '../../design/locale.ts';
import type { Labels } from '../../design/design.ts';

/** Names that a cell shows; a longer list could not be read in a cell, and the rows that it is made from are near. */
const SHOWN = 40;

/** Names below each other, so that a comma in one does no harm. */
export function nameList(names: readonly string[], labels: Labels): string {
  if (names.length <= SHOWN) return names.join('\n');
  const more = fill(labels.andMore, { count: String(names.length - SHOWN + 1) });
  return [...names.slice(0, SHOWN - 1), more].join('\n');
}
