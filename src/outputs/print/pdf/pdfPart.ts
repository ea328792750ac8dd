import { PdfError } from './pdfError.ts';
import { PdfFile, type PdfPage } from './pdfFile.ts';
import { type PdfDictionary, readDictionary, referenceIn } from './pdfSyntax.ts';
import type { PdfWriter } from './pdfWriter.ts';
import { type Renumbering, renumberText } from './renumberedText.ts';

/**
 * A PDF on its way into another. Objects get their new number when it is first asked for. Those that the whole document
 * has once are taken out, to be merged with those of the other parts; the rest is copied.
 */
export class PdfPart {
  /** In the numbers of the part, as all dictionaries that are not said to be renumbered. */
  readonly catalog: PdfDictionary;
  readonly #bytes: Buffer;
  readonly #file: PdfFile;
  readonly #writer: PdfWriter;
  /** By number in the part; 0: none yet. */
  readonly #numbers: Int32Array;
  readonly #taken = new Set<number>();
  #structKey = (key: number): number => key;
  #elementIds: ReadonlyMap<string, string> = new Map();
  readonly #numbering: Renumbering = {
    reference: (object) => this.reference(object),
    structKey: (key) => this.#structKey(key),
    elementId: (id) => this.#elementIds.get(id) ?? id,
  };

  constructor(bytes: Uint8Array, writer: PdfWriter) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = new PdfFile(this.#bytes);
    this.#writer = writer;
    this.#numbers = new Int32Array(Number(this.#file.trailer.get('/Size')));
    const catalog = this.objectAt(this.#file.trailer, '/Root');
    if (catalog === undefined) throw new PdfError('the PDF has no /Root');
    this.catalog = this.take(catalog);
  }

  /** Number in the part of the object that an entry of a dictionary refers to. */
  objectAt(dictionary: PdfDictionary, name: string): number | undefined {
    return referenceIn(dictionary.get(name));
  }

  read(object: number): PdfDictionary {
    return this.#file.dictionary(object);
  }

  /** Reads an object that is not to be copied: whoever takes it writes what becomes of it. */
  take(object: number): PdfDictionary {
    this.#taken.add(object);
    return this.read(object);
  }

  /** As `take`, for an object that is no dictionary: as it is written. */
  takeValue(object: number): string {
    this.#taken.add(object);
    return this.#file.value(object);
  }

  /** All pages in order, taken together with the tree that they stand in. */
  takePages(): PdfPage[] {
    const pages = this.#file.pages();
    for (const { object, dictionary } of pages) {
      this.#taken.add(object);
      let parent = this.objectAt(dictionary, '/Parent');
      while (parent !== undefined && !this.#taken.has(parent)) parent = this.objectAt(this.take(parent), '/Parent');
    }
    return pages;
  }

  /** The data of a stream that is not to be copied, as it is encoded, and its dictionary. */
  takeStream(object: number): { readonly dictionary: PdfDictionary; readonly data: Uint8Array } {
    const dictionary = this.take(object);
    const at = this.#file.offsetOf(object) + `${object} 0 obj`.length;
    const { endedBy, end } = renumberText(this.#file.text, at, asItIs);
    if (!endedBy.startsWith('stream')) throw new PdfError(`object ${object} is no stream`);
    return { dictionary, data: this.#streamOf(object, at, end) };
  }

  /** Says that an object which was taken becomes the object `number` of the whole. */
  share(object: number, number: number): void {
    this.#numbers[object] = number;
  }

  /** Number of an object in the whole. */
  numberOf(object: number): number {
    let number = this.#numbers[object];
    if (number === undefined || number === 0) {
      number = this.#writer.reserve();
      this.#numbers[object] = number;
    }
    return number;
  }

  /** A reference in the whole. One that leads nowhere means null in PDF. */
  reference(object: number): string {
    return this.#file.find(object) === undefined ? 'null' : `${this.numberOf(object)} 0 R`;
  }

  /** Says what numbers in the tree of tags become, and names of tagged elements, given with their parentheses. */
  renumberTags(structKey: (key: number) => number, elementIds: ReadonlyMap<string, string>): void {
    this.#structKey = structKey;
    this.#elementIds = elementIds;
  }

  renumbered(value: string): string {
    return renumberText(value, 0, this.#numbering).text;
  }

  renumberedDictionary(dictionary: PdfDictionary): Map<string, string> {
    // With the name before it, which may say what a number counts.
    return new Map(
      [...dictionary].map(([name, value]) => [name, this.renumbered(`${name} ${value}`).slice(name.length + 1)]),
    );
  }

  /** Number in the part of the document information. */
  get information(): number | undefined {
    return this.objectAt(this.#file.trailer, '/Info');
  }

  /** Copies all objects that were not taken. */
  copyRest(): void {
    for (let object = 1; object < this.#numbers.length; object += 1) {
      const offset = this.#taken.has(object) ? undefined : this.#file.find(object);
      if (offset !== undefined) this.#copy(object, offset + `${object} 0 obj`.length);
    }
  }

  #copy(object: number, at: number): void {
    const { text, endedBy, end } = renumberText(this.#file.text, at, this.#numbering);
    if (endedBy === '') throw new PdfError(`object ${object} has no end`);
    const stream = endedBy === 'endobj' ? undefined : this.#streamOf(object, at, end);
    this.#writer.write(this.numberOf(object), text, stream);
  }

  /** The stream of the object whose dictionary is at `at`; its data begin at `start`. */
  #streamOf(object: number, at: number, start: number): Uint8Array {
    const end = start + this.#lengthOfStream(at);
    if (!/^\s*endstream/.test(this.#file.text.slice(end, end + 12))) {
      throw new PdfError(`the stream of object ${object} does not have the length that it tells`);
    }
    return this.#bytes.subarray(start, end);
  }

  #lengthOfStream(at: number): number {
    const length = readDictionary(this.#file.text, at).get('/Length') ?? '';
    const object = referenceIn(length);
    if (object === undefined) return Number(length);
    return Number.parseInt(this.#file.text.slice(this.#file.offsetOf(object) + `${object} 0 obj`.length), 10);
  }
}

/** Everything keeps its number. */
const asItIs: Renumbering = {
  reference: (object) => `${object} 0 R`,
  structKey: (key) => key,
  elementId: (id) => id,
};
