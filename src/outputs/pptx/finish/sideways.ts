import { mirrored } from '../../../layout/box.ts';
import type { Box } from '../../../layout/box.ts';
import type { DeckSpec } from '../slideSpec.ts';

/** A layout's place in a deck of the given direction. */
export function sideways(place: Box, { rtl, width }: DeckSpec): Box {
  return rtl ? mirrored(place, width) : place;
}
