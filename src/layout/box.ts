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
