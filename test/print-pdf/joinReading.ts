import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfFile } from '../../src/outputs/print/pdf/pdfFile.ts';
import { referenceIn } from '../../src/outputs/print/pdf/pdfSyntax.ts';

/** Where the inner links and the bookmarks of a PDF lead. */
export interface Targets {
  /** Page number of each anchor, from 1, by name. */
  readonly anchors: Readonly<Record<string, number>>;
  /** For each page, the names of the anchors that its links lead to. */
  readonly anchorLinks: readonly (readonly string[])[];
  /** Titles with their page numbers; those below one are indented by two spaces. */
  readonly bookmarks: readonly string[];
}

type Place = readonly [{ readonly num: number; readonly gen: number }, ...unknown[]];

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}

export async function readTargets(bytes: Uint8Array): Promise<Targets> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pageOf = async (place: unknown): Promise<number> => (await document.getPageIndex((place as Place)[0])) + 1;
  const anchors: Record<string, number> = {};
  for (const [name, place] of Object.entries(await document.getDestinations())) anchors[name] = await pageOf(place);
  const anchorLinks: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = await (await document.getPage(number)).getAnnotations();
    anchorLinks.push(annotations.flatMap(({ dest }) => (typeof dest === 'string' ? [dest] : [])));
  }
  const linesOf = async (items: readonly Bookmark[], indent: string): Promise<string[]> => {
    const lines: string[] = [];
    for (const { title, dest, items: inner } of items) {
      lines.push(`${indent}${title}: ${await pageOf(dest)}`, ...(await linesOf(inner, `${indent}  `)));
    }
    return lines;
  };
  const bookmarks = await linesOf((await document.getOutline()) ?? [], '');
  await document.cleanup();
  return { anchors, anchorLinks, bookmarks };
}

/** What goes before the end of an object or the begin of its stream, where these words do not stand in a string. */
const endOfText = /((?:\((?:\\.|[^\\()])*\)|(?!endobj|stream\r?\n)[^(])*)/sy;

/** Text of each object without its stream, by number. */
export function objectTexts(pdf: Uint8Array): Map<number, string> {
  const file = new PdfFile(Buffer.from(pdf));
  const texts = new Map<number, string>();
  for (let object = 1; object < Number(file.trailer.get('/Size')); object += 1) {
    const offset = file.find(object);
    if (offset === undefined) continue;
    const start = offset + `${object} 0 obj`.length;
    endOfText.lastIndex = start;
    texts.set(object, endOfText.exec(file.text)?.[1] ?? '');
  }
  return texts;
}

/** What is wrong with the references in a PDF: those that lead nowhere, and objects that nothing leads to. */
export function strayObjects(pdf: Uint8Array): string[] {
  const texts = objectTexts(pdf);
  const { trailer } = new PdfFile(Buffer.from(pdf));
  const waiting = [referenceIn(trailer.get('/Root')) ?? 0, referenceIn(trailer.get('/Info')) ?? 0];
  const reached = new Set(waiting);
  const faults: string[] = [];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const text = texts.get(object);
    if (text === undefined) faults.push(`there is no object ${object}`);
    for (const [, digits] of (text ?? '').replace(/\((?:\\.|[^\\()])*\)/gs, '').matchAll(/(\d+) 0 R/g)) {
      const next = Number(digits);
      if (!reached.has(next)) waiting.push(next);
      reached.add(next);
    }
  }
  for (const object of texts.keys()) if (!reached.has(object)) faults.push(`nothing leads to object ${object}`);
  return faults;
}

/**
 * What the pages and links of a PDF find in its tree of tags by their numbers: for each page how many tags, for each link
 * whether the tag holds that very link.
 */
export function tagLookups(pdf: Uint8Array): { pages: number[]; links: boolean[]; nextKey: number } {
  const texts = objectTexts(pdf);
  const of = (type: string): [number, string][] => [...texts].filter(([, text]) => text.includes(`/Type ${type}\n`));
  const root = of('/StructTreeRoot')[0]?.[1] ?? '';
  const nextKey = Number(/\/ParentTreeNextKey (\d+)/.exec(root)?.[1]);
  const found = new Map<number, number>();
  const collect = (node: string): void => {
    for (const [, kid] of (/\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? '').matchAll(/(\d+) 0 R/g)) {
      collect(texts.get(Number(kid)) ?? '');
    }
    for (const [, key, value] of (/\/Nums \[([^\]]*)\]/.exec(node)?.[1] ?? '').matchAll(/(\d+) (\d+) 0 R/g)) {
      found.set(Number(key), Number(value));
    }
  };
  collect(texts.get(Number(/\/ParentTree (\d+)/.exec(root)?.[1])) ?? '');
  const tagsAt = (text: string): string =>
    texts.get(found.get(Number(/\/StructParents? (\d+)/.exec(text)?.[1])) ?? 0) ?? '';
  return {
    pages: of('/Page').map(([, text]) => tagsAt(text).split(' 0 R').length - 1),
    links: of('/Annot').map(([object, text]) => tagsAt(text).includes(`/Obj ${object} 0 R`)),
    nextKey,
  };
}
