import { type PdfDictionary, readDictionary, writeDictionary } from './pdfSyntax.ts';
import type { PdfPart } from './pdfPart.ts';
import type { PdfWriter } from './pdfWriter.ts';

/**
 * The anchors of the parts. Where several have one of the same name, the first holds, as it does in one HTML document with
 * an id given twice.
 */
export class JoinedDestinations {
  readonly #writer: PdfWriter;
  readonly #destinations = new Map<string, string>();

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  add(part: PdfPart): void {
    const value = part.catalog.get('/Dests');
    if (value === undefined) return;
    const object = part.objectAt(part.catalog, '/Dests');
    const dictionary = object === undefined ? readDictionary(value, 0) : part.take(object);
    for (const [name, destination] of part.renumberedDictionary(dictionary)) {
      if (!this.#destinations.has(name)) this.#destinations.set(name, destination);
    }
  }

  /** Writes them. Gives the catalog's entries for them. */
  finish(): PdfDictionary {
    if (this.#destinations.size === 0) return new Map();
    return new Map([['/Dests', this.#writer.add(writeDictionary(this.#destinations))]]);
  }
}
