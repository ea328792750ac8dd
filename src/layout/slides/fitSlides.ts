import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { MeasureText } from '../measure.ts';
import { fitAccess } from './accessSlides.ts';
import { type Fitting, measured, together } from './batch.ts';
import { fitCover } from './coverSlide.ts';
import { deckContext } from './deckContext.ts';
import { SLIDE_HEIGHT, SLIDE_WIDTH } from './frame.ts';
import { mirroredSlide } from './mirror.ts';
import type { FittedSlide, FittedSlides } from './model.ts';
import { fitPersona } from './personaSlides.ts';

/**
 * Places every text of a deck on slides: a cover, a slide a persona, a slide a component, and continuations where the
 * smallest size (12 pt) is still too large. `measure` is called a handful of times, whatever the number of personas.
 */
export async function fitSlides(deck: Deck, design: Design, measure: MeasureText): Promise<FittedSlides> {
  const slides = await measured(fitDeck(deck, design), measure);
  return {
    width: SLIDE_WIDTH,
    height: SLIDE_HEIGHT,
    slides: deck.direction === 'rtl' ? slides.map(mirroredSlide) : slides,
  };
}

function* fitDeck(deck: Deck, design: Design): Fitting<FittedSlide[]> {
  const context = deckContext(deck, design);
  // The cover goes first by itself: it has the first right to the deck's name as a title.
  const cover = yield* fitCover(context);
  const fittings: Fitting<FittedSlide[]>[] = [
    ...deck.cards.map((card) => fitPersona(card, context)),
    ...deck.access.map((table) => fitAccess(table, context)),
  ];
  const others = yield* together(fittings);
  return [cover, ...others.flat()];
}
