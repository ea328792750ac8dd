import { type LinkPolicy, resolve } from '../deck/links.ts';
import type { Card, Deck } from '../deck/model.ts';
import type { Design } from '../design/design.ts';
import type { FontSet } from '../design/fonts.ts';
import type { CardPainting } from '../html/cards.ts';
import type { Templates } from '../html/templates.ts';
import type { FittedCard, IndexSide } from '../layout/cards/model.ts';
import type { Mm } from '../design/units.ts';
import type { ImageFile } from '../workload/model.ts';
import type { Sources } from './sources.ts';

/** What the outputs made of HTML cards are planned from. */
export interface CardInput {
  readonly deck: Deck;
  readonly cards: readonly FittedCard[];
  /** Sides that list the deck; absent where they are not printed. */
  readonly list?: readonly IndexSide[];
  readonly design: Design;
  readonly fonts: FontSet;
  readonly templates: Templates;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  /** `data:` address of a picture, read and shrunk once a build. */
  readonly picture: (image: ImageFile) => Promise<string>;
}

/** What cards are painted with, their own pictures at hand. */
export async function paintingOf(
  input: Omit<CardInput, 'cards'>,
  cards: readonly { readonly card: Card }[],
  bleed: Mm,
  href: CardPainting['href'],
): Promise<CardPainting> {
  const pictures = new Map<string, string>();
  for (const { card } of cards) {
    if (card.image !== undefined && !pictures.has(card.image.sha256)) {
      pictures.set(card.image.sha256, await input.picture(card.image));
    }
  }
  return {
    design: input.design,
    templates: input.templates,
    deckTitle: input.deck.title,
    environments: input.deck.environments,
    href,
    address: (target) => resolve(target, '', input.policy),
    picture: (card: Card) => card.image && pictures.get(card.image.sha256),
    bleed,
  };
}
