import type { Matrix, MatrixCell, MatrixHead } from '../../deck/matrices/model.ts';
import type { Pt } from '../../design/units.ts';
import type { Box } from '../box.ts';
import type { PlacedText } from '../diagrams/model.ts';
import type { DrawnSign } from './signs.ts';

/**
 * A matrix, or as much of it as one picture holds, with a place for everything, in points from the top left corner.
 * Painters add nothing but colours.
 */
export interface PlacedMatrix {
  readonly matrix: Matrix;
  /** Counted from 1; a matrix that is wider or longer than a picture takes several. */
  readonly page: number;
  readonly title: string;
  /** What this picture says, in sentences. */
  readonly alt: string;
  readonly width: Pt;
  readonly height: Pt;
  readonly direction: 'ltr' | 'rtl';
  readonly heading: PlacedText;
  /** The line of heads, and all of the table. */
  readonly head: Box;
  readonly table: Box;
  readonly corner: PlacedText;
  readonly columns: readonly PlacedHead[];
  readonly rows: readonly PlacedHead[];
  /** Titles of groups of rows, across the table. */
  readonly groups: readonly { readonly box: Box; readonly text: PlacedText }[];
  readonly cells: readonly PlacedMatrixCell[];
  readonly legend: readonly { readonly sign: PlacedSigns; readonly text: PlacedText }[];
  readonly remark?: PlacedText;
}

export interface PlacedHead {
  readonly head: MatrixHead;
  readonly box: Box;
  readonly short?: PlacedText;
  readonly text?: PlacedText;
  readonly note?: PlacedText;
}

export interface PlacedMatrixCell {
  readonly cell: MatrixCell;
  readonly box: Box;
  readonly signs?: PlacedSigns;
  readonly note?: PlacedText;
}

/** Signs on one line. */
export interface PlacedSigns {
  /** Of the middle of the line. */
  readonly y: Pt;
  readonly size: Pt;
  readonly bold: boolean;
  readonly pieces: readonly PlacedSign[];
}

export interface PlacedSign {
  readonly x: Pt;
  readonly width: Pt;
  readonly piece:
    | { readonly kind: 'drawn'; readonly sign: DrawnSign }
    | { readonly kind: 'letters'; readonly text: string };
}
