import { sitePage } from '../../deck/cardPage.ts';
import type { Graph } from '../../deck/graphs/model.ts';
import { pathOf } from '../../deck/links.ts';
import type { Matrix } from '../../deck/matrices/model.ts';
import { slug } from '../../workload/slug.ts';

const graphFolders = { flow: 'flows', architecture: 'architectures' } as const;

/** Where the pages of the site stand below `out/`. */
export const places = {
  index: 'site/index.html',
  components: 'site/components.html',
  findings: 'site/findings.html',
  styles: 'site/site.css',
  script: 'site/site.js',
  persona: (card: { readonly stem: string }): string => pathOf(sitePage(card)),
  component: (id: string): string => `site/components/${slug(id)}.html`,
  access: (environment: string): string => `site/access/${slug(environment)}.html`,
  graph: ({ kind, id }: Pick<Graph, 'kind' | 'id'>): string => `site/${graphFolders[kind]}/${slug(id)}.html`,
  matrix: (id: string): string => `site/matrices/${slug(id)}.html`,
  font: (file: string): string => `site/fonts/${file}`,
  picture: (file: string): string => `site/pictures/${file}`,
} as const;

const ACCESS = 'components-';

/** Where a matrix stands. Access in an environment has a page of its own, with more to it. */
export function matrixPlace({ kind, id }: Pick<Matrix, 'kind' | 'id'>): string {
  return kind === 'components' ? places.access(id.slice(ACCESS.length)) : places.matrix(id);
}
