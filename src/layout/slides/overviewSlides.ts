import { itemsOf } from '../../deck/items.ts';
import type { Card } from '../../deck/model.ts';
import { headerCell, paragraph } from './accessCells.ts';
import type { Fitting } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitGrid } from './gridSlides.ts';
import type { Cell, GridSlide, Paragraph } from './model.ts';
import { oneLine } from './oneLine.ts';

/** Teams with their personas, each a link to its card; partners without personas come last. */
export function* fitOverview(context: DeckContext): Fitting<GridSlide[]> {
  const { deck, labels } = context;
  const teams = new Map<string, Card[]>();
  for (const card of deck.cards) {
    const name = card.team?.name ?? '';
    const known = teams.get(name);
    if (known === undefined) teams.set(name, [card]);
    else known.push(card);
  }
  const own = [...teams].sort(([, a], [, b]) => orderOf(a) - orderOf(b));
  return yield* fitGrid(
    {
      section: 'overview',
      key: 'overview',
      title: labels.overview,
      columns: [2, 3, 3],
      header: [headerCell(labels.team), headerCell(labels.personas), headerCell(labels.primaryInteraction)],
      rows: [
        ...own.map(([name, cards]) => teamRow(name, cards, context)),
        ...partners(deck.cards, teams).map((name) => partnerRow(name, context)),
      ],
    },
    context,
  );
}

/** Personas without a team come after those of teams. */
function orderOf([first]: readonly Card[]): number {
  return first?.team?.index ?? Number.MAX_SAFE_INTEGER;
}

function teamRow(name: string, cards: readonly Card[], { labels }: DeckContext): Cell[] {
  const partnersOfTeam = new Set(cards.flatMap((card) => partnersOf(card)));
  return [
    {
      paragraphs: [
        name === '' ? paragraph({ text: labels.none, tone: 'quiet' }) : paragraph({ text: oneLine(name), bold: true }),
      ],
    },
    { paragraphs: cards.map(personaLine) },
    { paragraphs: [...partnersOfTeam].map((partner) => paragraph({ text: oneLine(partner) })) },
  ];
}

/** The whole line is the link: LibreOffice loses the looks of a link that text follows in a cell. */
function personaLine(card: Card): Paragraph {
  return paragraph({ text: `${oneLine(card.id)}\u00a0 ${oneLine(card.name)}`, slide: `persona:${card.id}` });
}

function partnersOf(card: Card): string[] {
  return itemsOf(card, 'primaryInteraction').map(({ text }) => text);
}

function partners(cards: readonly Card[], teams: ReadonlyMap<string, unknown>): string[] {
  const named = cards.flatMap((card) => itemsOf(card, 'primaryInteraction').filter(({ team }) => team));
  return [...new Set(named.map(({ text }) => text))].filter((name) => !teams.has(name));
}

function partnerRow(name: string, { labels }: DeckContext): Cell[] {
  return [
    { paragraphs: [paragraph({ text: oneLine(name), bold: true })] },
    { paragraphs: [paragraph({ text: labels.none, tone: 'quiet' })] },
    { paragraphs: [] },
  ];
}
