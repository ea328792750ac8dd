import { type PdfDictionary, writeDictionary } from './pdfSyntax.ts';
import type { PdfPart } from './pdfPart.ts';
import type { PdfWriter } from './pdfWriter.ts';

interface OutlineItem {
  readonly number: number;
  readonly dictionary: Map<string, string>;
}

/** The bookmarks of the parts in one list. Each part's stay as deep as they were, so a part begins with a top heading. */
export class JoinedOutline {
  readonly #writer: PdfWriter;
  #root: number | undefined;
  #first: number | undefined;
  /** Held back until it is known what comes after it. */
  #last: OutlineItem | undefined;
  #count = 0;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  add(part: PdfPart): void {
    const outline = part.objectAt(part.catalog, '/Outlines');
    if (outline === undefined) return;
    const dictionary = part.take(outline);
    const first = part.objectAt(dictionary, '/First');
    const last = part.objectAt(dictionary, '/Last');
    if (first === undefined || last === undefined) return;
    this.#root ??= this.#writer.reserve();
    part.share(outline, this.#root);
    this.#append(itemOf(part, first));
    if (last !== first) {
      this.#writeLast();
      this.#last = itemOf(part, last);
    }
    this.#count += Number(dictionary.get('/Count') ?? 0);
  }

  /** Writes it. Gives the catalog's entries for it. */
  finish(): PdfDictionary {
    if (this.#root === undefined || this.#last === undefined) return new Map();
    this.#writeLast();
    const ends = `/First ${this.#first} 0 R\n/Last ${this.#last.number} 0 R`;
    this.#writer.write(this.#root, `<</Type /Outlines\n${ends}\n/Count ${this.#count}>>`);
    return new Map([['/Outlines', `${this.#root} 0 R`]]);
  }

  #append(item: OutlineItem): void {
    if (this.#last === undefined) {
      this.#first = item.number;
    } else {
      item.dictionary.set('/Prev', `${this.#last.number} 0 R`);
      this.#last.dictionary.set('/Next', `${item.number} 0 R`);
      this.#writeLast();
    }
    this.#last = item;
  }

  #writeLast(): void {
    if (this.#last !== undefined) this.#writer.write(this.#last.number, writeDictionary(this.#last.dictionary));
  }
}

const itemOf = (part: PdfPart, object: number): OutlineItem => ({
  number: part.numberOf(object),
  dictionary: part.renumberedDictionary(part.take(object)),
});
