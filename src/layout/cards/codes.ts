import type { CardSize } from '../../design/design.ts';
import { type Mm, mm, mmToPt } from '../../design/units.ts';
import { edgeRatio } from './sizes.ts';

/** QR codes on cards: one of the persona, or also one a component. */
export type Codes = 'persona' | 'components';

/** Which sides of a persona's run of cards have its code, by their place among fronts or backs, from 1; plain sides do. */
export interface Coding {
  front(part: number): boolean;
  back(part: number): boolean;
  /** Whether components have theirs too. */
  readonly components: boolean;
}

/** Each card has the code on its back: for a run of so many fronts and backs, both many unless known. */
export function codedBacks(components: boolean, fronts = Infinity, backs = Infinity): Coding {
  return {
    front: (part) => isBehind(part, backs),
    back: (part) => part <= fronts || isBehind(part, fronts),
    components,
  };
}

/** The same on fronts. */
export function codedFronts(components: boolean, fronts = Infinity, backs = Infinity): Coding {
  return {
    front: (part) => part <= backs || isBehind(part, backs),
    back: (part) => isBehind(part, fronts),
    components,
  };
}

/** Sides that are more than those of the other kind take both sides of the cards that follow: every second is a back. */
const isBehind = (part: number, others: number): boolean => part > others && (part - others) % 2 === 0;

/** White modules around a code (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** A telephone reads modules of 0.4 mm at arm's length: 5 dots at 300 an inch are 0.42 mm. */
const LEAST_DOTS = 5;
/** The quiet zone stands in the margin of the card, which holds no more. */
const MOST_DOTS = 9;

/**
 * Edge of a module in whole dots of 300 an inch, so that PNG files and printers draw every module alike. Codes of large
 * cards grow less than their type, which would lose the room.
 */
export function moduleSize(card: CardSize): Mm {
  const dots = Math.min(MOST_DOTS, Math.max(LEAST_DOTS, Math.round(LEAST_DOTS * Math.sqrt(edgeRatio(card)))));
  return mm((dots * 25.4) / 300);
}

/** Width that codes of components take beside the roles, in points. */
export function codeColumn(card: CardSize, modules: number): number {
  return mmToPt(mm((modules + QUIET_ZONE) * moduleSize(card)));
}
