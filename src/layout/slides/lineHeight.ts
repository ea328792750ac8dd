import type { FontPair } from '../../design/design.ts';

/** Line height of one line at single spacing, as a multiple of the size: ascent, descent and gap of the font's own tables. */
const lineHeights: Readonly<Record<string, number>> = {
  Calibri: 1.2207,
  Arial: 1.1499,
  'Times New Roman': 1.1499,
  'Courier New': 1.1328,
};

/** Of families that are none of these four, what is known of them; else a little more than most have. */
export function lineHeightOf({ office, lineHeight }: FontPair): number {
  return lineHeight ?? lineHeights[office] ?? 1.25;
}
