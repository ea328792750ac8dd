import { pt } from '../../design/units.ts';
import { box } from '../box.ts';
import type { PlacedText } from './model.ts';
import type { SetText } from './setText.ts';
import { lineOf } from './sizes.ts';

/** A text at its place; `width` is the room that it has, at least its own. */
export function placedText(
  { lines, size, bold, width: own, height }: SetText,
  x: number,
  y: number,
  width: number,
): PlacedText {
  return {
    box: box(x, y, Math.max(width, own), height),
    lines,
    size: pt(size),
    lineHeight: pt(lineOf(size)),
    bold,
  };
}
