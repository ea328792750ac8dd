import { JoinedDestinations } from './joinDestinations.ts';
import { JoinedOutline } from './joinOutlines.ts';
import { JoinedPageTree } from './joinPageTrees.ts';
import { JoinedTags } from './joinTags.ts';
import { PdfError } from './pdfError.ts';
import { headerOf } from './pdfFile.ts';
import { PdfPart } from './pdfPart.ts';
import { type PdfDictionary, writeDictionary } from './pdfSyntax.ts';
import { PdfWriter } from './pdfWriter.ts';

/**
 * Makes one document of several that Chromium printed from one shell: all pages in order, with one outline, one tree of
 * tags, links and anchors, and what the first says of itself, its language among it. Nothing is decoded; only object
 * numbers change. Where parts have anchors of one name, the first holds. Fonts stay those of each part, some 25 KB.
 * One part is given back as it is. Throws `PdfError` that tells which part is none.
 */
export function joinPdfs(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first === undefined) throw new PdfError('there is no PDF to join');
  if (parts.length === 1) return first;
  const joined = new JoinedDocument(headerOf(first));
  for (const [index, bytes] of parts.entries()) {
    try {
      joined.add(bytes);
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      throw new PdfError(`part ${index + 1} of ${parts.length} cannot be joined: ${error.message}`, { cause: error });
    }
  }
  return joined.finish();
}

class JoinedDocument {
  readonly #writer: PdfWriter;
  readonly #joints: readonly Joint[];
  readonly #catalog = new Map<string, string>();
  #information: string | undefined;
  #isEmpty = true;

  constructor(header: string) {
    const writer = new PdfWriter(header);
    this.#writer = writer;
    this.#joints = [
      new JoinedPageTree(writer),
      new JoinedTags(writer),
      new JoinedOutline(writer),
      new JoinedDestinations(writer),
    ];
  }

  add(bytes: Uint8Array): void {
    const part = new PdfPart(bytes, this.#writer);
    for (const joint of this.#joints) joint.add(part);
    const { information } = part;
    if (this.#isEmpty) {
      for (const [name, value] of part.catalog) if (!merged.has(name)) this.#catalog.set(name, part.renumbered(value));
      this.#information = information === undefined ? undefined : part.reference(information);
      this.#isEmpty = false;
    } else if (information !== undefined) {
      // The first one holds for all: the program, the title, the time of the print.
      part.take(information);
    }
    part.copyRest();
  }

  finish(): Uint8Array {
    for (const joint of this.#joints) for (const [name, value] of joint.finish()) this.#catalog.set(name, value);
    const trailer = new Map([['/Root', this.#writer.add(writeDictionary(this.#catalog))]]);
    if (this.#information !== undefined) trailer.set('/Info', this.#information);
    return this.#writer.finish(trailer);
  }
}

/** Merges one thing that a document has once. */
interface Joint {
  /** Takes in a part's, and out of what is copied of it. */
  add(part: PdfPart): void;
  /** Writes that of the whole, and gives the catalog's entries for it. */
  finish(): PdfDictionary;
}

/** Entries of the catalog that are made of all parts'. */
const merged: ReadonlySet<string> = new Set(['/Pages', '/StructTreeRoot', '/Outlines', '/Dests']);
