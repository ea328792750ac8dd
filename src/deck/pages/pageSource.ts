import type { Labels } from '../../design/design.ts';
import type { Graph } from '../graphs/model.ts';
import type { AccessTable, Card, Deck } from '../model.ts';
import { type CardPicture, type Content, type PageRef, plain } from './model.ts';

/** What the pages of a deck are composed from. */
export interface PageSource {
  readonly deck: Deck;
  readonly labels: Labels;
  /** Pictures of a card, fronts before backs. */
  readonly pictures: (card: Card) => readonly CardPicture[];
  /** The picture of a flow or architecture. */
  readonly graphPicture: (graph: Graph) => CardPicture | undefined;
}

/** Id and name: what lists, titles and links call a persona. */
export const personaTitle = ({ id, name }: Pick<Card, 'id' | 'name'>): string => `${id} ${name}`;

/** Ways from what cards name to pages. */
export interface PageLinks {
  /** By the name that cards show. */
  component(name: string): Content;
  /** By the stem of the card. */
  persona(stem: string): PageRef | undefined;
}

export function pageLinks(deck: Deck): PageLinks {
  const components = new Map(
    deck.access.map(({ component, componentId }: AccessTable) => [component.text, componentId]),
  );
  const personas = new Map(deck.cards.map(({ id, stem }) => [stem, id]));
  return {
    component: (name) => {
      const id = components.get(name);
      return id === undefined ? plain(name) : [{ kind: 'page', text: name, page: { kind: 'component', id } }];
    },
    persona: (stem) => {
      const id = personas.get(stem);
      return id === undefined ? undefined : { kind: 'persona', id };
    },
  };
}
