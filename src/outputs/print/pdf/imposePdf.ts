import { createHash } from 'node:crypto';
import { ImposedContent } from './imposedContent.ts';
import { imposeTags } from './imposeTags.ts';
import { PdfError } from './pdfError.ts';
import { headerOf, type PdfPage } from './pdfFile.ts';
import { PdfPart } from './pdfPart.ts';
import { decimal, type PdfDictionary, readDictionary, referencesIn, writeDictionary } from './pdfSyntax.ts';
import { PdfWriter } from './pdfWriter.ts';
import { type ImposedSheet, type PagePlacement, PlacedPages } from './placedPages.ts';

/** Sheets whose content is held in memory while it is compressed, on as many threads as Node has for that. */
const COMPRESSED_AT_ONCE = 4;

/**
 * Puts the pages of a document that Chromium printed onto sheets: what they paint, their tags, links, anchors and bookmarks.
 * A sheet is one page like any other, without forms in it, of which not every reader finds the tags. Printing the cards
 * once more would take five times as long. Each page has to be placed once. Throws `PdfError`.
 */
export async function imposePdf(bytes: Uint8Array, sheets: readonly ImposedSheet[]): Promise<Uint8Array> {
  const writer = new PdfWriter(headerOf(bytes));
  const part = new PdfPart(bytes, writer);
  const document = new ImposedDocument(part, writer, new PlacedPages(part.takePages(), sheets));
  return document.write(createHash('md5').update(bytes).update(JSON.stringify(sheets)).digest('hex').toUpperCase());
}

class ImposedDocument {
  readonly #part: PdfPart;
  readonly #writer: PdfWriter;
  readonly #placed: PlacedPages;

  constructor(part: PdfPart, writer: PdfWriter, placed: PlacedPages) {
    this.#part = part;
    this.#writer = writer;
    this.#placed = placed;
  }

  async write(id: string): Promise<Uint8Array> {
    const numbers = this.#placed.sheets.map(({ pages }) => {
      const number = this.#writer.reserve();
      for (const { object } of pages) this.#part.share(object, number);
      return number;
    });
    const tags = imposeTags(this.#part, this.#writer, this.#placed);
    const catalog = new Map([...this.#catalog(), ...tags.catalog]);
    this.#moveOutline(this.#part.objectAt(this.#part.catalog, '/Outlines'));
    catalog.set('/Pages', await this.#writeSheets(numbers, tags.firstContent));
    const { information } = this.#part;
    const trailer = new Map([
      ['/Root', this.#writer.add(writeDictionary(catalog))],
      ['/ID', `[<${id}> <${id}>]`],
    ]);
    if (information !== undefined) trailer.set('/Info', this.#part.reference(information));
    this.#part.copyRest();
    return this.#writer.finish(trailer);
  }

  /** Without what becomes another. */
  #catalog(): PdfDictionary {
    const catalog = new Map(this.#part.catalog);
    const anchors = catalog.get('/Dests');
    for (const name of ['/Pages', '/StructTreeRoot', '/Dests']) catalog.delete(name);
    const renumbered = this.#part.renumberedDictionary(catalog);
    if (anchors === undefined) return renumbered;
    const object = this.#part.objectAt(this.#part.catalog, '/Dests');
    const destinations = object === undefined ? readDictionary(anchors, 0) : this.#part.take(object);
    const moved = [...destinations].map(([name, value]) => [name, this.#placed.destination(value)] as const);
    return renumbered.set('/Dests', this.#writer.add(this.#text(new Map(moved))));
  }

  /** The list of bookmarks that an object of the outline begins. */
  #moveOutline(parent: number | undefined): void {
    if (parent === undefined) return;
    let item = this.#part.objectAt(this.#part.read(parent), '/First');
    while (item !== undefined) {
      const entries = this.#part.take(item);
      this.#writeMoved(item, entries);
      this.#moveOutline(item);
      item = this.#part.objectAt(entries, '/Next');
    }
  }

  /** Gives a reference to the tree of pages. What is painted on one is compressed while the next is put together. */
  async #writeSheets(numbers: readonly number[], firstContent: ReadonlyMap<number, number>): Promise<string> {
    const tree = this.#writer.add(
      `<</Type /Pages\n/Count ${numbers.length}\n/Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
    );
    // Written in a fixed order, whatever is compressed first: the same sheets give the same bytes.
    const waiting: (() => Promise<void>)[] = [];
    for (const [index, number] of numbers.entries()) {
      const { sheet, pages } = this.#placed.sheets[index] as PlacedPages['sheets'][number];
      const content = new ImposedContent(this.#part);
      for (const [place, page] of pages.entries()) {
        content.add(page, sheet.placements[place] as PagePlacement, firstContent.get(page.object) ?? 0);
      }
      const data = content.finish(sheet.marks);
      const entries = new Map([
        ['/Type', '/Page'],
        ['/Parent', tree],
        ['/MediaBox', `[0 0 ${decimal(sheet.width)} ${decimal(sheet.height)}]`],
        ['/Resources', content.resources],
        ['/Annots', `[${pages.flatMap((page) => this.#moveLinks(page)).join(' ')}]`],
        ['/StructParents', String(index)],
        ['/Tabs', '/S'],
      ]);
      waiting.push(async () => {
        const stream = await data;
        entries.set('/Contents', this.#writer.add(`<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream));
        this.#writer.write(number, writeDictionary(entries));
      });
      if (waiting.length >= COMPRESSED_AT_ONCE) await waiting.shift()?.();
    }
    for (const write of waiting) await write();
    return tree;
  }

  /** References to the links of a page, which are where it is on its sheet. */
  #moveLinks({ object, dictionary }: PdfPage): string[] {
    return referencesIn(dictionary.get('/Annots') ?? '').map((link) => {
      const entries = new Map(this.#part.take(link));
      const area = entries.get('/Rect');
      if (area === undefined) throw new PdfError('a link has no /Rect');
      this.#writeMoved(link, entries.set('/Rect', this.#placed.area(object, area)));
      return this.#part.reference(link);
    });
  }

  #writeMoved(object: number, entries: PdfDictionary): void {
    const destination = entries.get('/Dest');
    const moved = new Map(entries);
    if (destination !== undefined) moved.set('/Dest', this.#placed.destination(destination));
    this.#writer.write(this.#part.numberOf(object), this.#text(moved));
  }

  #text(entries: PdfDictionary): string {
    return writeDictionary(this.#part.renumberedDictionary(entries));
  }
}
