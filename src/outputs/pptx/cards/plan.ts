import type { LinkPolicy } from '../../../deck/links.ts';
import type { Deck } from '../../../deck/model.ts';
import type { Design } from '../../../design/design.ts';
import type { FittedCardSlides } from '../../../layout/cardSlides/model.ts';
import type { Imposition } from '../../../layout/imposition/model.ts';
import { digestOf, digestOfDeck, digestOfEach } from '../../digest.ts';
import type { Sources } from '../../sources.ts';
import type { Task } from '../../task.ts';
import { emit } from '../emit.ts';
import { finish } from '../finish/finish.ts';
import { ownBase } from '../finish/ownBase.ts';
import { type PictureLoader, picturesOf } from '../pictures.ts';
import type { BackOffset } from './backOffset.ts';
import { composeCardsSpec } from './composeCards.ts';

export interface CardSlidesInput {
  readonly deck: Deck;
  readonly cards: FittedCardSlides;
  /** Absent when no card has room on the paper. */
  readonly imposition: Imposition | undefined;
  readonly backOffset: BackOffset;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Pick<Sources, 'all'>;
  readonly pictures: PictureLoader;
}

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** `cards.pptx`: cards in their true size on slides that are paper, to edit and print without another program. */
export function planCardSlides(input: CardSlidesInput): Task[] {
  const { cards, imposition } = input;
  if (imposition === undefined || cards.cards.length === 0) return [];
  return [
    {
      path: 'cards.pptx',
      mediaType,
      key: keyOf(input, imposition),
      sources: input.sources.all,
      render: () => render(input, imposition),
    },
  ];
}

function keyOf({ deck, cards, backOffset, design, policy }: CardSlidesInput, imposition: Imposition): string {
  const { cards: fitted, ...rest } = cards;
  const parts = [digestOfDeck(deck), digestOfEach(fitted), rest];
  return digestOf('cards.pptx', ...parts, imposition, backOffset, design.digest, policy);
}

async function render(
  { deck, cards, design, policy, pictures, backOffset }: CardSlidesInput,
  imposition: Imposition,
): Promise<Uint8Array> {
  const spec = composeCardsSpec(deck, cards, imposition, design, policy, await picturesOf(deck, pictures), backOffset);
  return finish(emit(spec), spec, ownBase(spec, design.theme));
}
