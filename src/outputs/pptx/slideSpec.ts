import type { PathCommand } from '../../design/paths.ts';
import type { Pt } from '../../design/units.ts';
import type { Box } from '../../layout/box.ts';
import type { Point, Side } from '../../layout/diagrams/model.ts';
import type { LayoutName, LayoutSpec, PlaceholderName } from '../../layout/slides/format/model.ts';

/** A PowerPoint deck as plain data: what is drawn, not how a package says it. Lengths in points. */
export interface DeckSpec {
  readonly title: string;
  readonly subject: string;
  /** BCP 47 with a region, as Office wants it: `en-US`. */
  readonly language: string;
  readonly rtl: boolean;
  readonly width: Pt;
  readonly height: Pt;
  /** Behind everything; the theme's ground unless given. */
  readonly ground?: Color;
  readonly layouts: readonly LayoutSpec[];
  /** Sizes of the master's titles, and of its outlines: of the first level and of deeper ones. */
  readonly textSizes: {
    readonly title: number;
    readonly text: number;
    readonly deeper: number;
    readonly label: number;
  };
  readonly slides: readonly SlideEntry[];
  readonly sections: readonly SectionSpec[];
}

/** A run of slides under one heading, in the order of the slides. */
export interface SectionSpec {
  readonly name: string;
  readonly count: number;
}

/** A slide of the deck before it is composed: so that a large deck is never held whole. */
export interface SlideEntry {
  /** What links from other slides name. Continuations share nothing: their keys differ. */
  readonly key: string;
  /** Unique in the deck; also the text of the title placeholder. */
  readonly title: string;
  /** Whether it has speaker notes. */
  readonly noted: boolean;
  /** Made anew at each call. */
  compose(): SlideSpec;
}

export interface SlideSpec {
  readonly layout: LayoutName;
  /** Back to front, which is also the reading order. */
  readonly elements: readonly ElementSpec[];
  /** Speaker notes, a paragraph each. None: no notes page. */
  readonly notes: readonly string[];
}

/** What differs from one kind of slide to the next. */
export type SlideBody = Pick<SlideSpec, 'layout' | 'elements'>;

/** What the emitter writes as one shape; groups hold several. */
export type LeafSpec = TextSpec | PanelSpec | ShapeSpec | DrawingSpec | PictureSpec | TableSpec | ConnectorSpec;

export type ElementSpec = LeafSpec | GroupSpec;

interface Named {
  /** Shown in PowerPoint's selection pane. */
  readonly name: string;
  readonly box: Box;
}

export interface TextSpec extends Named {
  readonly kind: 'text';
  /** The placeholder of the layout that the text fills; its place, sizes and colours are the layout's. */
  readonly placeholder?: PlaceholderName;
  readonly paragraphs: readonly ParagraphSpec[];
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** Height of a line in points, where it is not to be the font's: signs of another font would make lines higher. */
  readonly lineSpacing?: number;
}

export interface ParagraphSpec {
  readonly runs: readonly RunSpec[];
  /** Outline level, from 0: placeholders give each level its look. */
  readonly level?: number;
  readonly rtl: boolean;
  readonly spaceBefore?: number;
  /** Height of a line as a share of the font's own. */
  readonly leading?: number;
  /** Where text behind a tab starts, and lines that go on, in points from the edge of the text. */
  readonly hanging?: number;
  /** Where lines stand: at the start, in the direction of reading, unless given. */
  readonly align?: 'center' | 'end';
}

export interface RunSpec {
  readonly text: string;
  /** In placeholders only where it differs from the layout's. */
  readonly size?: number;
  readonly color?: Color;
  readonly bold?: boolean;
  /** The theme's font for titles; default the one for text. */
  readonly font?: 'heading';
  readonly link?: LinkSpec;
}

/** An address, percent-encoded, relative to the deck or absolute; or the key of a slide. */
export type LinkSpec =
  | { readonly url: string; readonly tip?: string }
  | { readonly slide: string; readonly tip?: string };

/**
 * A colour; `scheme` ties it to the deck's theme, `tone` makes it lighter (to 1) or darker (to -1) in HSL, `alpha` lays it
 * thinly (from 0) over what is below.
 */
export interface Color {
  /** `#rrggbb`, as it is seen. */
  readonly hex: string;
  readonly scheme?: SchemeSlot;
  readonly tone?: number;
  readonly alpha?: number;
}

