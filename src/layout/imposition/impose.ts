import type { Stock } from '../../design/stock.ts';
import { type Mm, mm } from '../../design/units.ts';
import { behindFold, behindPage } from './behind.ts';
import { type Grid, type GridRoom, gridSlots, gridWithin } from './grid.ts';
import { guideLines } from './guides.ts';
import type { Duplex, Imposition, ImpositionOptions, Line, Slot } from './model.ts';

/**
 * Puts as many cards as it holds on a sheet of paper, in the middle, and their backs behind them. The paper is turned
 * to landscape where it holds more so. Returns undefined when not one card fits.
 */
export function impose(options: ImpositionOptions): Imposition | undefined {
  if (options.stock !== undefined) return onStock(options, options.stock);
  const { width, height } = options.paper;
  const upright = { width, height };
  const turned = { width: height, height: width };
  const candidates =
    options.duplex === 'gutterfold'
      ? [upright, turned].flatMap((paper) => [
          foldedAcross(options, paper, 'vertical'),
          foldedAcross(options, paper, 'horizontal'),
        ])
      : [upright, turned].map((paper) => onPaper(options, paper));
  return fullest(candidates.filter((candidate) => candidate !== undefined));
}

/** The first of those that hold the most: upright before turned. */
function fullest(candidates: readonly Imposition[]): Imposition | undefined {
  const most = Math.max(0, ...candidates.map(({ slots }) => slots.length));
  return candidates.find(({ slots }) => slots.length === most);
}

interface Paper {
  readonly width: Mm;
  readonly height: Mm;
}

function onPaper(options: ImpositionOptions, paper: Paper): Imposition | undefined {
  const grid = gridWithin(options, roomOn(options, paper));
  if (grid === undefined) return undefined;
  return duplexed(options, paper, grid, gridSlots(grid, 0));
}

function roomOn({ margin, bleed }: ImpositionOptions, paper: Paper): GridRoom {
  const inset = margin + bleed;
  return { left: inset, top: inset, width: paper.width - 2 * inset, height: paper.height - 2 * inset };
}

function duplexed(options: ImpositionOptions, paper: Paper, grid: Grid, slots: readonly Slot[]): Imposition {
  const duplex = options.duplex ?? 'long-edge';
  const backSlots = slots.map((slot) => behindPage(slot, paper, duplex));
  return {
    paper,
    duplex,
    columns: grid.columns,
    rows: grid.rows,
    slots,
    backSlots,
    marks: guideLines(options, paper, slots),
    backMarks: options.guidesOnBacks === false ? [] : guideLines(options, paper, backSlots),
  };
}

/** Fronts at the left of a fold or above it, backs at its other side. */
function foldedAcross(
  options: ImpositionOptions,
  paper: Paper,
  fold: 'vertical' | 'horizontal',
): Imposition | undefined {
  const whole = roomOn(options, paper);
  const vertical = fold === 'vertical';
  const room: GridRoom = vertical
    ? { ...whole, width: paper.width / 2 - options.margin - 2 * options.bleed, against: 'right' }
    : { ...whole, height: paper.height / 2 - options.margin - 2 * options.bleed, against: 'bottom' };
  const grid = gridWithin(options, room);
  if (grid === undefined) return undefined;
  const slots = gridSlots(grid, 0);
  const backSlots = slots.map((slot) => behindFold(slot, paper, fold));
  return {
    paper,
    duplex: 'gutterfold',
    columns: grid.columns,
    rows: grid.rows,
    slots,
    backSlots,
    marks: guideLines(options, paper, [...slots, ...backSlots]),
    backMarks: [],
    fold: foldLine(paper, options.margin, vertical),
  };
}

function foldLine({ width, height }: Paper, margin: Mm, vertical: boolean): Line {
  return vertical
    ? { x1: mm(width / 2), y1: margin, x2: mm(width / 2), y2: mm(height - margin) }
    : { x1: margin, y1: mm(height / 2), x2: mm(width - margin), y2: mm(height / 2) };
}

/** A card that is upright where the stock's lies on its side is turned, so that the sheet goes in as it is sold. */
function onStock(options: ImpositionOptions, stock: Stock): Imposition | undefined {
  const lies = (width: Mm, height: Mm): boolean =>
    Math.abs(width - stock.card.width) < 0.01 && Math.abs(height - stock.card.height) < 0.01;
  const { width, height } = options.card;
  if (!lies(width, height) && !lies(height, width)) return undefined;
  const { columns, rows } = stock;
  const grid: Grid = {
    columns,
    rows,
    left: stock.left,
    top: stock.top,
    card: stock.card,
    gap: { x: stock.pitch.x - stock.card.width, y: stock.pitch.y - stock.card.height },
    bleed: options.bleed,
  };
  // Perforated sheets have no room for a second grid beside a fold.
  const duplex: Duplex = options.duplex === 'short-edge' ? 'short-edge' : 'long-edge';
  const plain: ImpositionOptions = { ...options, duplex, guides: 'none' };
  return duplexed(plain, stock.paper, grid, gridSlots(grid, lies(width, height) ? 0 : 90));
}
