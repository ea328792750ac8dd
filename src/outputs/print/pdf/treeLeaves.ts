import type { PdfPart } from './pdfPart.ts';
import { referencesIn, valuesIn } from './pdfSyntax.ts';

/** A key and a value of a tree of numbers or names, as they are written. */
export type TreeEntry = readonly [key: string, value: string];

/** Takes a tree of numbers (`/Nums`) or names (`/Names`) out of a part, and gives its entries in order. */
export function takeTree(part: PdfPart, root: number | undefined, list: '/Nums' | '/Names'): TreeEntry[] {
  if (root === undefined) return [];
  const node = part.take(root);
  const values = valuesIn(node.get(list) ?? '[]');
  const own = values.flatMap((key, index) => (index % 2 === 0 ? [[key, values[index + 1] ?? 'null'] as const] : []));
  return [...own, ...referencesIn(node.get('/Kids') ?? '').flatMap((kid) => takeTree(part, kid, list))];
}

/** A leaf of such a tree. `entries` are not none, and in order. */
export function leafText(list: '/Nums' | '/Names', entries: readonly TreeEntry[]): string {
  const [first = ['']] = entries;
  const [last = ['']] = entries.slice(-1);
  return `<</Limits [${first[0]} ${last[0]}]\n${list} [${entries.map((entry) => entry.join(' ')).join(' ')}]>>`;
}
