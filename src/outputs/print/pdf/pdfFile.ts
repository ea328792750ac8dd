import { PdfError } from './pdfError.ts';
import { type PdfDictionary, readDictionary, readValue, referenceIn, referencesIn } from './pdfSyntax.ts';

/** A page object. */
export interface PdfPage {
  /** Object number. */
  readonly object: number;
  readonly dictionary: PdfDictionary;
}

/** Bytes of an entry of a cross-reference table. */
const ENTRY = 20;

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
  /** Byte offset of the newest entry of each object in the tables, by number; absent: none. */
  readonly #entries: number[] = [];

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
    const entry = this.#entries[object];
    if (entry === undefined) return undefined;
    const offset = Number(this.text.slice(entry, entry + 10));
    return this.text.startsWith(`${object} 0 obj`, offset) ? offset : undefined;
  }

  /** The dictionary that an object is. */
  dictionary(object: number): PdfDictionary {
    return readDictionary(this.text, this.offsetOf(object) + `${object} 0 obj`.length);
  }

  /** What an object is, as it is written. */
  value(object: number): string {
    return readValue(this.text, this.offsetOf(object) + `${object} 0 obj`.length);
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

  /** Notes the entries of the table at `offset` that no newer one has, and gives the trailer after it. */
  #readTable(offset: number): PdfDictionary {
    if (!this.text.startsWith('xref', offset)) throw new PdfError(`no cross-reference table at byte ${offset}`);
    const header = /\s*(\d+) (\d+)\s*?\r?\n/y;
    let next = offset + 'xref'.length;
    for (;;) {
      header.lastIndex = next;
      const match = header.exec(this.text);
      if (match === null) break;
      const [first, count] = [Number(match[1]), Number(match[2])];
      const entries = header.lastIndex;
      if (entries + count * ENTRY > this.text.length) throw new PdfError('the PDF ends amid its cross-reference table');
      for (let index = 0; index < count; index += 1) this.#entries[first + index] ??= entries + index * ENTRY;
      next = entries + count * ENTRY;
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

/** The version, and a line that tells programs that the file is not text. */
export function headerOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  return /^%PDF-\d\.\d\s+(?:%[^\r\n]*\s+)?/.exec(start)?.[0] ?? '';
}
