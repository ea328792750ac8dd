import type { Card, Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { IndexEntry } from './indexEntry.ts';
import { indexSides } from './indexSides.ts';
import type { FittedCard, PrintedCard, PrintedSide } from './model.ts';

/** Cards that are printed besides those of the personas. */
export interface ExtraCards {
  /** Whether cards that list the deck go before it. */
  readonly index: boolean;
  /** How many cards to fill in by hand go after it. */
  readonly blanks: number;
}

/** The cards of a deck with those that are wanted besides. */
export function withExtraCards(
  cards: readonly FittedCard[],
  { index, blanks }: ExtraCards,
  deck: Deck,
  design: Design,
): readonly PrintedCard[] {
  return [
    ...(index ? indexCards(deck, design) : []),
    ...cards,
    ...Array.from({ length: blanks }, () => blankCard(design)),
  ];
}

function indexCards(deck: Deck, { card: size, labels }: Design): PrintedCard[] {
  const entries = deck.cards.map(({ id, name, team }): IndexEntry => ({ id, name, ...(team && { team }) }));
  const sides: PrintedSide[] = indexSides(entries, size, deck.title);
  if (sides.length % 2 === 1) sides.push({ kind: 'plain' });
  const card = nobody(labels.personas, 'index', []);
  const count = sides.length / 2;
  return Array.from({ length: count }, (_, number) => ({
    card,
    number: number + 1,
    count,
    front: sides[2 * number] as PrintedSide,
    back: sides[2 * number + 1] as PrintedSide,
  }));
}

function blankCard({ labels }: Design): PrintedCard {
  const keys = ['team', 'primaryInteraction', 'components', 'processes', 'skills'] as const;
  const card = nobody(
    labels.newPersona,
    'blank',
    keys.map((key) => ({ key, label: labels[key], items: [] })),
  );
  return { card, number: 1, count: 1, front: { kind: 'blank', face: 'front' }, back: { kind: 'blank', face: 'back' } };
}

/** What a card that belongs to no persona says. */
function nobody(name: string, stem: string, fields: Card['fields']): Card {
  return { id: '', name, stem, kind: { id: 'person', label: '' }, fields, access: [] };
}
