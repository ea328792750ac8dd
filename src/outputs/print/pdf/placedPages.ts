import type { Pt } from '../../../design/units.ts';
import { type Matrix, times } from '../../../pdf/matrix.ts';
import { PdfError } from './pdfError.ts';
import type { PdfPage } from './pdfFile.ts';
import { decimal, rectangleIn } from './pdfSyntax.ts';

/** A sheet of paper with pages of a document on it. */
export interface ImposedSheet {
  readonly width: Pt;
  readonly height: Pt;
  readonly placements: readonly PagePlacement[];
  /** Operators that paint over the pages, in points from the bottom left. */
  readonly marks: string;
}

export interface PagePlacement {
  /** Of the document, from 0. */
  readonly page: number;
  /** From points around the middle of the page's trim box, y upwards, to points from the bottom left of the sheet. */
  readonly place: Matrix;
  /** What is shown of it, around the middle of its trim box: left, bottom, right, top. */
  readonly clip: readonly [left: number, bottom: number, right: number, top: number];
}

/** A sheet, and the pages on it in the order of their placements. */
interface SheetOfPages {
  readonly sheet: ImposedSheet;
  readonly pages: readonly PdfPage[];
}

/** Where pages and the places in them are on sheets. */
export class PlacedPages {
  readonly sheets: readonly SheetOfPages[];
  /** By object number of the page: from its points to those of its sheet. */
  readonly #ways = new Map<number, Matrix>();

  /** Throws `PdfError` unless each page is placed once. */
  constructor(pages: readonly PdfPage[], sheets: readonly ImposedSheet[]) {
    this.sheets = sheets.map((sheet) => ({
      sheet,
      pages: sheet.placements.map(({ page: index, place }) => {
        const page = pages[index];
        if (page === undefined) throw new PdfError(`there is no page ${index + 1} to be placed`);
        if (this.#ways.has(page.object)) throw new PdfError(`page ${index + 1} is placed twice`);
        this.#ways.set(page.object, times(fromMiddle(page), place));
        return page;
      }),
    }));
    if (this.#ways.size < pages.length) throw new PdfError(`${pages.length - this.#ways.size} pages are on no sheet`);
  }

  /** The smallest upright rectangle around one of a page, as the format writes it. */
  area(page: number, value: string): string {
    const [left, bottom, right, top] = rectangleIn(value);
    const corners = [
      [left, bottom],
      [right, bottom],
      [left, top],
      [right, top],
    ].map(([x = 0, y = 0]) => this.#moved(page, x, y));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return `[${[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(decimal).join(' ')}]`;
  }

  /** A destination that is a place on a page, there on the sheet; any other stays. */
  destination(value: string): string {
    const [whole, page, x, y, zoom] = /^\[\s*(\d+) 0 R\s*\/XYZ (\S+) (\S+) (\S+?)\s*\]$/.exec(value) ?? [];
    if (whole === undefined) return value;
    const place = this.#moved(Number(page), Number(x), Number(y));
    return `[${page} 0 R /XYZ ${place.map(decimal).join(' ')} ${zoom}]`;
  }

  #moved(page: number, x: number, y: number): [number, number] {
    const way = this.#ways.get(page);
    if (way === undefined) throw new PdfError(`object ${page} is no page`);
    const [a, b, c, d, e, f] = way;
    return [a * x + c * y + e, b * x + d * y + f];
  }
}

/** From points of a page to those around the middle of its trim box. */
export function fromMiddle({ dictionary }: PdfPage): Matrix {
  const box = dictionary.get('/TrimBox') ?? dictionary.get('/MediaBox');
  if (box === undefined) throw new PdfError('a page has no MediaBox');
  const [left, bottom, right, top] = rectangleIn(box);
  return [1, 0, 0, 1, -(left + right) / 2, -(bottom + top) / 2];
}
