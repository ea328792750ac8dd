import type { Box } from '../box.ts';
import { point } from './arranged.ts';
import type { Point, Side } from './model.ts';

type Area = Pick<Box, 'x' | 'y'> & { readonly width: number; readonly height: number };

const isUpright = (side: Side): boolean => side === 'top' || side === 'bottom';

/** With rows for columns, so that arrows up and down are reckoned as those to the sides. */
const turned = ({ x, y, width, height }: Box): Area => ({ x: y, y: x, width: height, height: width });

/**
 * Where an arrow from a box crosses the border of its group on that side: straight ahead, or behind the boxes that
 * stand in the way. A height for left and right, else a distance from the left.
 *
 * @param others boxes of the group besides `own`
 * @param gap space between boxes, in whose middle the arrow then runs
 */
export function crossingOf(own: Box, others: readonly Box[], side: Side, gap: number): number {
  const area = (box: Box): Area => (isUpright(side) ? turned(box) : box);
  const { x, y, height } = area(own);
  const level = y + height / 2;
  const isAfter = side === 'right' || side === 'bottom';
  const beside = others.map(area).filter((other) => (isAfter ? other.x > x : other.x < x));
  if (!beside.some((other) => other.y < level && level < other.y + other.height)) return level;
  const inRow = beside.filter((other) => other.y < y + height && y < other.y + other.height);
  return Math.round(Math.max(y + height, ...inRow.map((other) => other.y + other.height)) + gap / 2);
}

/** The way from the side of a box to where its arrow crosses the border; nothing where that is straight ahead. */
export function aside(from: Point, side: Side, border: Point | undefined, distance: number): Point[] {
  if (border === undefined) return [];
  const step = side === 'right' || side === 'bottom' ? distance : -distance;
  if (isUpright(side)) {
    if (Math.abs(border.x - from.x) < 2) return [];
    return [point(from.x, from.y + step), point(border.x, from.y + step)];
  }
  if (Math.abs(border.y - from.y) < 2) return [];
  return [point(from.x + step, from.y), point(from.x + step, border.y)];
}
