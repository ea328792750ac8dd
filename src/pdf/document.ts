import {
  EncryptedPDFError,
  ParseSpeeds,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { contentOf } from './streams.ts';
import { listAt, listOf, mapAt, mapOf, PdfSyntaxError, valueAt } from './values.ts';

/** A page with what it inherits. */
export type PdfPage = PDFDict;

/**
 * Any PDF, to look at it. Objects are found by going through the file rather than by its tables, so files that other
 * programs wrote, changed by an update or broke off are read alike.
 */
export class PdfDocument {
  readonly #context: PDFContext;
  /** Whether the file is encrypted, though it opens without a password. */
  readonly encrypted: boolean;

  private constructor(context: PDFContext, encrypted: boolean) {
    this.#context = context;
    this.encrypted = encrypted;
  }

  /** Throws `PdfSyntaxError` for what is no PDF, or asks for a password. */
  static async read(bytes: Uint8Array): Promise<PdfDocument> {
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('%PDF-')) {
      throw new PdfSyntaxError('it is no PDF');
    }
    const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };
    try {
      return new PdfDocument((await PDFDocument.load(bytes, options)).context, false);
    } catch (error) {
      if (!(error instanceof EncryptedPDFError)) throw new PdfSyntaxError('its structure is damaged', { cause: error });
    }
    try {
      return new PdfDocument((await PDFDocument.load(bytes, { ...options, password: '' })).context, true);
    } catch (error) {
      throw new PdfSyntaxError('it is encrypted, and asks for a password', { cause: error });
    }
  }

  get catalog(): PDFDict | undefined {
    return mapOf(this.#context.lookup(this.#context.trailerInfo.Root));
  }

  get information(): PDFDict | undefined {
    return mapOf(this.#context.lookup(this.#context.trailerInfo.Info));
  }

  /** Pages in order, each with the entries that its parents give it. Throws `PdfSyntaxError` when none is found. */
  pages(): PdfPage[] {
    const pages: PdfPage[] = [];
    const seen = new Set<PDFObject>();
    // A stack instead of recursion, as a tree may be as deep as it likes, and run in a circle.
    const waiting: Branch[] = [{ node: mapAt(this.catalog, 'Pages'), inherited: new Map() }];
    for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
      const { node, inherited } = branch;
      if (node === undefined || seen.has(node)) continue;
      seen.add(node);
      const own = new Map([...inherited, ...node.asMap()]);
      if (!node.has(PDFName.of('Kids'))) pages.push(PDFDict.fromMapWithContext(own, this.#context));
      const passed = new Map([...own].filter(([key]) => inheritable.has(key)));
      const kids = listAt(node, 'Kids').map((kid) => ({ node: mapOf(kid), inherited: passed }));
      for (const kid of kids.reverse()) waiting.push(kid);
    }
    if (pages.length === 0) throw new PdfSyntaxError('no page is found in it');
    return pages;
  }

  /** All of a page's content. */
  content(page: PdfPage): Uint8Array {
    const contents = valueAt(page, 'Contents');
    const streams = contents instanceof PDFRawStream ? [contents] : listOf(contents);
    return contentOf(...streams.filter((stream) => stream instanceof PDFRawStream));
  }
}

interface Branch {
  readonly node: PDFDict | undefined;
  readonly inherited: ReadonlyMap<PDFName, PDFObject>;
}

const inheritable: ReadonlySet<PDFName> = new Set(
  ['Resources', 'MediaBox', 'CropBox', 'Rotate', 'BleedBox', 'TrimBox'].map((key) => PDFName.of(key)),
);
