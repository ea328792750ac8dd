import { PdfError } from './pdfError.ts';
import type { PdfPage } from './pdfFile.ts';
import type { PdfPart } from './pdfPart.ts';
import {
  type PdfDictionary,
  readDictionary,
  referenceIn,
  referencesIn,
  valuesIn,
  writeDictionary,
} from './pdfSyntax.ts';
import type { PdfWriter } from './pdfWriter.ts';
import type { PlacedPages } from './placedPages.ts';
import { leafText, takeTree, type TreeEntry } from './treeLeaves.ts';

interface ImposedTags {
  /** The catalog's entries for them. */
  readonly catalog: PdfDictionary;
  /** By object number of the page: how much marked content its sheet has before it. */
  readonly firstContent: ReadonlyMap<number, number>;
}

/**
 * The tags of pages that are on sheets now: they are read in the order of the sheets, marked content has its number on the
 * sheet, and the sheet tells whose it is.
 */
export function imposeTags(part: PdfPart, writer: PdfWriter, { sheets }: PlacedPages): ImposedTags {
  const treeObject = part.objectAt(part.catalog, '/StructTreeRoot');
  if (treeObject === undefined) return { catalog: new Map(), firstContent: new Map() };
  const tree = part.take(treeObject);
  const lookups = new Map(
    takeTree(part, part.objectAt(tree, '/ParentTree'), '/Nums').map(([key, value]) => [Number(key), value]),
  );
  const firstContent = new Map<number, number>();
  const elements = sheets.map(({ pages }) => {
    const ofSheet: string[] = [];
    for (const page of pages) {
      firstContent.set(page.object, ofSheet.length);
      ofSheet.push(...takeElements(part, lookups, page));
    }
    return ofSheet;
  });
  // Pages come first, then all else that has a tag.
  const keys = new Map([...lookups.keys()].map((key, index) => [key, sheets.length + index]));
  part.renumberTags((key) => known(keys, key), new Map());
  const document = documentOf(tree);
  for (const element of new Set(elements.flat().flatMap(referencesIn))) {
    if (element === document) continue;
    writer.write(part.numberOf(element), textOf(part, numbered(part.take(element), firstContent)));
  }
  const entries: TreeEntry[] = [
    ...elements.map(
      (ofSheet, index): TreeEntry => [String(index), writer.add(part.renumbered(`[${ofSheet.join(' ')}]`))],
    ),
    ...[...lookups].map(([key, value]): TreeEntry => [String(known(keys, key)), part.renumbered(value)]),
  ];
  writer.write(
    part.numberOf(document),
    textOf(part, sorted(part, numbered(part.take(document), firstContent), firstContent)),
  );
  const root = new Map(tree).set('/ParentTreeNextKey', String(entries.length));
  root.delete('/ParentTree');
  const renumbered = part.renumberedDictionary(root);
  renumbered.set('/ParentTree', writer.add(`<</Kids [${writer.add(leafText('/Nums', entries))}]>>`));
  writer.write(part.numberOf(treeObject), writeDictionary(renumbered));
  return { catalog: new Map([['/StructTreeRoot', part.reference(treeObject)]]), firstContent };
}

function known(keys: ReadonlyMap<number, number>, key: number): number {
  const number = keys.get(key);
  if (number === undefined) throw new PdfError(`the tree of tags has no number ${key}`);
  return number;
}

/** References to the elements that a page's marked content belongs to, in the order of its numbers. */
function takeElements(part: PdfPart, lookups: Map<number, string>, { dictionary }: PdfPage): string[] {
  const key = Number(dictionary.get('/StructParents'));
  const list = lookups.get(key);
  if (list === undefined) return [];
  lookups.delete(key);
  const object = referenceIn(list);
  return valuesIn(object === undefined ? list : part.takeValue(object));
}

/** An element whose marked content has the numbers of the sheet. */
function numbered(element: PdfDictionary, firstContent: ReadonlyMap<number, number>): PdfDictionary {
  const ownPage = element.get('/Pg');
  const first = (page: string | undefined): number => firstContent.get(referenceIn(page) ?? 0) ?? 0;
  const kids = element.get('/K') ?? '[]';
  const moved = valuesIn(kids).map((kid) => {
    if (/^\d+$/.test(kid)) return String(Number(kid) + first(ownPage));
    if (!kid.startsWith('<<')) return kid;
    const content = readDictionary(kid, 0);
    const number = content.get('/MCID');
    if (number === undefined) return kid;
    return writeDictionary(
      new Map(content).set('/MCID', String(Number(number) + first(content.get('/Pg') ?? ownPage))),
    );
  });
  return new Map(element).set('/K', `[${moved.join(' ')}]`);
}

/** Object number of the element of the whole document. */
function documentOf(tree: PdfDictionary): number {
  const [object, ...others] = referencesIn(tree.get('/K') ?? '');
  if (object === undefined || others.length > 0) throw new PdfError('its tags do not stand below one');
  return object;
}

/** The element of the document with its children in the order of their pages: that of `firstContent`. */
function sorted(part: PdfPart, document: PdfDictionary, firstContent: ReadonlyMap<number, number>): PdfDictionary {
  const ranks = new Map([...firstContent.keys()].map((page, rank) => [page, rank]));
  const children = valuesIn(document.get('/K') ?? '[]').map((child) => ({
    child,
    rank: ranks.get(pageOf(part, child) ?? 0) ?? Number.MAX_SAFE_INTEGER,
  }));
  children.sort((one, other) => one.rank - other.rank);
  return new Map(document).set('/K', `[${children.map(({ child }) => child).join(' ')}]`);
}

/** Object number of the page that an element, or the first in it that tells one, is on. */
function pageOf(part: PdfPart, child: string): number | undefined {
  const object = referenceIn(child);
  if (object === undefined && !child.startsWith('<<')) return undefined;
  const element = object === undefined ? readDictionary(child, 0) : part.read(object);
  const own = part.objectAt(element, '/Pg');
  if (own !== undefined) return own;
  for (const kid of valuesIn(element.get('/K') ?? '[]')) {
    const page = pageOf(part, kid);
    if (page !== undefined) return page;
  }
  return undefined;
}

const textOf = (part: PdfPart, entries: PdfDictionary): string => writeDictionary(part.renumberedDictionary(entries));
