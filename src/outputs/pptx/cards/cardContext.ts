import type { Card, Deck } from '../../../deck/model.ts';
import { type LinkPolicy, type LinkTarget } from '../../../deck/links.ts';
import type { Design } from '../../../design/design.ts';
import { lineHeightOf } from '../../../layout/slides/lineHeight.ts';
import type { FittedCardSlides } from '../../../layout/cardSlides/model.ts';
import { addressOf } from '../composeContext.ts';
import { type Palette, ownScheme, paletteOf } from '../palette.ts';
import type { LinkSpec, RasterImage } from '../slideSpec.ts';

/** What cards are composed with. */
export interface CardContext {
  readonly deck: Deck;
  readonly design: Design;
  readonly metrics: FittedCardSlides['metrics'];
  readonly palette: Palette;
  readonly policy: LinkPolicy;
  /** Of the text font, as a multiple of the size. */
  readonly lineHeight: number;
  readonly images: ReadonlyMap<string, RasterImage>;
  /** A persona of the deck is on a sheet of it; undefined for an address that a document should not open. */
  link(target: LinkTarget): LinkSpec | undefined;
}

/** `sheetOf` gives the key of the slide with the front of a card. */
export function cardContext(
  deck: Deck,
  design: Design,
  { metrics }: FittedCardSlides,
  policy: LinkPolicy,
  images: ReadonlyMap<string, RasterImage>,
  sheetOf: (card: Card) => string | undefined,
): CardContext {
  const cards = new Map(deck.cards.map((card) => [card.stem, card]));
  return {
    deck,
    design,
    metrics,
    palette: paletteOf(design.theme, ownScheme(design.theme)),
    lineHeight: lineHeightOf(design.theme.fonts.body),
    images,
    policy,
    link: (target) => {
      const card = target.kind === 'card' ? cards.get(target.id) : undefined;
      const slide = card === undefined ? undefined : sheetOf(card);
      if (slide !== undefined) return { slide };
      const url = addressOf(target, policy);
      return url === undefined ? undefined : { url };
    },
  };
}
