import type { Box } from '../box.ts';
import type { LitPart } from '../diagrams/highlight.ts';
import type { Diagram, PlacedLegend } from '../diagrams/model.ts';
import type { DiagramPart } from '../diagrams/part.ts';
import type { LinkTarget } from '../../deck/links.ts';
import type { Card, TeamMark } from '../../deck/model.ts';
import type { Pt } from '../../design/units.ts';
import type { SlideSection } from '../../schema/settings.ts';
import type { SlideFormat } from './format/model.ts';

/** A deck of slides with every text placed and sized; plain data, in points from the top left corner of a slide. */
export interface FittedSlides {
  readonly format: SlideFormat;
  readonly slides: readonly FittedSlide[];
}

export type FittedSlide = CoverSlide | PersonaSlide | AccessSlide | TextSlide | GridSlide | BlankSlide | DiagramSlide;

/** Names a slide within the deck: what links between slides hold until slides are numbered. */
export type SlideKey =
  | 'cover'
  | 'about'
  | 'overview'
  | 'findings'
  | 'decisions'
  | `blank:${number}`
  | `persona:${string}`
  | `flow:${string}`
  | `architecture:${string}`
  | `highlight:${string}`
  | `access:${string}`
  | `matrix:${string}`;

interface SlideBase {
  /** Of the first slide; continuations have the key of the first one and a page from 2. */
  readonly key: SlideKey;
  readonly page: number;
  readonly section: SlideSection;
  /** Unique in the deck, so that every slide can be told apart in a list of titles. */
  readonly title: FittedText;
  /** The way back to the overview; absent where there is none, or where it would lead to the slide itself. */
  readonly home?: FittedText;
}

export interface CoverSlide extends SlideBase {
  readonly kind: 'cover';
  readonly subtitle: FittedText;
  /** Persons of the deck as figures with their ids, as many as fit. */
  readonly figures: readonly CoverFigure[];
}

export interface CoverFigure {
  readonly card: Card;
  readonly box: Box;
  /** Id and name below the figure, linked to the persona's slide. */
  readonly caption: FittedText;
}

export interface PersonaSlide extends SlideBase {
  readonly kind: 'persona';
  readonly card: Card;
  readonly rail: Rail;
  readonly summary?: FittedText;
  /** The template's fields side by side. */
  readonly columns: readonly FittedText[];
  readonly access?: FittedTable;
  readonly legend?: FittedText;
}

/** Who it is: the band with figure, id, kind and team. */
export interface Rail {
  readonly box: Box;
  readonly figure: Box;
  /** The strip in the team's pattern. */
  readonly pattern: Box;
  readonly team?: TeamMark;
  readonly id: FittedText;
  readonly identity: FittedText;
}

export interface AccessSlide extends SlideBase {
  readonly kind: 'access';
  readonly componentId: string;
  /** Name from the icon set. */
  readonly icon?: string;
  readonly iconBox: Box;
  readonly source: FittedText;
  readonly table: FittedTable;
  readonly legend: FittedText;
}

/** A title and paragraphs. */
export interface TextSlide extends SlideBase {
  readonly kind: 'text';
  readonly body: FittedText;
}

/** A title and a table, with what its signs mean. */
export interface GridSlide extends SlideBase {
  readonly kind: 'grid';
  readonly table: FittedTable;
  readonly legend?: FittedText;
}

/** A picture of the work, or some of its lanes or zones. */
export interface DiagramSlide extends SlideBase {
  readonly kind: 'diagram';
  readonly picture: SlidePicture;
}

/** What is shown of a diagram, with everything at its place on the slide and as large as it is there. */
export interface SlidePicture {
  readonly diagram: Pick<Diagram, 'kind' | 'id' | 'title' | 'summary' | 'alt' | 'direction'>;
  readonly part: DiagramPart;
  readonly legend: PlacedLegend;
  /** The persona whose part is lit. */
  readonly lit?: { readonly card: Card; readonly part: LitPart };
  /** Of the smallest text in the picture. */
  readonly size: Pt;
  readonly designSize: Pt;
  readonly shrunk: boolean;
}

/** A persona's slide to fill in by hand. */
export interface BlankSlide extends SlideBase {
  readonly kind: 'blank';
  readonly rail: Pick<Rail, 'box' | 'figure' | 'id' | 'identity'>;
  readonly columns: readonly FittedText[];
  readonly access: FittedTable;
}

/** What a deck holds besides its personas and their access. */
export interface SlidePlan {
  /** In the order of the deck. */
  readonly sections: readonly SlideSection[];
  readonly findings: readonly SlideFinding[];
}

/** A finding of the checks, as a slide says it. */
export interface SlideFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly hint?: string;
  /** Where it stands: file and line. */
  readonly place?: string;
}

/** Text with the size at which it was measured to fit its box with room to spare. */
export interface FittedText {
  readonly box: Box;
  readonly paragraphs: readonly Paragraph[];
  readonly font: 'body' | 'heading';
  /** Of `plain` paragraphs; `label` paragraphs always have the label size. */
  readonly size: Pt;
  /** The size the design asks for. */
  readonly designSize: Pt;
  /** Whether `size` had to go below `designSize`. */
  readonly shrunk: boolean;
  /** Whether the slide has to say the size though it is the design's: its layout does not. */
  readonly unsized?: true;
  /** False when even the smallest size was too large; the text is whole all the same. */
  readonly fits: boolean;
}

export interface Paragraph {
  /** `label`: the quiet line above a value. */
  readonly role: 'label' | 'plain';
  readonly runs: readonly Run[];
}

export interface Run {
  readonly text: string;
  /** `quiet`: remarks. `attention`: something is missing. Default: running text. */
  readonly tone?: 'quiet' | 'attention';
  readonly bold?: boolean;
  /** Out of the deck. */
  readonly link?: LinkTarget;
  /** Within the deck. */
  readonly slide?: SlideKey;
  /** Says where the link leads, when the text alone does not. */
  readonly tip?: string;
}

export interface FittedTable {
  readonly box: Box;
  /** Widths, first column first in reading direction. */
  readonly columns: readonly Pt[];
  /** Columns for Production, where the eye should land. */
  readonly emphasized: readonly number[];
  /** The table is about Production: the heads of all columns say so. */
  readonly emphasizedHeader?: true;
  readonly header: FittedRow;
  readonly rows: readonly FittedRow[];
  readonly size: Pt;
  readonly designSize: Pt;
  readonly shrunk: boolean;
  /** How much the cells say: roles everywhere, roles in Production and signs elsewhere, signs only. */
  readonly detail: AccessDetail;
  readonly margin: { readonly x: Pt; readonly y: Pt };
}

export type AccessDetail = 'roles' | 'production' | 'marks';

export interface FittedRow {
  readonly height: Pt;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
}
