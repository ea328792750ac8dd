/** Line height of one line at single spacing, as a multiple of the size: ascent, descent and gap of the font's own tables. */
const lineHeights: Readonly<Record<string, number>> = {
  Calibri: 1.2207,
  Arial: 1.1499,
  'Times New Roman': 1.1499,
  'Courier New': 1.1328,
};

export function lineHeightOf(officeFamily: string): number {
  return lineHeights[officeFamily] ?? 1.2207;
}
