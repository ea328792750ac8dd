import { PdfError } from './pdfError.ts';
import { type PdfDictionary, readDictionary, referenceIn, referencesIn } from './pdfSyntax.ts';

/** A page object. */
export interface PdfPage {
  /** Object number. */
  readonly object: number;
  readonly dictionary: PdfDictionary;
}

/** A run of objects in a cross-reference table. */
interface Section {
  readonly first: number;
  readonly count: number;
  /** Byte offset of the first entry; each takes 20 bytes. */
  readonly entries: number;
}

/**
 * Reads a PDF with classic cross-reference tables, as Chromium writes it. Objects are looked up when asked for: a deck of
 * a thousand cards has a hundred thousand of them, most for its tags.
 */
export class PdfFile {
  /** The bytes as Latin-1, so that positions in it are byte offsets. */
  readonly text: string;
  /** Byte offset of the newest cross-reference table. */
  readonly startOfTable: number;
  readonly trailer: PdfDictionary;
  /** The newest first. */
  readonly #sections: Section[] = [];

  constructor(bytes: Buffer) {
    this.text = bytes.toString('latin1');
    const mark = this.text.lastIndexOf('startxref');
    this.startOfTable = Number.parseInt(this.text.slice(mark + 'startxref'.length, mark + 40), 10);
    if (mark < 0 || Number.isNaN(this.startOfTable)) throw new PdfError('no PDF, or one that ends early');
    this.trailer = this.#readTable(this.startOfTable);
    for (let previous = this.trailer.get('/Prev'); previous !== undefined; ) {
      previous = this.#readTable(Number(previous)).get('/Prev');
    }
  }

  /** Byte offset of an object: of its number in `12 0 obj`. */
  offsetOf(object: number): number {
    const offset = this.find(object);
    if (offset === undefined) throw new PdfError(`the PDF has no object ${object}`);
    return offset;
  }

  /** As `offsetOf`; undefined when there is no such object. */
  find(object: number): number | undefined {
    for (const { first, count, entries } of this.#sections) {
      if (object < first || object >= first + count) continue;
      const offset = Number(this.text.slice(entries + (object - first) * 20, entries + (object - first) * 20 + 10));
      if (this.text.startsWith(`${object} 0 obj`, offset)) return offset;
    }
    return undefined;
  }

  /** The dictionary that an object is. */
  dictionary(object: number): PdfDictionary {
    return readDictionary(this.text, this.offsetOf(object) + `${object} 0 obj`.length);
  }

  /** All pages in order. */
  pages(): PdfPage[] {
    const root = this.#follow(this.trailer, '/Root');
    const pages: PdfPage[] = [];
    // A stack instead of recursion: the children go on in reverse, so that they come off in order.
    const waiting = [required(referenceIn(root.get('/Pages')), '/Pages')];
    const seen = new Set<number>();
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (seen.has(object)) throw new PdfError('the page tree runs in a circle');
      seen.add(object);
      const dictionary = this.dictionary(object);
      if (dictionary.get('/Type') === '/Page') pages.push({ object, dictionary });
      else waiting.push(...referencesIn(required(dictionary.get('/Kids'), '/Kids')).reverse());
    }
    return pages;
  }

  #follow(dictionary: PdfDictionary, name: string): PdfDictionary {
    return this.dictionary(required(referenceIn(dictionary.get(name)), name));
  }

  /** Notes the sections of the table at `offset`, and gives the trailer after it. */
  #readTable(offset: number): PdfDictionary {
    if (!this.text.startsWith('xref', offset)) throw new PdfError(`no cross-reference table at byte ${offset}`);
    const header = /\s*(\d+) (\d+)\s*?\r?\n/y;
    let next = offset + 'xref'.length;
    for (;;) {
      header.lastIndex = next;
      const match = header.exec(this.text);
      if (match === null) break;
      const section = { first: Number(match[1]), count: Number(match[2]), entries: header.lastIndex };
      this.#sections.push(section);
      next = section.entries + section.count * 20;
    }
    const trailer = this.text.indexOf('trailer', next);
    if (trailer < 0) throw new PdfError('the PDF has no trailer');
    return readDictionary(this.text, trailer + 'trailer'.length);
  }
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new PdfError(`the PDF has no ${name}`);
  return value;
}
