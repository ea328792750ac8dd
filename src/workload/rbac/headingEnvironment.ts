import type { MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { Written } from './accessTable.ts';

/**
 * What the nearest heading that names environments and nothing else calls them: `Production`, `Dev / Stage`, `Production
 * environment`. Undefined when a table stands under none.
 */
export function headingEnvironment({ headings }: MarkdownTable, environments: Environments): Written | undefined {
  for (const heading of headings.toReversed()) {
    for (const text of [heading.text, withoutNoun(heading.text)]) {
      const { found, unknown } = environments.named(text);
      if (found.length > 0 && unknown.length === 0) return { text, range: heading.range };
    }
  }
  return undefined;
}

/** `Production environment` and the Finnish `Tuotantoympäristö` name what is left of them. */
function withoutNoun(heading: string): string {
  return heading.replace(/[\s-]*(?:environments?|ympäristöt?)\s*$/iu, '');
}
