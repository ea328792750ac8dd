import type { CardSize } from '../../../design/design.ts';
import { mmToPt } from '../../../design/units.ts';
import { type Box, box, mirrored } from '../../../layout/box.ts';
import { trimOf } from '../../../layout/cardSlides/places.ts';
import type { Edges, Slot } from '../../../layout/imposition/model.ts';
import type { Shift } from './backOffset.ts';

/** Where a side stands on the sheet: as if it were not turned, which its group is as a whole. */
export interface CardPlace {
  /** A place on the side, from the top left of its trim, as one on the sheet. */
  on(place: Box): Box;
  /** The same; edges that are the card's reach into the bleed. */
  bled(place: Box): Box;
  /** Degrees clockwise. */
  readonly turn: number;
}

/** `rtl`: places are on the other side of the card. */
export function cardPlace(slot: Slot, size: CardSize, rtl: boolean, shift: Shift): CardPlace {
  const trim = trimOf(size);
  const bleed = ownEdges(slot);
  const [left, top] = trimCorner(slot, trim, bleed, shift);
  const sideways = (place: Box): Box => (rtl ? mirrored(place, trim.width) : place);
  const shifted = ({ x, y, width, height }: Box): Box => box(left + x, top + y, width, height);
  return {
    turn: (slot.turn + shift.turn + 360) % 360,
    on: (place) => shifted(sideways(place)),
    bled: (place) => shifted(outward(sideways(place), trim, bleed)),
  };
}

/** The card with its bleed is in the middle of what it takes on the paper, turned or not. */
function trimCorner(slot: Slot, trim: Box, own: OwnEdges, shift: Shift): [number, number] {
  const { top, right, bottom, left } = slot.bleed;
  const middle = shift.move({
    x: mmToPt(slot.x) + (mmToPt(slot.width) + mmToPt(right) - mmToPt(left)) / 2,
    y: mmToPt(slot.y) + (mmToPt(slot.height) + mmToPt(bottom) - mmToPt(top)) / 2,
  });
  return [middle.x - (trim.width + own.right - own.left) / 2, middle.y - (trim.height + own.bottom - own.top) / 2];
}

/** Bleed in points, by the edges of the card before it is turned. */
interface OwnEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Where the card's edges come to lie as it is turned clockwise: its top is then at the right, at the bottom, at the left. */
const turnedEdges: Readonly<Record<Slot['turn'], readonly [keyof Edges, keyof Edges, keyof Edges, keyof Edges]>> = {
  0: ['top', 'right', 'bottom', 'left'],
  90: ['right', 'bottom', 'left', 'top'],
  180: ['bottom', 'left', 'top', 'right'],
  270: ['left', 'top', 'right', 'bottom'],
};

function ownEdges({ turn, bleed }: Slot): OwnEdges {
  const [top, right, bottom, left] = turnedEdges[turn];
  return {
    top: mmToPt(bleed[top]),
    right: mmToPt(bleed[right]),
    bottom: mmToPt(bleed[bottom]),
    left: mmToPt(bleed[left]),
  };
}

function outward({ x, y, width, height }: Box, trim: Box, bleed: OwnEdges): Box {
  const same = (one: number, other: number): boolean => Math.abs(one - other) < 0.001;
  const left = same(x, 0) ? x - bleed.left : x;
  const top = same(y, 0) ? y - bleed.top : y;
  const right = same(x + width, trim.width) ? x + width + bleed.right : x + width;
  const bottom = same(y + height, trim.height) ? y + height + bleed.bottom : y + height;
  return box(left, top, right - left, bottom - top);
}

/** The largest square in the corner of a place that is farthest out: figures keep their proportions. */
export function squareOf(place: Box, corner: 'left' | 'right'): Box {
  const side = Math.min(place.width, place.height);
  return box(corner === 'left' ? place.x : place.x + place.width - side, place.y, side, side);
}
