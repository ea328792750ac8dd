import { PdfError } from './pdfError.ts';
import { type PdfDictionary, writeDictionary } from './pdfSyntax.ts';
import type { PdfPart } from './pdfPart.ts';
import type { PdfWriter } from './pdfWriter.ts';

/** The pages of the parts in order: each part's tree stays as a branch of a new one. */
export class JoinedPageTree {
  readonly #writer: PdfWriter;
  readonly #root: number;
  readonly #branches: string[] = [];
  #count = 0;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
    this.#root = writer.reserve();
  }

  add(part: PdfPart): void {
    const object = part.objectAt(part.catalog, '/Pages');
    if (object === undefined) throw new PdfError('the PDF has no /Pages');
    const branch = part.renumberedDictionary(part.take(object)).set('/Parent', `${this.#root} 0 R`);
    this.#writer.write(part.numberOf(object), writeDictionary(branch));
    this.#branches.push(part.reference(object));
    this.#count += Number(branch.get('/Count'));
  }

  /** Writes it. Gives the catalog's entries for it. */
  finish(): PdfDictionary {
    const kids = this.#branches.join(' ');
    this.#writer.write(this.#root, `<</Type /Pages\n/Count ${this.#count}\n/Kids [${kids}]>>`);
    return new Map([['/Pages', `${this.#root} 0 R`]]);
  }
}
