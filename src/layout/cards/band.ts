import type { CardSize } from '../../design/design.ts';
import { isLandscape, safeMargin } from '../../design/sizes.ts';
import { mmToPt } from '../../design/units.ts';
import { scaleOf } from './sizes.ts';

/** Height of the strip in the team's pattern, in points; `card.css` has it too. */
export const STRIP_HEIGHT = 6;

/** Height of the band with id and figure, in points: a fifth of the card, but enough for a large id. */
export function bandHeight(card: CardSize): number {
  return Math.max(54, Math.round(mmToPt(card.height) * 0.19));
}

/**
 * Where a landscape card has its band, which is at the side: its width. Small cards give it no more than a quarter of
 * their height.
 */
export function bandSize(card: CardSize): number {
  const [width, height] = [mmToPt(card.width), mmToPt(card.height)];
  if (isLandscape(card)) return Math.round(Math.min(0.25 * width, 0.5 * height));
  return Math.round(Math.max(Math.min(54, height * 0.235), height * 0.19));
}

/** Below the id, in points: the line with the kind, the pattern, and the gaps between. */
const BELOW_ID = 23;

/** The id keeps to one line beside the figure, and leaves room for the kind: a digit is about half an em wide. */
export function idSize(card: CardSize, id: string): number {
  const scale = scaleOf(card);
  const safe = mmToPt(safeMargin);
  const band = bandSize(card);
  const [width, height] = isLandscape(card)
    ? [band - safe - 4, mmToPt(card.height) - band - BELOW_ID * scale - safe]
    : [mmToPt(card.width) - band - 2 * safe, band - safe - BELOW_ID * scale];
  return Math.max(9, Math.floor(Math.min(30 * scale, height, width / (0.56 * [...id].length))));
}
