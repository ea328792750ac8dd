import { type Box, box } from '../box.ts';
import type { PlacedGroup, PlacedText } from './model.ts';

/** What a label lies on: the innermost group around its middle; undefined beside all groups. */
export function groupAround({ x, y, width, height }: Box, groups: readonly PlacedGroup[]): PlacedGroup | undefined {
  const [left, top] = [x + width / 2, y + height / 2];
  const around = groups.filter(
    ({ box: area }) => left > area.x && left < area.x + area.width && top > area.y && top < area.y + area.height,
  );
  return around.reduce<PlacedGroup | undefined>((a, b) => (a !== undefined && a.depth > b.depth ? a : b), undefined);
}

/** Keeps the line that a label stands on off its text. */
const LABEL_SIDE = 3;

/** The ground of a label. */
export function labelGround({ box: { x, y, width, height } }: PlacedText): Box {
  return box(x - LABEL_SIDE, y, width + 2 * LABEL_SIDE, height);
}
