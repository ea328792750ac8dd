import type { Design } from '../../design/design.ts';
import { printerMargin } from '../../design/sizes.ts';
import type { Stock } from '../../design/stock.ts';
import { type Mm, mm } from '../../design/units.ts';
import type { CardInput } from '../cardInput.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import type { ExtraCards } from '../../layout/cards/extraCards.ts';
import type { Duplex, EdgeWay, GuideStyle, ImpositionOptions } from '../../layout/imposition/model.ts';

/** How cards get onto paper: chosen once a build. */
export interface PrintSetup {
  readonly bleed: Mm;
  /** `alternate`: each back behind its front; `after`: all backs after all fronts. */
  readonly backs: 'alternate' | 'after';
  /** Whether bleed, cut and safe area are drawn on `cards.pdf`. */
  readonly proof: boolean;
  /** `low`: white paper and rules instead of painted areas. */
  readonly ink: 'full' | 'low';
  readonly colors: 'full' | 'grey';
  /** Cards that are printed besides those of the personas. */
  readonly extra: ExtraCards;
  readonly duplex: Duplex;
  readonly edges: EdgeWay;
  readonly gutter: Mm;
  readonly guides: GuideStyle;
  readonly guidesOnBacks: boolean;
  readonly stock?: Stock;
  readonly backOffset: BackOffset;
}

/** What is printed, the cards besides those of the personas among them. */
export interface PrintInput extends Omit<CardInput, 'cards'> {
  readonly cards: readonly PrintedCard[];
}

/** How far the backs of sheets are moved, for printers that miss them. */
export interface BackOffset {
  /** To the right and down, as the back is looked at. */
  readonly x: Mm;
  readonly y: Mm;
  /** Degrees clockwise about the middle of the sheet. */
  readonly turn: number;
}

/** The style that moves a side of a sheet by an offset; empty when there is none. */
export function moving({ x, y, turn }: BackOffset): string {
  return x === 0 && y === 0 && turn === 0 ? '' : `transform:translate(${x}mm,${y}mm) rotate(${turn}deg)`;
}

const MM_PER_PX = 25.4 / 96;

/**
 * The bleed that is painted, of which the page or the slot cuts off what is too much: whole pixels of CSS, to which
 * Chromium rounds the edges of boxes. Else a hair of paper shows at the edge of the bleed.
 */
export function paintedBleed({ bleed }: PrintSetup): Mm {
  return mm(wholePixels(bleed) * MM_PER_PX);
}

/** So many pixels of CSS as cover a length. */
export function wholePixels(length: number): number {
  return Math.ceil(length / MM_PER_PX - 1e-6);
}

/** What decides where the cards of a design stand on a sheet. */
export function impositionOptions(
  { card, paper }: Pick<Design, 'card' | 'paper'>,
  setup: PrintSetup,
): ImpositionOptions {
  const { bleed, duplex, edges, gutter, guides, guidesOnBacks, stock } = setup;
  return {
    card,
    paper,
    bleed,
    margin: printerMargin,
    duplex,
    edges,
    gutter,
    guides,
    guidesOnBacks,
    ...(stock === undefined ? {} : { stock }),
  };
}
