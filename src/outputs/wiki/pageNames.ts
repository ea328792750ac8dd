import { keyOf, type PageRef } from '../../deck/pages/model.ts';
import type { Pages } from '../../deck/pages/pagesOf.ts';
import { slug } from '../../workload/slug.ts';
import type { Flavour, WikiPage } from './flavour.ts';
import { digest } from './names.ts';
import { onLine } from './syntax.ts';

/**
 * The pages of a deck in a wiki by `keyOf`, each with a name and a file of its own, whatever the letter case: many wikis
 * and file systems take names for the same that differ in it alone. A name comes from the page's own title and id, so
 * that it stays when other pages come and go.
 */
export function pageNames(pages: Pages, flavour: Flavour): Map<string, WikiPage> {
  const taken = new Set<string>();
  const named = new Map<string, WikiPage>();
  for (const ref of pages.refs) {
    const title = onLine(pages.titleOf(ref));
    const page = freePage(ref, title, flavour, taken);
    taken.add(folded(page.name)).add(folded(page.file));
    named.set(keyOf(ref), page);
  }
  return named;
}

/** Titles that a wiki cannot tell apart are rare: an id with other signs alone, or the title of the deck itself. */
function freePage(ref: PageRef, title: string, flavour: Flavour, taken: ReadonlySet<string>): WikiPage {
  for (let number = 1; ; number += 1) {
    const name = nameFor(ref, number === 1 ? title : `${title} ${number}`, flavour);
    const file = flavour.fileOf(name);
    if (!taken.has(folded(name)) && !taken.has(folded(file))) return { title, name, file };
  }
}

/** `C`, `C#` and `C++` are three components: where the name lacks what tells them apart, the id behind it has it. */
function nameFor(ref: PageRef, title: string, flavour: Flavour): string {
  if (ref.kind === 'index') return flavour.indexName ?? flavour.nameOf(title);
  const name = flavour.nameOf(title);
  const isTold =
    ref.kind === 'persona' || ref.kind === 'matrices' || slug(name) === slug(title) || name.includes(digest(title));
  return isTold ? name : flavour.nameOf(`${title} ${ref.id}`);
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
