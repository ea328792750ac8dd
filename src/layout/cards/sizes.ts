import type { CardSize } from '../../design/design.ts';
import { isLandscape } from '../../design/sizes.ts';
import { type Pt, mmToPt, pt } from '../../design/units.ts';

/** Type sizes of a card design, from what reads well down to the least. */
export interface CardTypeSizes {
  readonly text: SizeRange;
  readonly table: SizeRange;
  readonly name: SizeRange;
  /** Lines that a name may take before it is set smaller. */
  readonly nameLines: number;
}

export interface SizeRange {
  readonly design: Pt;
  readonly floor: Pt;
}

/** Sizes go down in steps of a quarter point: less than the eye sees from one step to the next. */
export const SIZE_STEP = 0.25;
/** Below 7 pt, cards are hard to read at arm's length. */
const FLOOR = pt(7);
/** Shorter edge of a tarot card, for which the sizes were drawn. */
const REFERENCE_EDGE = 198;

/** How much larger labels, marks and gaps are than on a tarot card; on smaller cards they stay, being at the floor. */
export function scaleOf(card: CardSize): number {
  return Math.max(1, sizeFactor(card));
}

/**
 * Type grows less than the card, so that a larger card holds more. Above the reference it grows nearly as fast: large
 * cards hold all texts anyhow, and in small type half of them would stay empty.
 */
const GROWTH = { below: 0.5, above: 0.75 };

function sizeFactor(card: CardSize): number {
  const ratio = edgeRatio(card);
  return ratio ** (ratio < 1 ? GROWTH.below : GROWTH.above);
}

/** The shorter edge of a card, in those of a tarot card. */
export function edgeRatio({ width, height }: CardSize): number {
  return Math.min(mmToPt(width), mmToPt(height)) / REFERENCE_EDGE;
}

/** Landscape cards lower than this, such as business cards, have room for a name of one line. */
const LOW_CARD = 60;

/** Larger cards carry larger type, smaller ones smaller, down to the floor. */
export function typeSizesOf(card: CardSize): CardTypeSizes {
  const scale = sizeFactor(card);
  const range = (design: number, floor: Pt): SizeRange => {
    const size = Math.round((design * scale) / SIZE_STEP) * SIZE_STEP;
    return { design: pt(Math.max(size, floor)), floor };
  };
  return {
    text: range(9, FLOOR),
    table: range(8, FLOOR),
    name: range(17, pt(9)),
    nameLines: card.height < LOW_CARD && isLandscape(card) ? 1 : 2,
  };
}

/** Sizes of a range from the design size down. */
export function stepsOf(range: SizeRange): Pt[] {
  const steps: Pt[] = [];
  for (let size: number = range.design; size >= range.floor; size -= SIZE_STEP) steps.push(pt(size));
  return steps;
}
