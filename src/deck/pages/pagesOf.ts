import { fill } from '../../design/locale.ts';
import type { Page, PageRef } from './model.ts';
import { componentBlocks } from './componentBlocks.ts';
import { graphName } from '../graphs/graphParts.ts';
import { graphBlocks } from './graphBlocks.ts';
import { matricesBlocks } from './matrixBlocks.ts';
import { indexBlocks } from './indexBlocks.ts';
import { pageLinks, type PageSource, personaTitle } from './pageSource.ts';
import { personaBlocks } from './personaBlocks.ts';

/** All pages of a deck: their titles are known at once, what they say is composed when it is asked for. */
export interface Pages {
  readonly refs: readonly PageRef[];
  titleOf(ref: PageRef): string;
  compose(ref: PageRef): Page;
}

/** Looks cards and tables up once for all pages. */
export function pagesOf(source: PageSource): Pages {
  const { deck, labels } = source;
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const tables = new Map(deck.access.map((table) => [table.componentId, table]));
  const graphs = new Map(deck.graphs.map((graph) => [graphName(graph), graph]));
  const links = pageLinks(deck);
  const titleOf = (ref: PageRef): string => {
    if (ref.kind === 'index') return deck.title;
    if (ref.kind === 'matrices') return labels.matrices;
    if (ref.kind === 'persona') return personaTitle(found(cards, ref.id));
    if (ref.kind === 'graph') return found(graphs, ref.id).title;
    return fill(labels.accessOf, { name: found(tables, ref.id).component.text });
  };
  const blocksOf = (ref: PageRef): Page['blocks'] => {
    if (ref.kind === 'index') return indexBlocks(source, links);
    if (ref.kind === 'matrices') return matricesBlocks(source);
    if (ref.kind === 'persona') return personaBlocks(found(cards, ref.id), source, links);
    if (ref.kind === 'graph') return graphBlocks(found(graphs, ref.id), source, links);
    return componentBlocks(found(tables, ref.id), source);
  };
  return {
    refs: [
      { kind: 'index' },
      ...deck.cards.map(({ id }): PageRef => ({ kind: 'persona', id })),
      ...deck.graphs.map((graph): PageRef => ({ kind: 'graph', id: graphName(graph) })),
      ...(deck.matrices.length === 0 ? [] : [{ kind: 'matrices' } satisfies PageRef]),
      ...deck.access.map(({ componentId }): PageRef => ({ kind: 'component', id: componentId })),
    ],
    titleOf,
    compose: (ref) => ({ ref, title: titleOf(ref), blocks: blocksOf(ref) }),
  };
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`No page of ${id}`);
  return value;
}
