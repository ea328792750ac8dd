import type { CardSize, PaperSize } from '../design/design.ts';
import { type Mm, mm } from '../design/units.ts';

/** Where cards stand on a sheet of paper. Lengths in millimetres from the sheet's top left. */
export interface Imposition {
  /** The sheet, upright. */
  readonly paper: { readonly width: Mm; readonly height: Mm };
  readonly columns: number;
  readonly rows: number;
  /** Top left of each card's trim, row by row. */
  readonly slots: readonly Slot[];
  readonly marks: readonly CropMark[];
}

export interface Slot {
  readonly x: Mm;
  readonly y: Mm;
}

/** A line to cut along, outside the bleed. */
export interface CropMark {
  readonly x1: Mm;
  readonly y1: Mm;
  readonly x2: Mm;
  readonly y2: Mm;
}

/** One side of one sheet: which card (by index in the deck) stands in which slot. */
export interface Sheet {
  readonly side: 'front' | 'back';
  readonly placements: readonly { readonly slot: Slot; readonly card: number }[];
}

export interface ImpositionOptions {
  readonly card: CardSize;
  readonly paper: PaperSize;
  readonly bleed: Mm;
  /** Left free along every edge of the paper. */
  readonly margin: Mm;
}

/** Crop marks begin this far from the trim, behind the bleed, so that a cut a little off shows no line. */
const MARK_GAP = 3;
const MARK_LENGTH = 4;

/**
 * Centres as many cards as the paper holds, each with its own bleed around it. Returns undefined when not one fits.
 */
export function impose(options: ImpositionOptions): Imposition | undefined {
  const grid = gridOn(options);
  return grid.columns * grid.rows === 0 ? undefined : place(options, grid);
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

function gridOn({ card, paper: { width, height }, bleed, margin }: ImpositionOptions): Grid {
  // Marks stand beside the grid; where they would pass the margin they are only shorter, so they take no room here.
  const count = (length: number, trim: number): number => Math.floor((length - 2 * margin + 1e-6) / (trim + 2 * bleed));
  return {
    width,
    height,
    columns: Math.max(0, count(width, card.width)),
    rows: Math.max(0, count(height, card.height)),
  };
}

function place({ card, bleed, margin }: ImpositionOptions, grid: Grid): Imposition {
  const pitchX = card.width + 2 * bleed;
  const pitchY = card.height + 2 * bleed;
  const left = (grid.width - grid.columns * pitchX) / 2 + bleed;
  const top = (grid.height - grid.rows * pitchY) / 2 + bleed;
  const xs = Array.from({ length: grid.columns }, (_, column) => left + column * pitchX);
  const ys = Array.from({ length: grid.rows }, (_, row) => top + row * pitchY);
  return {
    paper: { width: mm(grid.width), height: mm(grid.height) },
    columns: grid.columns,
    rows: grid.rows,
    slots: ys.flatMap((y) => xs.map((x) => ({ x: mm(x), y: mm(y) }))),
    marks: [
      ...xs.flatMap((x) => [x, x + card.width]).flatMap((x) => verticalMarks(x, ys, card.height, grid.height, margin)),
      ...ys.flatMap((y) => [y, y + card.height]).flatMap((y) => horizontalMarks(y, xs, card.width, grid.width, margin)),
    ],
  };
}

/** Above and below the grid. */
function verticalMarks(x: number, ys: readonly number[], height: number, paper: number, margin: number): CropMark[] {
  return outerMarks(ys, height, paper, margin).map(([from, to]) => ({
    x1: mm(x),
    y1: mm(from),
    x2: mm(x),
    y2: mm(to),
  }));
}

/** Left and right of the grid. */
function horizontalMarks(y: number, xs: readonly number[], width: number, paper: number, margin: number): CropMark[] {
  return outerMarks(xs, width, paper, margin).map(([from, to]) => ({ x1: mm(from), y1: mm(y), x2: mm(to), y2: mm(y) }));
}

function outerMarks(starts: readonly number[], length: number, paper: number, margin: number): [number, number][] {
  const first = (starts[0] ?? 0) - MARK_GAP;
  const last = (starts.at(-1) ?? 0) + length + MARK_GAP;
  const marks: [number, number][] = [
    [Math.max(margin, first - MARK_LENGTH), first],
    [last, Math.min(paper - margin, last + MARK_LENGTH)],
  ];
  return marks.filter(([from, to]) => to - from > 0.5);
}

/**
 * Fronts and backs alternate, as a duplex printer takes them. Upright paper flipped on its long edge mirrors columns:
 * a back lies behind its front, also on a part-filled sheet.
 */
export function sheetsOf(imposition: Imposition, cardCount: number): Sheet[] {
  const perSheet = imposition.slots.length;
  const sheets: Sheet[] = [];
  for (let first = 0; first < cardCount; first += perSheet) {
    const cards = Array.from({ length: Math.min(perSheet, cardCount - first) }, (_, index) => index);
    const at = (slotOf: (index: number) => number): Sheet['placements'] =>
      cards.map((index) => ({ slot: imposition.slots[slotOf(index)] as Slot, card: first + index }));
    sheets.push({ side: 'front', placements: at((index) => index) });
    sheets.push({ side: 'back', placements: at((index) => mirrored(imposition, index)) });
  }
  return sheets;
}

function mirrored({ columns }: Imposition, index: number): number {
  const column = index % columns;
  return index - column + (columns - 1 - column);
}
