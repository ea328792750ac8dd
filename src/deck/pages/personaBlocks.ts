import { itemsOf } from '../items.ts';
import type { Card, Field, Item } from '../model.ts';
import { accessCell, accessLegend } from './accessCell.ts';
import type { Labels } from '../../design/design.ts';
import type { Graph } from '../graphs/model.ts';
import { graphLinks, graphsByLabel } from './graphBlocks.ts';
import { type Block, type Content, type Fact, type Inline, plain } from './model.ts';
import type { PageLinks, PageSource } from './pageSource.ts';

/** The card's pictures, then all that they say as text: components first, under the numbers that they have there. */
export function personaBlocks(card: Card, { deck, labels, pictures }: PageSource, links: PageLinks): Block[] {
  const components = itemsOf(card, 'components');
  const fields = card.fields.filter(({ key }) => key !== 'components');
  return [
    ...(card.summary === undefined ? [] : [paragraph(plain(card.summary))]),
    { kind: 'pictures', pictures: pictures(card) },
    { kind: 'heading', text: labels.components },
    components.length === 0
      ? paragraph(plain(labels.none))
      : { kind: 'list', numbered: true, items: components.map((item) => componentItem(item, links)) },
    { kind: 'heading', text: labels.persona },
    {
      kind: 'facts',
      facts: [
        { term: labels.kind, content: plain(card.kind.label) },
        ...fields.map((field) => ({ term: field.label, content: fieldContent(field, labels.none, links) })),
        ...graphFacts(card, deck.graphs, labels),
        ...(card.goal === undefined ? [] : [{ term: labels.goal, content: plain(card.goal) }]),
      ],
    },
    ...(card.access.length === 0
      ? []
      : ([
          { kind: 'heading', text: labels.access },
          {
            kind: 'table',
            head: [labels.component, ...deck.environments.map(({ name }) => name)],
            rows: card.access.map(({ component, cells }) => [
              [links.component(component.text)],
              ...cells.map((cell) => accessCell(cell, labels)),
            ]),
          },
          paragraph(plain(accessLegend(labels))),
        ] satisfies Block[])),
    ...(card.notes === undefined
      ? []
      : ([{ kind: 'heading', text: labels.notes }, paragraph(plain(card.notes))] satisfies Block[])),
    paragraph([{ kind: 'page', text: labels.personas, page: { kind: 'index' } }]),
  ];
}

/** Flows and architectures that the persona takes part in. */
function graphFacts({ id }: Card, graphs: readonly Graph[], labels: Labels): Fact[] {
  const own = graphs.filter(({ nodes }) => nodes.some(({ badges }) => badges.some((badge) => badge.id === id)));
  return graphsByLabel(own, labels).map(([term, some]) => ({ term, content: graphLinks(some) }));
}

const paragraph = (content: Content): Block => ({ kind: 'paragraph', content });

function componentItem(item: Item, links: PageLinks): Content {
  return [...links.component(item.text), ...remark(item)];
}

function fieldContent({ items }: Field, none: string, links: PageLinks): Content {
  if (items.length === 0) return plain(none);
  return items.flatMap((item, index) => [
    ...(index === 0 ? [] : plain(', ')),
    itemInline(item, links),
    ...remark(item),
  ]);
}

function itemInline({ text, link }: Item, links: PageLinks): Inline {
  if (link === undefined) return { kind: 'text', text };
  const page = link.kind === 'card' ? links.persona(link.id) : undefined;
  return page === undefined ? { kind: 'link', text, target: link } : { kind: 'page', text, page };
}

const remark = ({ note }: Item): Content => (note === undefined ? [] : plain(` (${note})`));
