import type { CardSize } from '../../design/design.ts';
import { isLandscape, safeOf } from '../../design/sizes.ts';
import { mmToPt } from '../../design/units.ts';
import { linesOf } from './reckon.ts';
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

/** The kind below the id: size of its text, the gap above it, and what both leave of the band together with the pattern. */
interface KindPlace {
  readonly size: number;
  readonly gap: number;
  readonly takes: number;
}

/** In low bands the kind is small, so that the id is still larger than on the back. */
export function kindPlace(card: CardSize): KindPlace {
  const scale = scaleOf(card);
  const usual = { size: 9 * scale, gap: 4, takes: BELOW_ID * scale };
  if (isLandscape(card)) return usual;
  const room = bandHeight(card) - safePoints(card);
  return room - usual.takes > STRIP_ID * scale ? usual : { size: 7, gap: 2, takes: 18 };
}

/** The id keeps to one line beside the figure, and leaves room for the kind below it. */
export function idSize(card: CardSize, id: string): number {
  const band = bandHeight(card);
  const safe = safePoints(card);
  return fittingId(id, mmToPt(card.width) - band - 2 * safe, band - safe - kindPlace(card).takes, scaleOf(card));
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

/** The strip of a back: along the top of upright cards, up the side of landscape ones, like the spine of a book. */
export interface Strip {
  /** Across the direction that it is read in; strips along the top take what their texts take. */
  readonly depth: number;
  /** Size of the id. */
  readonly id: number;
  /** Whether the name stands below the id rather than beside it, where it would take more than two lines. */
  readonly stacked: boolean;
}

/** Sizes of id, name and icon in a strip, on cards of the usual size; `card.css` has the last two too. */
const STRIP_ID = 13;
const STRIP_NAME = { along: 9, upright: 8 };
const STRIP_ICON = 12;
const STRIP_LEADING = 1.1;
/** Between texts of a strip; `card.css` has it too. */
const STRIP_GAP = 5;
/** Between a spine and what stands beside it; `card.css` has it too. */
const BESIDE_SPINE = 6;
/** Below, an id is hard to read. */
const LEAST_ID = 7;

/** A strip that holds id and name: two lines of a name beside the id, or as many as it takes below it. */
export function stripOf(card: CardSize, id: string, name: string): Strip {
  const scale = scaleOf(card);
  const safe = safePoints(card);
  const upright = isLandscape(card);
  const length = mmToPt(upright ? card.height : card.width) - 2 * safe;
  const beside = length - STRIP_ICON * scale - 2 * STRIP_GAP;
  const bare = safe + STRIP_HEIGHT + 3.5;
  const nameSize = (upright ? STRIP_NAME.upright : STRIP_NAME.along) * scale;
  const line = nameSize * STRIP_LEADING;
  const idLength = [...id].length;
  const idWidth = STRIP_ID * scale * EM_A_DIGIT * idLength;
  if (linesOf(name, beside - idWidth, nameSize) <= 2) {
    return { depth: Math.ceil(bare + 2 * line), id: STRIP_ID * scale, stacked: false };
  }
  const idSize = Math.max(LEAST_ID, Math.min(STRIP_ID * scale, beside / (EM_A_DIGIT * Math.max(1, idLength))));
  const heights = linesOf(id, beside, idSize) * idSize * STRIP_LEADING + linesOf(name, length, nameSize) * line;
  return { depth: Math.ceil(bare + heights + STRIP_GAP), id: idSize, stacked: true };
}

/** What stands beside a spine loses so much of the width to it. */
export function besideSpine(card: CardSize, id: string, name: string): number {
  return stripOf(card, id, name).depth + BESIDE_SPINE;
}

/** What the table of roles may take; less where a long name makes the spine wider. */
export function tableWidth(card: CardSize): number {
  const safe = safePoints(card);
  return mmToPt(card.width) - (isLandscape(card) ? besideSpine(card, '', '') : safe) - safe;
}
