/** Lengths of diagrams in points. On a slide they are not enlarged, and 12 pt is the least that a slide may have. */
export const diagramSizes = {
  text: 12,
  groupTitle: 13,
  /** Multiple of the size. */
  lineHeight: 1.2,
  /** Between the border of a box and what stands in it. */
  padding: 8,
  /** Between rows in a box, and between things in a row. */
  gap: 5,
  icon: 14,
  /** Diameter of the disc with a number. */
  disc: 18,
  badge: { height: 18, padding: 6, gap: 4 },
  /** A step of a flow is as wide as its title, within these. */
  step: { least: 150, most: 224 },
  part: { least: 110, most: 160 },
  /** Longest line of a label on an arrow. */
  label: 90,
  /** Around everything. */
  margin: 4,
} as const;

export const lineOf = (size: number): number => size * diagramSizes.lineHeight;
