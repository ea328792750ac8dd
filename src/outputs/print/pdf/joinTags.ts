import { PdfError } from './pdfError.ts';
import type { PdfPart } from './pdfPart.ts';
import { type PdfDictionary, referencesIn, valuesIn, writeDictionary } from './pdfSyntax.ts';
import type { PdfWriter } from './pdfWriter.ts';
import { leafText, takeTree, type TreeEntry } from './treeLeaves.ts';

/** A dictionary that the whole has once: its number, and its entries from the first part. */
interface Root {
  readonly number: number;
  readonly entries: PdfDictionary;
}

/**
 * The tags of the parts in one tree: the children of each part's `Document` element under one. Pages and links find their
 * tags by a number, table cells their headers by a name: both are counted on through all parts.
 */
export class JoinedTags {
  readonly #writer: PdfWriter;
  #tree: Root | undefined;
  #document: Root | undefined;
  readonly #children: string[] = [];
  /** References to leaves, of the tree from numbers to tags and of that from names to tags. */
  readonly #numberLeaves: string[] = [];
  readonly #nameLeaves: string[] = [];
  #nextKey = 0;
  #nextId = 1;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  add(part: PdfPart): void {
    const treeObject = part.objectAt(part.catalog, '/StructTreeRoot');
    if (treeObject === undefined) return;
    const tree = part.take(treeObject);
    const [documentObject, ...others] = referencesIn(tree.get('/K') ?? '');
    if (documentObject === undefined || others.length > 0) throw new PdfError('its tags do not stand below one');
    const document = part.take(documentObject);
    const [treeNumber, documentNumber] = this.#numbersOfRoots();
    part.share(treeObject, treeNumber);
    part.share(documentObject, documentNumber);
    this.#addLookups(part, tree);
    this.#tree ??= { number: treeNumber, entries: renumberedRoot(part, tree) };
    this.#document ??= { number: documentNumber, entries: renumberedRoot(part, document) };
    for (const child of childrenOf(document)) this.#children.push(part.renumbered(child));
  }

  /** Writes them. Gives the catalog's entries for them. */
  finish(): PdfDictionary {
    if (this.#tree === undefined || this.#document === undefined) return new Map();
    const tree = new Map(this.#tree.entries).set('/K', `${this.#document.number} 0 R`);
    tree.set('/ParentTree', this.#writer.add(`<</Kids [${this.#numberLeaves.join(' ')}]>>`));
    tree.set('/ParentTreeNextKey', String(this.#nextKey));
    if (this.#nameLeaves.length > 0) {
      tree.set('/IDTree', this.#writer.add(`<</Kids [${this.#nameLeaves.join(' ')}]>>`));
    }
    const document = new Map(this.#document.entries).set('/K', `[${this.#children.join(' ')}]`);
    this.#writer.write(this.#tree.number, writeDictionary(tree));
    this.#writer.write(this.#document.number, writeDictionary(document));
    return new Map([['/StructTreeRoot', `${this.#tree.number} 0 R`]]);
  }

  #numbersOfRoots(): [number, number] {
    return [this.#tree?.number ?? this.#writer.reserve(), this.#document?.number ?? this.#writer.reserve()];
  }

  /** Takes in how the part finds tags, and tells the part what its numbers and names become. */
  #addLookups(part: PdfPart, tree: PdfDictionary): void {
    const byNumber = takeTree(part, part.objectAt(tree, '/ParentTree'), '/Nums');
    const byName = takeTree(part, part.objectAt(tree, '/IDTree'), '/Names');
    const keys = new Map(byNumber.map(([key]) => [Number(key), this.#takeKey()]));
    const names = new Map(byName.map(([name]) => [name, this.#takeName()]));
    part.renumberTags((key) => {
      // A page without a tag has a number too, which may be in no list.
      const known = keys.get(key) ?? this.#takeKey();
      keys.set(key, known);
      return known;
    }, names);
    this.#addLeaf(this.#numberLeaves, '/Nums', part, byNumber, (key) => String(keys.get(Number(key))));
    this.#addLeaf(this.#nameLeaves, '/Names', part, byName, (name) => names.get(name) ?? name);
  }

  #addLeaf(
    leaves: string[],
    list: '/Nums' | '/Names',
    part: PdfPart,
    entries: readonly TreeEntry[],
    newKey: (key: string) => string,
  ): void {
    if (entries.length === 0) return;
    const renumbered = entries.map(([key, value]): TreeEntry => [newKey(key), part.renumbered(value)]);
    leaves.push(this.#writer.add(leafText(list, renumbered)));
  }

  #takeKey(): number {
    return this.#nextKey++;
  }

  /** In the form of Chromium's, which `renumberElementIds` knows. */
  #takeName(): string {
    return `(node${String(this.#nextId++).padStart(8, '0')})`;
  }
}

/** Without what is written anew for the whole: that need not be renumbered, and must not be, as it is not copied. */
function renumberedRoot(part: PdfPart, entries: PdfDictionary): PdfDictionary {
  const rest = new Map(entries);
  for (const name of ['/K', '/ParentTree', '/IDTree']) rest.delete(name);
  return part.renumberedDictionary(rest);
}

/** A bare number is content on the element's own page: with several parts, each child must tell its page. */
function childrenOf(document: PdfDictionary): string[] {
  const children = valuesIn(document.get('/K') ?? '[]');
  return children.map((child) =>
    /^\d+$/.test(child) ? `<</Type /MCR /Pg ${document.get('/Pg') ?? 'null'} /MCID ${child}>>` : child,
  );
}
