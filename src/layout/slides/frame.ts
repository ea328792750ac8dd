import { type Pt, pt } from '../../design/units.ts';
import type { Box } from './model.ts';

/** 13.333 x 7.5 in, the 16:9 slide of PowerPoint. */
export const SLIDE_WIDTH = pt(960);
export const SLIDE_HEIGHT = pt(540);

/** Nothing on a slide is smaller: readable from the back of a room, and on the printed handout. */
export const FLOOR = pt(12);
/** Sizes are tried in steps of this. */
export const SIZE_STEP = 0.25;

/** The type scale. */
export const sizes = {
  coverTitle: pt(44),
  id: pt(54),
  title: pt(34),
  identity: pt(18),
  running: pt(20),
  value: pt(16),
  summary: pt(15),
  accessTable: pt(14),
  strip: pt(13),
  label: FLOOR,
} as const;

export const box = (x: number, y: number, width: number, height: number): Box => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
});

/** Everything on a 4 pt grid. The rail holds who it is; right of it stands what it does. */
export const coverFrame = {
  title: box(56, 72, 848, 108),
  subtitle: box(56, 188, 848, 72),
  figures: box(56, 288, 848, 204),
} as const;

export const personaFrame = {
  rail: box(0, 0, 232, 540),
  figure: box(0, 0, 232, 232),
  pattern: box(0, 232, 232, 12),
  id: box(28, 256, 184, 72),
  identity: box(28, 332, 184, 180),
  title: box(268, 28, 652, 48),
  summary: box(268, 76, 652, 36),
  columns: [box(268, 116, 314, 152), box(606, 116, 314, 152)],
  strip: box(268, 280, 652, 216),
  legend: box(268, 500, 420, 20),
  /** Continuations have no summary: everything below the title is for what did not fit. */
  moreColumns: [box(268, 88, 314, 404), box(606, 88, 314, 404)],
  moreStrip: box(268, 92, 652, 400),
} as const;

export const accessFrame = {
  icon: box(56, 36, 32, 32),
  title: box(104, 28, 816, 48),
  source: box(104, 76, 816, 24),
  table: box(56, 116, 864, 376),
  legend: box(56, 500, 620, 20),
} as const;

/** Slides of the deck's own sections. */
export const plainFrame = {
  title: box(56, 28, 848, 48),
  body: box(56, 100, 848, 392),
} as const;

/** The way back to the overview, beside the page number. */
export const homeBox = box(728, 500, 124, 20);

/** The page number, on every slide but the cover. */
export const numberBox = box(856, 500, 64, 20);

/** The same place on a slide that reads from right to left. */
export function mirrored(place: Box): Box {
  return { ...place, x: pt(SLIDE_WIDTH - place.x - place.width) };
}

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

export const sum = (values: readonly number[]): Pt => pt(values.reduce((total, value) => total + value, 0));
