import type { BrandPaint } from '../../../design/brand/model.ts';
import type { Pt } from '../../../design/units.ts';
import type { Box } from '../../box.ts';

/**
 * What slides look like before anything stands on them: their size, the layouts they are made on, where each part goes
 * and how large its text is meant to be. Ours, or one that follows a company's template. Lengths in points.
 */
export interface SlideFormat {
  readonly width: Pt;
  readonly height: Pt;
  readonly sizes: TypeScale;
  readonly layouts: readonly LayoutSpec[];
  readonly cover: CoverFrame;
  readonly persona: PersonaFrame;
  readonly access: AccessFrame;
  readonly plain: PlainFrame;
  /** The way back to the overview. */
  readonly home: Box;
  /** Text that stands on the slide itself, where a template has a colour of its own for it. */
  readonly text?: BrandPaint;
}

/** Sizes of type, from the largest to `floor`, below which nothing goes. */
export interface TypeScale {
  readonly id: Pt;
  readonly identity: Pt;
  readonly value: Pt;
  readonly summary: Pt;
  readonly accessTable: Pt;
  readonly strip: Pt;
  readonly label: Pt;
  readonly floor: Pt;
}

/** A place for text: a box, and how text in it looks before it has to be set smaller. */
export interface TextPlace {
  readonly box: Box;
  readonly style: TextStyle;
  readonly size: Pt;
  /** The layout does not say the size: slides have to. */
  readonly unsized?: true;
}

export interface TextStyle {
  readonly font: 'body' | 'heading';
  readonly bold: boolean;
  /** Shown in capitals, whatever is written. */
  readonly capitals?: boolean;
  /** Of a line, as a multiple of the font's own height; 1 unless given. */
  readonly lineSpacing?: number;
  /** Before each paragraph but the first; none unless given. */
  readonly spaceBefore?: Pt;
  /** Width and height that text may not use, of the box's; none unless given. */
  readonly kept?: { readonly width: Pt; readonly height: Pt };
}

export interface CoverFrame {
  readonly title: TextPlace;
  readonly subtitle: TextPlace;
  /** Where the personas' figures stand; absent where a company's cover is left as it is. */
  readonly figures?: Box;
}

export interface PersonaFrame {
  readonly title: TextPlace;
  readonly rail: Box;
  readonly figure: Box;
  readonly pattern: Box;
  readonly id: Box;
  readonly identity: Box;
  readonly summary: Box;
  readonly columns: readonly [Box, Box];
  readonly strip: Box;
  readonly legend: Box;
  /** Continuations have no summary: everything below the title is for what did not fit. */
  readonly moreColumns: readonly [Box, Box];
  readonly moreStrip: Box;
}

export interface AccessFrame {
  readonly title: TextPlace;
  readonly icon: Box;
  readonly source: Box;
  readonly table: Box;
  readonly legend: Box;
}

/** Slides of a title and text or a table. */
export interface PlainFrame {
  readonly title: TextPlace;
  readonly body: TextPlace;
  readonly table: Box;
  /** For a picture, and below it its legend, beside the way back: all the room that there is. */
  readonly picture: Box;
}

/** The deck's layouts. `sheet` is paper with cards. `blank` has no slides of ours: it is for those who add their own. */
export type LayoutName = 'cover' | 'persona' | 'more' | 'access' | 'table' | 'content' | 'sheet' | 'blank';
export type PlaceholderName = 'title' | 'subtitle' | 'summary' | 'first' | 'second' | 'source' | 'content';

export interface LayoutSpec {
  readonly name: LayoutName;
  /** Shown in PowerPoint's list of layouts. */
  readonly label: string;
  /** PowerPoint's own type, where one fits: what a layout becomes when a slide moves to another template. */
  readonly type?: 'title' | 'obj' | 'titleOnly' | 'blank';
  /** The part of a company's template that is this layout; absent where the layout is ours to write. */
  readonly part?: string;
  readonly placeholders: readonly PlaceholderSpec[];
  /** A ground for what stands on the slide, where a template draws something there. */
  readonly panel?: Box;
  /** Where the slide's number stands; absent on layouts without one. */
  readonly number?: { readonly box: Box; readonly index: number };
}

export interface PlaceholderSpec {
  readonly name: PlaceholderName;
  readonly label: string;
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'obj';
  /** Ties a slide's placeholder to the layout's; titles have none. */
  readonly index?: number;
  readonly prompt: string;
  readonly box: Box;
  readonly anchor: 't' | 'ctr' | 'b';
  /** Looks of the outline levels; the master's where absent. */
  readonly levels?: readonly LevelStyle[];
}

export interface LevelStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color: 'tx1' | 'tx2';
  readonly spaceBefore?: number;
}
