import { itemsOf } from '../items.ts';
import type { Card } from '../model.ts';
import { type Block, type Cell, type Content, plain } from './model.ts';
import { type PageLinks, type PageSource, personaTitle } from './pageSource.ts';

/** Personas by team, then components: every other page is one step away. */
export function indexBlocks({ deck, labels }: PageSource, links: PageLinks): Block[] {
  return [
    ...(deck.summary === undefined ? [] : [{ kind: 'paragraph', content: plain(deck.summary) } satisfies Block]),
    ...[...byTeam(deck.cards)].flatMap(([team, cards]): Block[] => [
      { kind: 'heading', text: team ?? labels.personas },
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

/** Teams in the order of their first card; personas without a team together. */
function byTeam(cards: readonly Card[]): Map<string | undefined, Card[]> {
  const teams = new Map<string | undefined, Card[]>();
  for (const card of cards) {
    const team = card.team?.name;
    const known = teams.get(team);
    if (known === undefined) teams.set(team, [card]);
    else known.push(card);
  }
  return teams;
}
