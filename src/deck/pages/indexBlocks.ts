import { cardsByTeam } from '../cardsByTeam.ts';
import { itemsOf } from '../items.ts';
import type { Card } from '../model.ts';
import { type Block, type Cell, type Content, plain } from './model.ts';
import { graphLink, graphsByLabel } from './graphBlocks.ts';
import { type PageLinks, type PageSource, personaTitle } from './pageSource.ts';

/** Personas by team, then flows, architectures, matrices and components: every other page is one step away. */
export function indexBlocks({ deck, labels }: PageSource, links: PageLinks): Block[] {
  return [
    ...(deck.summary === undefined ? [] : [{ kind: 'paragraph', content: plain(deck.summary) } satisfies Block]),
    ...[...cardsByTeam(deck.cards).values()].flatMap((cards): Block[] => [
      { kind: 'heading', text: cards[0]?.team?.name ?? labels.noTeam },
      {
        kind: 'table',
        head: [labels.persona, labels.summary, labels.components],
        rows: cards.map((card) => [
          [[{ kind: 'page', text: personaTitle(card), page: { kind: 'persona', id: card.id } }] satisfies Content],
          [plain(card.summary ?? '')],
          componentLines(card, links),
        ]),
      },
    ]),
    ...graphsByLabel(deck.graphs, labels).flatMap(([label, graphs]): Block[] => [
      { kind: 'heading', text: label },
      { kind: 'list', numbered: false, items: graphs.map((graph) => [graphLink(graph)]) },
    ]),
    ...(deck.matrices.length === 0
      ? []
      : [
          { kind: 'heading', text: labels.matrices } satisfies Block,
          {
            kind: 'list',
            numbered: false,
            items: [
              [{ kind: 'page', text: deck.matrices.map(({ title }) => title).join(', '), page: { kind: 'matrices' } }],
            ],
          } satisfies Block,
        ]),
    { kind: 'heading', text: labels.componentList },
    {
      kind: 'list',
      numbered: false,
      items: deck.access.map(({ component }) => links.component(component.text)),
    },
  ];
}

const componentLines = (card: Card, links: PageLinks): Cell =>
  itemsOf(card, 'components').map(({ text }) => links.component(text));
