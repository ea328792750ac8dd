import type { LinkTarget } from '../../deck/links.ts';
import type { Pt } from '../../design/units.ts';
import type { CodedCards } from '../cards/fitCodes.ts';
import type { Box } from '../box.ts';

/**
 * Cards as text that can be edited: sizes chosen, continuations made, and what had to be measured to know where things
 * stand. Not the cards that templates paint, which break lines elsewhere.
 */
export interface FittedCardSlides extends CodedCards {
  readonly metrics: CardMetrics;
}

/** What was measured once for all sides. Lengths in points. */
export interface CardMetrics {
  /**
   * Room that the widest name of an environment takes before a role, as a multiple of the size; absent where there is no
   * column of names: they then stand before their roles, all in one line.
   */
  readonly environmentWidth?: number;
  /** What stands at the foot of fronts. */
  readonly footTitle: string;
  readonly footHeight: { readonly front: number; readonly back: number };
  /** Absent where cards have no QR codes. */
  readonly codes?: CodeMetrics;
  /** By persona id. */
  readonly identities: Readonly<Record<string, IdentityMetrics>>;
}

/** What QR codes take. */
export interface CodeMetrics {
  /** Whether they bring a white ground along, as wide as their quiet zone. */
  readonly ground: boolean;
  /** Modules along the edge of a persona's code, by id. */
  readonly modules: Readonly<Record<string, number>>;
}

/** How the id and the name of a persona come out. */
export interface IdentityMetrics {
  /** Size of the id on the front. */
  readonly idSize: number;
  /** Of the id on the back, and what it or the name beside it takes in height. */
  readonly stripIdWidth: number;
  readonly stripHeight: number;
  readonly stripNameSize: number;
}

/** A paragraph on a card, as it is measured and painted. */
export interface CardParagraph {
  readonly parts: readonly (readonly CardRun[])[];
  /** Before the parts, in the same line: a label. */
  readonly lead?: readonly CardRun[];
  /** Stands before the parts, all lines of which start `hanging` from the edge of the text. */
  readonly head?: { readonly runs: readonly CardRun[]; readonly hanging: number };
  readonly size: Pt;
  readonly font: 'body' | 'heading';
  readonly bold: boolean;
  /** Height of a line as a share of the font's own. */
  readonly leading: number;
  readonly spaceBefore: number;
  /** Whether each part is a unit of the card's content, or all are one; labels belong to the unit that follows. */
  readonly units: 'parts' | 'one' | 'none';
}

export interface CardRun {
  readonly text: string;
  /** `quiet`: labels and remarks. `attention`: something is missing. `sign`: a sign of the access tables. */
  readonly tone?: 'quiet' | 'attention' | 'sign';
  readonly link?: LinkTarget;
}

/** Where things stand on a side, from the top left of its trim. Text stands inside the safe margin. */
export interface SidePlaces {
  readonly band: Box;
  /** The strip in the team's pattern, at the lower edge of the band. */
  readonly pattern: Box;
  readonly id: Box;
  readonly idSize: Pt;
  /** What kind of persona it is. */
  readonly icon: Box;
  readonly text: Box;
  readonly foot: Box;
  readonly footSize: Pt;
  /** The QR code, its own ground with it. */
  readonly code?: Box;
}

export interface FrontPlaces extends SidePlaces {
  readonly figure: Box;
  readonly kind: Box;
  readonly kindSize: Pt;
}

export interface BackPlaces extends SidePlaces {
  readonly name: Box;
  readonly nameSize: Pt;
}
