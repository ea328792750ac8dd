import type { CardSize, PaperSize } from '../../design/design.ts';
import type { Stock } from '../../design/stock.ts';
import type { Mm } from '../../design/units.ts';

/** Where cards stand on a sheet of paper. Lengths in millimetres from the sheet's top left. */
export interface Imposition {
  /** The sheet as it is printed: turned to landscape where it holds more cards so. */
  readonly paper: { readonly width: Mm; readonly height: Mm };
  readonly duplex: Duplex;
  readonly columns: number;
  readonly rows: number;
  /** Places of fronts, row by row. */
  readonly slots: readonly Slot[];
  /** Places of backs: each lies behind the slot of the same index once the paper is turned over or folded. */
  readonly backSlots: readonly Slot[];
  /** Guides to cut along, on the side with the fronts, and on that with the backs. With a fold, both are on `marks`. */
  readonly marks: readonly Line[];
  readonly backMarks: readonly Line[];
  /** Where a sheet with fronts and backs on one side is folded. */
  readonly fold?: Line;
}

/** A card's place on the paper: its trim, and how far colour may reach beyond. */
export interface Slot {
  readonly x: Mm;
  readonly y: Mm;
  /** On the paper: those of the card, exchanged when it lies on its side. */
  readonly width: Mm;
  readonly height: Mm;
  /** Degrees clockwise that the card is turned by, about its middle. */
  readonly turn: Turn;
  readonly bleed: Edges;
}

export type Turn = 0 | 90 | 180 | 270;

/** One length an edge of the slot, as it lies on the paper. */
export interface Edges {
  readonly top: Mm;
  readonly right: Mm;
  readonly bottom: Mm;
  readonly left: Mm;
}

export interface Line {
  readonly x1: Mm;
  readonly y1: Mm;
  readonly x2: Mm;
  readonly y2: Mm;
}

/** How backs get behind fronts: the printer turns the paper over on one of its edges, or a hand folds it. */
export const duplexWays = ['long-edge', 'short-edge', 'gutterfold'] as const;
export type Duplex = (typeof duplexWays)[number];

/** `bleed`: every card has its own bleed around it. `shared`: cards touch, one cut parts two of them. */
export const edgeWays = ['bleed', 'shared'] as const;
export type EdgeWay = (typeof edgeWays)[number];

/** `ticks` stand outside the grid, `corners` at each card, `lines` run over the whole sheet. */
export const guideStyles = ['ticks', 'corners', 'lines', 'none'] as const;
export type GuideStyle = (typeof guideStyles)[number];

/** One side of one sheet: which card (by index in the deck) stands in which slot. */
export interface Sheet {
  /** `both`: fronts and backs on one side, to be folded. */
  readonly side: 'front' | 'back' | 'both';
  readonly placements: readonly Placement[];
}

export interface Placement {
  readonly slot: Slot;
  readonly card: number;
  readonly face: 'front' | 'back';
}

export interface ImpositionOptions {
  readonly card: CardSize;
  /** Upright, as it is named; turned where it then holds more. */
  readonly paper: PaperSize;
  readonly bleed: Mm;
  /** Left free along every edge of the paper. */
  readonly margin: Mm;
  /** Default: `long-edge`. */
  readonly duplex?: Duplex;
  /** Default: `bleed`. */
  readonly edges?: EdgeWay;
  /** Free paper between cards, behind their bleed. Default: none. */
  readonly gutter?: Mm;
  /** Default: `ticks`. */
  readonly guides?: GuideStyle;
  /** Whether sides with backs have guides too. Default: yes. */
  readonly guidesOnBacks?: boolean;
  /** Sheets that are perforated already: then cards stand where the perforation is, and `paper` is the sheet's. */
  readonly stock?: Stock;
}
