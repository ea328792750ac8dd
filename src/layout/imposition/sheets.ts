import type { Imposition, Placement, Sheet, Slot } from './model.ts';

/**
 * Cards onto sheets, in the order of the deck. Fronts and backs alternate, as a duplex printer takes them; with a fold
 * they are on one side. A back lies behind its front also where the last sheet is not full.
 */
export function sheetsOf(imposition: Imposition, cardCount: number): Sheet[] {
  const { slots, backSlots, fold } = imposition;
  const sheets: Sheet[] = [];
  for (let first = 0; first < cardCount; first += slots.length) {
    const count = Math.min(slots.length, cardCount - first);
    const fronts = placed('front', slots, first, count);
    const backs = placed('back', backSlots, first, count);
    if (fold === undefined) sheets.push({ side: 'front', placements: fronts }, { side: 'back', placements: backs });
    else sheets.push({ side: 'both', placements: [...fronts, ...backs] });
  }
  return sheets;
}

function placed(face: Placement['face'], slots: readonly Slot[], first: number, count: number): Placement[] {
  return slots.slice(0, count).map((slot, index) => ({ slot, card: first + index, face }));
}
