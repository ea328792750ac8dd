import { type Mm, mm } from '../../design/units.ts';
import { CORNER_GAP } from './guides.ts';
import type { ImpositionOptions, Slot, Turn } from './model.ts';

/** Rows and columns of places of one size. Lengths in millimetres. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Top left of the first card's trim. */
  readonly left: number;
  readonly top: number;
  readonly card: { readonly width: Mm; readonly height: Mm };
  /** Between the trims of neighbours. */
  readonly gap: { readonly x: number; readonly y: number };
  readonly bleed: Mm;
}

/** What trims may stand in. They are in the middle of it, or against the side where the paper is folded. */
export interface GridRoom {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly against?: 'right' | 'bottom';
}

/** Millimetres: what rounding may take of a length that just fits. */
const ROUNDING = 1e-6;

/** The largest grid that the room holds; undefined when that is none. */
export function gridWithin(options: ImpositionOptions, room: GridRoom): Grid | undefined {
  const { card, bleed } = options;
  const gap = gapBetween(options);
  const count = (length: number, trim: number): number => Math.floor((length + gap + ROUNDING) / (trim + gap));
  const columns = count(room.width, card.width);
  const rows = count(room.height, card.height);
  if (columns < 1 || rows < 1) return undefined;
  const freeX = room.width - columns * card.width - (columns - 1) * gap;
  const freeY = room.height - rows * card.height - (rows - 1) * gap;
  return {
    columns,
    rows,
    left: room.left + (room.against === 'right' ? freeX : freeX / 2),
    top: room.top + (room.against === 'bottom' ? freeY : freeY / 2),
    card,
    gap: { x: gap, y: gap },
    bleed,
  };
}

function gapBetween({ edges = 'bleed', bleed, gutter = mm(0), guides }: ImpositionOptions): number {
  if (edges === 'shared') return gutter;
  const gap = 2 * bleed + gutter;
  return guides === 'corners' ? Math.max(gap, CORNER_GAP) : gap;
}

/** The grid's places, row by row. Colour reaches half way to a neighbour at most. */
export function gridSlots({ columns, rows, left, top, card, gap, bleed }: Grid, turn: Turn): Slot[] {
  const towards = (neighbour: boolean, free: number): Mm => mm(neighbour ? Math.min(bleed, free / 2) : bleed);
  return Array.from({ length: columns * rows }, (_, index): Slot => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return {
      x: mm(left + column * (card.width + gap.x)),
      y: mm(top + row * (card.height + gap.y)),
      width: card.width,
      height: card.height,
      turn,
      bleed: {
        top: towards(row > 0, gap.y),
        right: towards(column < columns - 1, gap.x),
        bottom: towards(row < rows - 1, gap.y),
        left: towards(column > 0, gap.x),
      },
    };
  });
}
