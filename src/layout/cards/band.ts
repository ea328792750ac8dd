import type { CardSize } from '../../design/design.ts';
import { isLandscape, safeOf } from '../../design/sizes.ts';
import { mmToPt } from '../../design/units.ts';
import { scaleOf } from './sizes.ts';

/** Measures of a card's design that follow from its size. In points, without the bleed. */

const safePoints = (card: CardSize): number => mmToPt(safeOf(card));

/** Height of the strip in the team's pattern; `card.css` has it too. */
export const STRIP_HEIGHT = 6;

/** Height of the band with id and figure, at the top of upright cards: a fifth of the height, but enough for a large id. */
export function bandHeight(card: CardSize): number {
  const height = mmToPt(card.height);
  return Math.round(Math.max(Math.min(54, height * 0.235), height * 0.19));
}

/** Width of the band at the side of landscape cards, the figure above the id. */
export function railWidth(card: CardSize): number {
  return Math.round(Math.min(0.25 * mmToPt(card.width), 0.5 * mmToPt(card.height)));
}

/** Below the id: the line with the kind, the pattern, and the gaps between. */
const BELOW_ID = 23;
/** A digit is about half an em wide. */
const EM_A_DIGIT = 0.56;

/** The id keeps to one line beside the figure, and leaves room for the kind below it. */
export function idSize(card: CardSize, id: string): number {
  const scale = scaleOf(card);
  const band = bandHeight(card);
  const safe = safePoints(card);
  return fittingId(id, mmToPt(card.width) - band - 2 * safe, band - safe - BELOW_ID * scale, scale);
}

/** The same below the figure of a landscape card. */
export function railIdSize(card: CardSize, id: string): number {
  const scale = scaleOf(card);
  const rail = railWidth(card);
  const safe = safePoints(card);
  return fittingId(id, rail - safe - 4, mmToPt(card.height) - rail - BELOW_ID * scale - safe, scale);
}

function fittingId(id: string, width: number, height: number, scale: number): number {
  return Math.max(9, Math.floor(Math.min(30 * scale, height, width / (EM_A_DIGIT * [...id].length))));
}

/** What a landscape card's back has at its side instead of a strip along the top: two lines of a name, and the pattern. */
export function spineWidth(card: CardSize): number {
  return Math.ceil(safePoints(card) + 2 * 8.8 * scaleOf(card) + 9.5);
}

/** What the table of roles may take. */
export function tableWidth(card: CardSize): number {
  const safe = safePoints(card);
  const side = isLandscape(card) ? spineWidth(card) + 6 : safe;
  return mmToPt(card.width) - side - safe;
}