export type SchemeSlot = 'tx1' | 'bg1' | 'tx2' | 'bg2' | `accent${1 | 2 | 3 | 4 | 5 | 6}`;

/** The colours that a deck's theme has, by slot: `#rrggbb`. */
export type Scheme = Readonly<Record<SchemeSlot, string>>;

/** What a screen reader says of something that is no text: a description, or that it is only decoration. */
export type Description = { readonly alt: string } | { readonly decorative: true };

export interface ShapeSpec extends Named {
  readonly kind: 'shape';
  readonly geometry: Geometry;
  readonly fill?: Color;
  readonly stroke?: { readonly color: Color; readonly width: number };
  readonly link?: LinkSpec;
  readonly description: Description;
}

/** `path`: commands in a space of `viewBox`, stretched to the box. */
export type Geometry =
  | { readonly kind: 'rectangle' }
  | { readonly kind: 'path'; readonly commands: readonly PathCommand[]; readonly viewBox: readonly [number, number] };

/** A shape of a drawing, without a line. */
export type MemberSpec = Omit<ShapeSpec, 'description' | 'stroke' | 'link'>;

/** Shapes without text that make one picture, and move as one. */
export interface DrawingSpec extends Named {
  readonly kind: 'drawing';
  readonly shapes: readonly MemberSpec[];
  readonly description: Description;
}

/**
 * Elements that belong together, and move as one. PowerPoint groups neither tables nor what fills a placeholder.
 */
export interface GroupSpec {
  readonly kind: 'group';
  readonly name: string;
  /** Degrees clockwise, about the middle of all members; none unless given. */
  readonly turn?: number;
  readonly members: readonly (TextSpec | PanelSpec | ShapeSpec | DrawingSpec | PictureSpec)[];
  readonly description: Description;
}

/** A rectangle with text in it, which people edit there. Connectors hold on to its sides. */
export interface PanelSpec extends Named {
  readonly kind: 'panel';
  /** What connectors of the slide call it. */
  readonly key?: string;
  /** Radius of its corners in points; square unless given. */
  readonly corner?: number;
  readonly fill?: Color;
  readonly stroke?: { readonly color: Color; readonly width: number };
  /** None: a place for text that has none yet. */
  readonly paragraphs: readonly ParagraphSpec[];
  readonly anchor: 'top' | 'middle';
  /** Between its sides and the text. */
  readonly inset: Insets;
  /** Whether lines break at the inset; else they run on. */
  readonly wrap: boolean;
  /** Height of a line in points. */
  readonly lineSpacing: number;
  readonly link?: LinkSpec;
  /** For panels without text. */
  readonly description?: Description;
}

export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An arrow that stays with the panels at its ends when people move them. */
export interface ConnectorSpec {
  readonly kind: 'connector';
  readonly name: string;
  /** Level and upright pieces. An end with a panel lies in the middle of that side of it. */
  readonly points: readonly Point[];
  readonly from?: GlueSpec;
  readonly to?: GlueSpec;
  readonly color: Color;
  readonly width: number;
  readonly dashed: boolean;
  /** Whether it ends in a head. */
  readonly arrow: boolean;
  readonly description: Description;
}

export interface GlueSpec {
  /** Key of a panel on the same slide. */
  readonly panel: string;
  readonly side: Side;
}

export interface PictureSpec extends Named {
  readonly kind: 'picture';
  readonly image: RasterImage;
  readonly description: Description;
}

/** A picture that PowerPoint shows everywhere; cropped to its box where the shapes differ. */
export interface RasterImage {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface TableSpec extends Named {
  readonly kind: 'table';
  readonly columns: readonly number[];
  /** The first row is the header. */
  readonly rows: readonly TableRowSpec[];
  readonly margin: { readonly x: number; readonly y: number };
  /** Height of a line in points. */
  readonly lineSpacing: number;
  readonly rtl: boolean;
  readonly description: Description;
}

interface TableRowSpec {
  readonly height: number;
  readonly cells: readonly CellSpec[];
}

export interface CellSpec {
  readonly paragraphs: readonly ParagraphSpec[];
  readonly fill: Color;
  readonly below: BorderSpec;
  readonly start?: BorderSpec;
}

export interface BorderSpec {
  readonly color: Color;
  readonly width: number;
}
