import { type Pt, pt } from '../design/units.ts';

/** A place on a slide or card, from its top left corner. */
export interface Box {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

export const box = (x: number, y: number, width: number, height: number): Box => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
});

/** The same place on a slide of that width that reads from right to left. */
export function mirrored(place: Box, slideWidth: Pt): Box {
  return { ...place, x: pt(slideWidth - place.x - place.width) };
}

/** The area that two boxes share. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** The smallest box that holds them all. Throws on none. */
export function unionOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('Nothing has no place');
  const x = Math.min(...boxes.map((each) => each.x));
  const y = Math.min(...boxes.map((each) => each.y));
  const right = Math.max(...boxes.map((each) => each.x + each.width));
  const bottom = Math.max(...boxes.map((each) => each.y + each.height));
  return box(x, y, right - x, bottom - y);
}
