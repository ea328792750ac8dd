import type { Box } from '../box.ts';
import { point } from './arranged.ts';
import type { Point, Side } from './model.ts';

/** Closer than this, places are the same. */
const NEAR = 0.01;

const same = (a: number, b: number): boolean => Math.abs(a - b) < NEAR;

/** The same line with as few points as it needs. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const next of points) {
    const last = kept.at(-1);
    if (last !== undefined && same(last.x, next.x) && same(last.y, next.y)) continue;
    const before = kept.at(-2);
    if (last !== undefined && before !== undefined && isStraight(before, last, next)) kept.pop();
    kept.push(next);
  }
  return kept;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (same(a.x, b.x) && same(b.x, c.x)) || (same(a.y, b.y) && same(b.y, c.y));
}

/** Elk rounds: what is less than this off level or upright is meant to be so. */
const SLANT = 1.5;

/**
 * The line from the middle of one side to that of another, each piece level or upright. Elk ends a fraction of a point
 * beside them.
 */
export function anchored(points: readonly Point[], from: Point, to: Point): Point[] {
  const line = simplified(squared([from, ...points.slice(1, -1), to]));
  const [last, before] = [line.at(-1) as Point, line.at(-2) as Point];
  if (same(last.x, to.x) && same(last.y, to.y)) return simplified(line);
  // Squaring has moved the end: the piece that leads there moves back, or gets a step in its middle.
  const isLevel = same(last.y, before.y);
  const rest = line.slice(0, -2);
  if (rest.length > 0) return simplified([...rest, isLevel ? point(before.x, to.y) : point(to.x, before.y), to]);
  const middle = isLevel ? (before.x + to.x) / 2 : (before.y + to.y) / 2;
  const step = isLevel
    ? [point(middle, before.y), point(middle, to.y)]
    : [point(before.x, middle), point(to.x, middle)];
  return simplified([before, ...step, to]);
}

/** Each point level with the one before it, or upright above or below it. */
function squared(points: readonly Point[]): Point[] {
  const line: Point[] = [];
  for (const next of points) {
    const last = line.at(-1);
    const [dx, dy] = last === undefined ? [0, 0] : [Math.abs(next.x - last.x), Math.abs(next.y - last.y)];
    if (last === undefined) line.push(next);
    else if (dy <= dx && dy < SLANT) line.push(point(next.x, last.y));
    else if (dx < SLANT) line.push(point(last.x, next.y));
    else line.push(next);
  }
  return line;
}

/** Moves every point. */
export const shifted = (points: readonly Point[], x: number, y: number): Point[] =>
  points.map((one) => point(one.x + x, one.y + y));

/** Where an arrow touches a box. */
export function middleOfSide({ x, y, width, height }: Box, side: Side): Point {
  if (side === 'left') return point(x, y + height / 2);
  if (side === 'right') return point(x + width, y + height / 2);
  return point(x + width / 2, side === 'top' ? y : y + height);
}
