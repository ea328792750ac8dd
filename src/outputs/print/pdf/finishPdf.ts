import { renumberElementIds } from './elementIds.ts';
import { appendUpdate } from './incrementalUpdate.ts';
import { type PageBoxes, withBoxes } from './pageBoxes.ts';
import { PdfError } from './pdfError.ts';
import { PdfFile } from './pdfFile.ts';
import { type PdfDictionary, referenceIn, textString } from './pdfSyntax.ts';
import { countMentions, findPlaceholders, pdfAddress } from './placeholderLink.ts';

export interface PdfFinish {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** The program that made it. Default: `persona-deck`. */
  readonly producer?: string;
  /** Default: the file holds no date, so that it does not depend on the day. */
  readonly date?: Date;
  /** One for all pages, or one a page. Default: the pages stay as they were printed. */
  readonly boxes?: PageBoxes | readonly PageBoxes[];
  /**
   * The `href`s given to `placeholderLink`, each as often as the HTML holds it. The PDF must lead to exactly those, each at
   * least as often (a link that breaks over two lines counts twice). Default: not compared.
   */
  readonly expectedLinks?: readonly string[];
}

/**
 * Turns what Chromium printed into the file to ship: links lead where they should, pages have exact boxes, the document
 * says what it is, and the same content gives the same bytes. Tags, outline and all else stay. Bytes are changed in
 * place and appended, nothing is decoded: a tenth of a second for 1,000 pages. Throws `PdfError`.
 */
export function finishPdf(pdf: Uint8Array, finish: PdfFinish): Uint8Array {
  const bytes = Buffer.from(pdf);
  const file = new PdfFile(bytes);
  replaceLinks(bytes, file.text, finish.expectedLinks);
  renumberElementIds(bytes, file.text);
  const objects = new Map<number, PdfDictionary>(pagesWithBoxes(file, finish.boxes));
  const info = referenceIn(file.trailer.get('/Info')) ?? Number(file.trailer.get('/Size'));
  if (file.trailer.has('/Info')) blank(bytes, file, info);
  objects.set(info, information(finish));
  return appendUpdate(bytes, file, objects, info);
}

function replaceLinks(bytes: Buffer, text: string, expected: readonly string[] | undefined): void {
  const placeholders = findPlaceholders(text);
  if (countMentions(text) !== placeholders.length) {
    throw new PdfError('the PDF holds the placeholder of a link in a place that is no link');
  }
  const astray = /\/URI \((file:[^)]*)/.exec(text);
  if (astray !== null) throw new PdfError(`a link leads to ${astray[1]}, a file of this machine: use placeholderLink`);
  if (expected !== undefined)
    compareLinks(
      placeholders.map(({ href }) => href),
      expected,
    );
  for (const { href, start, end } of placeholders) {
    const address = `(${pdfAddress(href)})`;
    if (address.length > end - start) throw new PdfError(`the link ${href} is longer than its placeholder`);
    bytes.write(address.padEnd(end - start), start, 'latin1');
  }
}

function compareLinks(found: readonly string[], expected: readonly string[]): void {
  const open = new Map<string, number>();
  for (const href of expected) open.set(href, (open.get(href) ?? 0) + 1);
  const unknown = found.find((href) => !open.has(href));
  if (unknown !== undefined) throw new PdfError(`the PDF links to ${unknown}, which was not expected`);
  for (const href of found) open.set(href, (open.get(href) ?? 0) - 1);
  const lost = [...open].filter(([, count]) => count > 0).map(([href]) => href);
  if (lost.length > 0) throw new PdfError(`links did not get into the PDF: ${lost.join(', ')}`);
}

function pagesWithBoxes(file: PdfFile, boxes: PdfFinish['boxes']): [number, PdfDictionary][] {
  if (boxes === undefined) return [];
  const pages = file.pages();
  const perPage = isList(boxes) ? boxes : pages.map(() => boxes);
  if (perPage.length !== pages.length) {
    throw new PdfError(`the PDF has ${pages.length} pages, but should have ${perPage.length}`);
  }
  return pages.map((page, index) => [page.object, withBoxes(page, perPage[index] as PageBoxes)]);
}

const isList = (boxes: PageBoxes | readonly PageBoxes[]): boxes is readonly PageBoxes[] => Array.isArray(boxes);

/** The old information tells the time and the browser. It is out of use after the update, but still in the file. */
function blank(bytes: Buffer, file: PdfFile, info: number): void {
  const start = file.text.indexOf('<<', file.offsetOf(info)) + 2;
  const end = file.text.indexOf('endobj', start);
  bytes.fill(' ', start, file.text.lastIndexOf('>>', end));
}

function information(finish: PdfFinish): PdfDictionary {
  const producer = finish.producer ?? 'persona-deck';
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['/Title', finish.title],
    ['/Author', finish.author],
    ['/Subject', finish.subject],
    ['/Keywords', finish.keywords],
    ['/Creator', producer],
    ['/Producer', producer],
  ];
  const entries = new Map<string, string>();
  for (const [name, text] of texts) if (text !== undefined) entries.set(name, textString(text));
  if (finish.date !== undefined) {
    const date = `(D:${finish.date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
    entries.set('/CreationDate', date).set('/ModDate', date);
  }
  return entries;
}
