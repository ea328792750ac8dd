import type { Pt } from '../../../design/units.ts';
import { PdfError } from './pdfError.ts';
import type { PdfPage } from './pdfFile.ts';
import { decimal, type PdfDictionary, rectangleIn } from './pdfSyntax.ts';

/** An area of a page, measured from the top left corner of the page as it was printed. */
export interface PageArea {
  readonly left: Pt;
  readonly top: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

/** What a print shop reads off a page. */
export interface PageBoxes {
  /** The sheet. */
  readonly media: PageArea;
  /** How far colour reaches beyond the cut. Default: none is written, which means the sheet. */
  readonly bleed?: PageArea;
  /** Where the page is cut. Default: none is written, which means the sheet. */
  readonly trim?: PageArea;
}

/** pt. Chromium prints on a grid of 0.24 pt and is off by up to 0.6, besides a pixel (0.75 pt) that pages may be too large. More means another page than was meant. */
const tolerance = 1.5;

/**
 * Gives the page with exact boxes. What is painted stays in its place: Chromium's page is a little too small or large at
 * the right and at the bottom, and the boxes are drawn around the same top left corner.
 * Throws when the page is not the size of the media box.
 */
export function withBoxes({ dictionary }: PdfPage, boxes: PageBoxes): PdfDictionary {
  const printed = dictionary.get('/MediaBox');
  if (printed === undefined) throw new PdfError('a page has no MediaBox');
  const [left, bottom, right, top] = rectangleIn(printed);
  const { media } = boxes;
  const off = [media.left, media.top, media.width - (right - left), media.height - (top - bottom)];
  if (off.some((difference) => Math.abs(difference) > tolerance)) {
    const wanted = `${media.width.toFixed(2)} x ${media.height.toFixed(2)} pt`;
    throw new PdfError(`a page was printed ${right - left} x ${top - bottom} pt, but should be ${wanted}`);
  }
  const rectangle = (area: PageArea): string =>
    `[${[left + area.left, top - area.top - area.height, left + area.left + area.width, top - area.top].map(decimal).join(' ')}]`;
  const page = new Map(dictionary).set('/MediaBox', rectangle(media));
  if (boxes.bleed !== undefined) page.set('/BleedBox', rectangle(boxes.bleed));
  if (boxes.trim !== undefined) page.set('/TrimBox', rectangle(boxes.trim));
  return page;
}
