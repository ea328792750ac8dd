import type { Pt } from '../design/units.ts';

/** A block of text to lay out in a column: what a text box on a slide holds. */
export interface TextBlock {
  /** Paragraphs, each broken into lines on its own. */
  readonly paragraphs: readonly string[];
  readonly font: 'body' | 'heading';
  readonly bold: boolean;
  readonly size: Pt;
  /** Multiple of the size. */
  readonly lineHeight: number;
  /** Space between paragraphs. */
  readonly paragraphGap: Pt;
  readonly width: Pt;
}

/** Laid-out size of a block: `width` is the widest line, which may be wider than the column if one word is. */
export interface TextExtent {
  readonly width: Pt;
  readonly height: Pt;
}

/** Measures blocks with the theme's real fonts. Handed in, so that layout needs no browser of its own. */
export type MeasureText = (blocks: readonly TextBlock[]) => Promise<readonly TextExtent[]>;

/** A word, or what else is not broken. White space in it counts. */
export interface Word {
  readonly text: string;
  readonly bold: boolean;
  readonly size: Pt;
}

/** Widths of words in the font for text, handed in like `MeasureText`. */
export type MeasureWords = (words: readonly Word[]) => Promise<readonly Pt[]>;
