import { type Mm, mm } from '../../design/units.ts';
import type { Duplex, Slot, Turn } from './model.ts';

interface Paper {
  readonly width: Mm;
  readonly height: Mm;
}

/** The place on the other side of the paper that lies behind a slot, the card's head at the same edge. */
export function behindPage(slot: Slot, paper: Paper, duplex: Duplex): Slot {
  const upright = paper.width <= paper.height;
  // The long edge of an upright page stands at its side, that of a landscape page at its top.
  const axis = (duplex === 'short-edge') === upright ? 'horizontal' : 'vertical';
  return axis === 'vertical' ? sideways(slot, paper.width) : upsideDown(slot, paper.height);
}

/** The place that comes to lie behind a slot when the paper is folded through its middle. */
export function behindFold(slot: Slot, paper: Paper, fold: 'vertical' | 'horizontal'): Slot {
  return fold === 'vertical' ? sideways(slot, paper.width) : upsideDown(slot, paper.height);
}

/** Mirrored about an upright axis in the middle of the paper: columns change places. */
function sideways(slot: Slot, width: Mm): Slot {
  const { bleed } = slot;
  return {
    ...slot,
    x: mm(width - slot.x - slot.width),
    turn: ((360 - slot.turn) % 360) as Turn,
    bleed: { ...bleed, left: bleed.right, right: bleed.left },
  };
}

/** Mirrored about a level axis: rows change places, and the card's head, which was up, is down. */
function upsideDown(slot: Slot, height: Mm): Slot {
  const { bleed } = slot;
  return {
    ...slot,
    y: mm(height - slot.y - slot.height),
    turn: ((540 - slot.turn) % 360) as Turn,
    bleed: { ...bleed, top: bleed.bottom, bottom: bleed.top },
  };
}
