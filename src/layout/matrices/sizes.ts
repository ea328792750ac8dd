import type { TextLook } from '../diagrams/setText.ts';

/** How texts of a matrix are set, in points. */
export const looks = {
  heading: { size: 18, bold: true },
  strong: { size: 12, bold: true },
  text: { size: 12, bold: false },
  note: { size: 10.5, bold: false },
} as const satisfies Record<string, TextLook>;

/** Lengths in points. */
export const matrixSizes = {
  /** Around everything. */
  margin: 16,
  /** Below the heading, and above the legend. */
  gap: 12,
  /** In a cell, at its sides and above and below. */
  padding: { x: 7, y: 4 },
  /** Width of the names of rows. */
  name: { least: 90, most: 220 },
  column: { least: 46, most: 104 },
  /** A sign that is drawn, and what is left between signs, in sizes of type. */
  sign: 0.9,
  signGap: 0.25,
  /** A picture is no larger: what does not fit goes on in another one. At this size it can be read on a page of a wiki. */
  widest: 860,
  highest: 1000,
  /** Columns for lists in place of a table. */
  list: 560,
} as const;
