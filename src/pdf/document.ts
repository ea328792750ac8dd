import { inflateSync } from 'node:zlib';
import { type PdfMap, PdfName, PdfReference, PdfSyntaxError, type PdfValue, readToken, skipSpace } from './values.ts';

interface PdfObject {
  readonly value: PdfValue;
  /** Byte offsets of its stream. */
  readonly stream?: readonly [number, number];
}

/** A page with what it inherits. */
export type PdfPage = PdfMap;

/**
 * Reads any PDF that is not encrypted, to look at it. Objects are found by going through the file rather than by its
 * tables, so files that other programs wrote, or changed by an update, are read alike. Throws `PdfSyntaxError`.
 */
export class PdfDocument {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #objects = new Map<number, PdfObject>();
  readonly trailer: PdfMap;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes).toString('latin1');
    if (!/^[^]{0,1024}%PDF-\d/.test(this.#text.slice(0, 1040))) throw new PdfSyntaxError('it is no PDF');
    this.#scan();
    this.trailer = this.#findTrailer();
    if (this.trailer.has('Encrypt')) throw new PdfSyntaxError('it is encrypted');
    this.#unpackObjectStreams();
  }

  /** The value itself where `value` only refers to it. */
  get(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof PdfReference ? this.#objects.get(value.object)?.value : value;
  }

  map(value: PdfValue | undefined): PdfMap | undefined {
    const found = this.get(value);
    return found instanceof Map ? (found as PdfMap) : undefined;
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.get(value);
    return typeof found === 'number' ? found : undefined;
  }

  name(value: PdfValue | undefined): string | undefined {
    const found = this.get(value);
    return found instanceof PdfName ? found.name : undefined;
  }

  /** Four numbers of a box: left, bottom, right, top. */
  box(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
    const numbers = this.list(value).map((one) => this.number(one));
    const [a, b, c, d] = numbers;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  }

  get catalog(): PdfMap {
    return this.map(this.trailer.get('Root')) ?? new Map();
  }

  /** Pages in order, each with the entries that its parents give it. */
  pages(): PdfPage[] {
    const pages: PdfPage[] = [];
    const seen = new Set<PdfMap>();
    const visit = (node: PdfMap | undefined, inherited: PdfMap): void => {
      if (node === undefined || seen.has(node)) return;
      seen.add(node);
      const own = new Map([...inherited, ...node]);
      if (!node.has('Kids')) pages.push(own);
      const passed = new Map([...own].filter(([key]) => inheritable.has(key)));
      for (const kid of this.list(node.get('Kids'))) visit(this.map(kid), passed);
    };
    visit(this.map(this.catalog.get('Pages')), new Map());
    return pages;
  }

  /** Content of a stream that is not compressed, or with Flate; undefined for other filters and no stream. */
  stream(value: PdfValue | undefined): string | undefined {
    if (!(value instanceof PdfReference)) return undefined;
    return this.#contentOf(this.#objects.get(value.object));
  }

  /** All of a page's content. */
  content(page: PdfMap): string {
    const contents = page.get('Contents');
    const parts = Array.isArray(this.get(contents)) ? this.list(contents) : [contents];
    return parts.map((part) => this.stream(part) ?? '').join('\n');
  }

  #contentOf(object: PdfObject | undefined): string | undefined {
    if (object?.stream === undefined || !(object.value instanceof Map)) return undefined;
    const dictionary = object.value as PdfMap;
    const raw = this.#bytes.subarray(...object.stream);
    const filter = this.get(dictionary.get('Filter'));
    const filters = filter === undefined ? [] : Array.isArray(filter) ? (filter as readonly PdfValue[]) : [filter];
    if (filters.length === 0) return Buffer.from(raw).toString('latin1');
    const parameters = this.map(dictionary.get('DecodeParms'));
    if (filters.length > 1 || this.name(filters[0]) !== 'FlateDecode' || parameters?.has('Predictor') === true) {
      return undefined;
    }
    try {
      return inflateSync(raw).toString('latin1');
    } catch {
      return undefined;
    }
  }

  /** Later objects of the same number replace earlier ones: that is how updates work. */
  #scan(): void {
    const header = /(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+obj(?![a-z])/g;
    for (let match = header.exec(this.#text); match !== null; match = header.exec(this.#text)) {
      const token = readToken(this.#text, header.lastIndex);
      if (token === undefined) return;
      const value = token.value as PdfValue;
      const stream = this.#streamAfter(value, token.end);
      this.#objects.set(Number(match[1]), { value, ...(stream === undefined ? {} : { stream }) });
      header.lastIndex = stream?.[1] ?? token.end;
    }
  }

  #streamAfter(value: PdfValue, end: number): readonly [number, number] | undefined {
    const mark = skipSpace(this.#text, end);
    if (!(value instanceof Map) || !this.#text.startsWith('stream', mark)) return undefined;
    const start = mark + 'stream'.length + (this.#text.startsWith('\r\n', mark + 'stream'.length) ? 2 : 1);
    const length: unknown = value.get('Length');
    if (typeof length === 'number' && /^\s{0,2}endstream/.test(this.#text.slice(start + length, start + length + 12))) {
      return [start, start + length];
    }
    const found = this.#text.indexOf('endstream', start);
    return [start, found < 0 ? this.#text.length : found];
  }

  #findTrailer(): PdfMap {
    for (let at = this.#text.lastIndexOf('trailer'); at >= 0; at = this.#text.lastIndexOf('trailer', at - 1)) {
      const token = readToken(this.#text, at + 'trailer'.length);
      if (token?.value instanceof Map && token.value.has('Root')) return token.value as PdfMap;
    }
    for (const { value } of [...this.#objects.values()].reverse()) {
      if (value instanceof Map && this.name(value.get('Type') as PdfValue) === 'XRef') return value as PdfMap;
    }
    throw new PdfSyntaxError('it has no trailer');
  }

  #unpackObjectStreams(): void {
    for (const object of Array.from(this.#objects.values())) {
      if (!(object.value instanceof Map)) continue;
      const dictionary = object.value as PdfMap;
      if (this.name(dictionary.get('Type')) !== 'ObjStm') continue;
      const text = this.#contentOf(object);
      const first = this.number(dictionary.get('First'));
      if (text === undefined || first === undefined) throw new PdfSyntaxError('its objects cannot be unpacked');
      const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const [number, offset] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
        const token = readToken(text, first + offset);
        if (token !== undefined && !this.#objects.has(number)) {
          this.#objects.set(number, { value: token.value as PdfValue });
        }
      }
    }
  }
}

const inheritable = new Set(['Resources', 'MediaBox', 'CropBox', 'Rotate', 'BleedBox', 'TrimBox']);
