import { keyOf, type PageRef } from '../../deck/pages/model.ts';
import type { Pages } from '../../deck/pages/pagesOf.ts';
import type { Flavour, WikiPage } from './flavour.ts';

/**
 * The pages of a deck in a wiki by `keyOf`, each with a name and a file of its own, whatever the letter case: many wikis
 * and file systems take names for the same that differ in it alone. A name that is taken gets the id behind it, so that it stays
 * when others come and go.
 */
export function pageNames(pages: Pages, flavour: Flavour): Map<string, WikiPage> {
  const taken = new Set<string>();
  const named = new Map<string, WikiPage>();
  for (const ref of pages.refs) {
    const title = pages.titleOf(ref);
    const name = freeName(ref, title, flavour, taken);
    taken.add(folded(name));
    named.set(keyOf(ref), { title, name, file: flavour.fileOf(name) });
  }
  return named;
}

function freeName(ref: PageRef, title: string, flavour: Flavour, taken: ReadonlySet<string>): string {
  const wanted = ref.kind === 'index' ? (flavour.indexName ?? flavour.nameOf(title)) : flavour.nameOf(title);
  if (!taken.has(folded(wanted))) return wanted;
  const id = ref.kind === 'index' ? '' : ` ${ref.id}`;
  for (let number = 1; ; number += 1) {
    const name = flavour.nameOf(`${title}${id}${number === 1 ? '' : ` ${number}`}`);
    if (!taken.has(folded(name))) return name;
  }
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
