import type { Card } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { indexCard } from './fitIndex.ts';
import type { FittedCard, IndexSide, PrintedCard, PrintedSide } from './model.ts';

/** Cards that are printed besides those of the personas. */
export interface ExtraCards {
  /** Whether cards that list the deck go before it. */
  readonly index: boolean;
  /** How many cards to fill in by hand go after it. */
  readonly blanks: number;
}

/** The cards of a deck with those that are wanted besides; `list` are the sides that list it. */
export function withExtraCards(
  cards: readonly FittedCard[],
  { index, blanks }: ExtraCards,
  list: readonly IndexSide[],
  design: Design,
): readonly PrintedCard[] {
  return [
    ...(index ? indexCards(list, design) : []),
    ...cards,
    ...Array.from({ length: blanks }, () => blankCard(design)),
  ];
}

function indexCards(list: readonly IndexSide[], design: Design): PrintedCard[] {
  const sides: PrintedSide[] = [...list];
  if (sides.length % 2 === 1) sides.push({ kind: 'plain' });
  const card = indexCard(design);
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
  const card: Card = {
    id: '',
    name: labels.newPersona,
    stem: 'blank',
    kind: { id: 'person', label: '' },
    fields: keys.map((key) => ({ key, label: labels[key], items: [] })),
    access: [],
  };
  return { card, number: 1, count: 1, front: { kind: 'blank', face: 'front' }, back: { kind: 'blank', face: 'back' } };
}
