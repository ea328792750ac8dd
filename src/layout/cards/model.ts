import type { Card, CardAccessRow, Field, FieldKey } from '../../deck/model.ts';
import type { Pt } from '../../design/units.ts';
import type { IndexEntry } from './indexEntry.ts';

/**
 * A persona's printed card: a front and a back, texts cut to what fits, sizes chosen. A persona whose content passes
 * the smallest size has several, numbered from 1.
 */
export interface FittedCard<S extends PrintedSide = Side> {
  readonly card: Card;
  readonly number: number;
  readonly count: number;
  readonly front: S;
  readonly back: S;
}

/**
 * `front` shows who the persona is and the template's fields; `back` its roles; `plain` fills the back of a last,
 * continued card.
 */
export type Side = FrontSide | BackSide | PlainSide;

/** What is printed: `index` lists the deck, `blank` is to be filled in by hand. */
export type PrintedSide = Side | IndexSide | BlankSide;
export type PrintedCard = FittedCard<PrintedSide>;

/** A side that may have the QR code of its persona. */
interface CodedSide {
  readonly code?: true;
}

export interface FrontSide extends CodedSide {
  readonly kind: 'front';
  /** Place among this persona's fronts, from 1; later ones say that they continue. */
  readonly part: number;
  readonly parts: number;
  readonly size: Pt;
  readonly nameSize: Pt;
  readonly summary?: string;
  readonly fields: readonly Field[];
}

export interface BackSide extends CodedSide {
  readonly kind: 'back';
  readonly part: number;
  readonly parts: number;
  readonly size: Pt;
  readonly rows: readonly CardAccessRow[];
  /** Whether each component has a QR code beside it. */
  readonly componentCodes?: true;
}

export interface PlainSide extends CodedSide {
  readonly kind: 'plain';
}

/**
 * Everything of a persona on one picture that is wider than high: fields, and components with their roles. What has no
 * room is left to the upright card.
 */
export interface WideSide {
  readonly kind: 'wide';
  readonly size: Pt;
  readonly nameSize: Pt;
  readonly summary?: string;
  /** All but components. */
  readonly fields: readonly Field[];
  readonly rows: readonly CardAccessRow[];
  /** Whether rows show their roles. */
  readonly withRoles: boolean;
  /** How many items of each field, and how many components, are left out; absent where none is. */
  readonly leftOut: Readonly<Partial<Record<FieldKey, number>>>;
}

/** A part of the list of the deck. */
export interface IndexSide {
  readonly kind: 'index';
  readonly part: number;
  readonly parts: number;
  readonly size: Pt;
  /** Columns that the side is cut into; the last side may have fewer. */
  readonly columnCount: number;
  readonly columns: readonly (readonly IndexEntry[])[];
}

/** A side to fill in by hand. */
export interface BlankSide {
  readonly kind: 'blank';
  readonly face: 'front' | 'back';
}

/** What a laid-out side turned out to be, in points of the card. */
export interface SideExtent {
  /** Height that the side's content may take. */
  readonly available: Pt;
  /** Lower edge of each unit of the content below the content's top, in reading order. */
  readonly bottoms: readonly Pt[];
  /** Whether a word is wider than its column, so that it has to be broken. */
  readonly broken: boolean;
  /** The same of the persona's name, and its lines. */
  readonly nameLines: number;
  readonly nameBroken: boolean;
}

export interface SideRequest<S = FrontSide | BackSide> {
  readonly card: Card;
  readonly side: S;
}

/** Lays sides out with the real templates and fonts. Handed in, so that layout needs no browser of its own. */
export type MeasureSides<S = FrontSide | BackSide> = (
  sides: readonly SideRequest<S>[],
) => Promise<readonly SideExtent[]>;

/** A text that had to be set smaller than the theme says, or continued: data for a finding. */
export interface Shrunk {
  readonly persona: string;
  readonly side: 'front' | 'back';
  readonly size: Pt;
  readonly designSize: Pt;
  readonly parts: number;
  /** Whether some text passes the edge all the same: the card, or what its template leaves for content, is too small. */
  readonly overflows: boolean;
  /** Whether it is continued for the sake of QR codes. */
  readonly forCodes?: true;
}
