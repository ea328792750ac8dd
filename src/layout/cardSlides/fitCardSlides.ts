import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import { pt } from '../../design/units.ts';
import type { MeasureText } from '../measure.ts';
import { fitCodedCards } from '../cards/fitCodes.ts';
import type { MeasureSides, SideExtent, SideRequest } from '../cards/model.ts';
import { type Fitting, measured, together } from '../slides/batch.ts';
import { type FontMeasures, fontMeasures } from '../slides/fitText.ts';
import { backParagraphs } from './backText.ts';
import { frontParagraphs, nameParagraph } from './frontText.ts';
import { measureMetrics } from './metrics.ts';
import { measureParagraphs, type ParagraphsExtent } from './measureParagraphs.ts';
import type { CardMetrics, CodeMetrics, FittedCardSlides } from './model.ts';
import { backPlaces, frontPlaces } from './places.ts';

/**
 * Fits the text of cards as text boxes hold it: smaller type down to the cards' floor, then another card. With `codes`,
 * each card has the QR code of its persona.
 */
export async function fitCardSlides(
  deck: Deck,
  design: Design,
  measure: MeasureText,
  codes?: CodeMetrics,
): Promise<FittedCardSlides> {
  const lineHeights = fontMeasures(design);
  const plain = await measured(measureMetrics(deck, design, lineHeights), measure);
  const metrics = codes === undefined ? plain : { ...plain, codes };
  const sides: SideContext = { deck, design, metrics, ...lineHeights };
  const measureSides: MeasureSides = (requests) =>
    measured(together(requests.map((request) => measureSide(request, sides))), measure);
  return { ...(await fitCodedCards(deck.cards, design.card, measureSides, codes && 'persona')), metrics };
}

interface SideContext extends FontMeasures {
  readonly deck: Deck;
  readonly design: Design;
  readonly metrics: CardMetrics;
}

function* measureSide({ card, side }: SideRequest, context: SideContext): Fitting<SideExtent> {
  const { deck, design, metrics } = context;
  if (side.kind === 'back') {
    const { text } = backPlaces(card, design.card, metrics, side.code);
    const paragraphs = backParagraphs(side, deck.environments, design, metrics);
    const extent: ParagraphsExtent = yield* measureParagraphs(paragraphs, text.width, text.height, context);
    return { ...sideExtent(extent, text.height), nameLines: 1, nameBroken: false };
  }
  const { text } = frontPlaces(card, design.card, metrics, side.code);
  const paragraphs = frontParagraphs(side, deck.direction, design);
  const name: ParagraphsExtent = yield* measureParagraphs([nameParagraph(card, side)], text.width, Infinity, context);
  const available = text.height - name.height - (paragraphs[0]?.spaceBefore ?? 0);
  const extent: ParagraphsExtent = yield* measureParagraphs(paragraphs, text.width, available, context);
  const own = sideExtent(extent, available);
  return {
    ...own,
    // A summary of nothing but spaces is a unit without a line.
    bottoms: side.summary === '' ? [pt(0), ...own.bottoms] : own.bottoms,
    nameLines: name.lines,
    nameBroken: name.broken,
  };
}

function sideExtent(
  { bottoms, broken }: ParagraphsExtent,
  available: number,
): Omit<SideExtent, 'nameLines' | 'nameBroken'> {
  return { available: pt(available), bottoms: bottoms.map(pt), broken };
}
