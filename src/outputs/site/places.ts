import { sitePage } from '../../deck/cardPage.ts';
import { encodePath, pathOf, relativePath } from '../../deck/links.ts';
import { slug } from '../../workload/slug.ts';

/** Where the pages of the site stand below `out/`. */
export const places = {
  index: 'site/index.html',
  components: 'site/components/index.html',
  findings: 'site/findings.html',
  styles: 'site/site.css',
  script: 'site/site.js',
  persona: (card: { readonly stem: string }): string => pathOf(sitePage(card)),
  /** A component may be called index. */
  component: (id: string): string => `site/components/${slug(id) === 'index' ? 'index-x' : slug(id)}.html`,
  access: (environment: string): string => `site/access/${slug(environment)}.html`,
  font: (file: string): string => `site/fonts/${file}`,
  picture: (file: string): string => `site/pictures/${file}`,
} as const;

/** A link between two places of the output: relative, whatever the address it is published at. */
export function linkBetween(from: string, to: string, anchor?: string): string {
  const path = encodePath(relativePath(from, to));
  return anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`;
}
