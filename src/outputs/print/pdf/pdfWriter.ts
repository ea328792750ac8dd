import { crossReferenceTable } from './crossReferenceTable.ts';
import { PdfError } from './pdfError.ts';
import { type PdfDictionary, writeDictionary } from './pdfSyntax.ts';

/** Builds a PDF of whole objects. Streams are kept as parts of the buffers that they come from until the end. */
export class PdfWriter {
  readonly #chunks: Uint8Array[] = [];
  /** Not yet a chunk: small objects are encoded many at a time. */
  #texts: string[] = [];
  #length = 0;
  /** Byte offset of each object, by number; negative while only its number is given away. */
  readonly #offsets: number[] = [-1];

  /** Begins with the line that tells the version, and what stands before the first object. */
  constructor(header: string) {
    this.#append(header);
  }

  /** Gives the next number away, for an object that must be written later. */
  reserve(): number {
    return this.#offsets.push(-1) - 1;
  }

  /** Writes an object: its text, without `obj` and `endobj`, and the data of its stream. */
  write(object: number, text: string, stream?: Uint8Array): void {
    if (this.#offsets[object] !== -1) throw new PdfError(`object ${object} was written twice`);
    this.#offsets[object] = this.#length;
    this.#append(`${object} 0 obj\n${text.trim()}\n${stream === undefined ? '' : 'stream\n'}`);
    if (stream !== undefined) {
      this.#encode();
      this.#chunks.push(stream);
      this.#length += stream.length;
      this.#append('\nendstream\n');
    }
    this.#append('endobj\n');
  }

  /** Writes an object under the next number, and gives a reference to it. */
  add(text: string, stream?: Uint8Array): string {
    const object = this.reserve();
    this.write(object, text, stream);
    return `${object} 0 R`;
  }

  /** The whole file. `trailer` need not tell the size. Throws when a number was given away and not used. */
  finish(trailer: PdfDictionary): Uint8Array {
    const missing = this.#offsets.findIndex((offset, object) => object > 0 && offset < 0);
    if (missing > 0) throw new PdfError(`object ${missing} is referred to, but was not written`);
    const start = this.#length;
    this.#append(crossReferenceTable([...this.#offsets.entries()]));
    const size = String(this.#offsets.length);
    this.#append(`trailer\n${writeDictionary(new Map(trailer).set('/Size', size))}\nstartxref\n${start}\n%%EOF\n`);
    this.#encode();
    return Buffer.concat(this.#chunks, this.#length);
  }

  #append(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
  }

  #encode(): void {
    this.#chunks.push(Buffer.from(this.#texts.join(''), 'latin1'));
    this.#texts = [];
  }
}
