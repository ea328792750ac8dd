import type { Pages } from '../browser/pool.ts';
import type { Design } from '../design/design.ts';
import { mm } from '../design/units.ts';
import { bringsGround } from '../html/codeView.ts';
import { qrCodeSize } from '../html/qrCode.ts';
import { cardShell } from '../html/shell.ts';
import { placesMeasurer } from '../html/measurePlaces.ts';
import { sideMeasurer } from '../html/measureSides.ts';
import { textMeasurer } from '../html/measureText.ts';
import { wordMeasurer } from '../html/measureWords.ts';
import { fitIndex, type IndexRequest, type MeasureIndex } from '../layout/cards/fitIndex.ts';
import type { FittedCard, IndexSide, MeasureSides, SideRequest, WideSide } from '../layout/cards/model.ts';
import { fitWide, type WideCard } from '../layout/cards/fitWide.ts';
import { type MeasurePlaces, type PlacesOfSides, type PlacesRequest, placesOf } from '../layout/cards/places.ts';
import { type Arrange, arrangeWithElk } from '../layout/diagrams/elk.ts';
import { layoutDiagrams } from '../layout/diagrams/layoutDiagrams.ts';
import type { Diagram } from '../layout/diagrams/model.ts';
import { layoutMatrices } from '../layout/matrices/layoutMatrices.ts';
import type { PlacedMatrix } from '../layout/matrices/model.ts';
import type { MeasureText, MeasureWords } from '../layout/measure.ts';
import { type CodedCards, fitCodedCards } from '../layout/cards/fitCodes.ts';
import { type LinkTarget, resolve } from '../deck/links.ts';
import type { CodeMetrics, FittedCardSlides } from '../layout/cardSlides/model.ts';
import { fitCardSlides } from '../layout/cardSlides/fitCardSlides.ts';
import { fitSlides } from '../layout/slides/fitSlides.ts';
import type { FittedSlides, SlidePlan } from '../layout/slides/model.ts';
import { digestOf } from '../outputs/digest.ts';
import type { OutputName } from '../schema/settings.ts';
import { drawsCards } from './choices.ts';
import type { Measurements } from './measurements.ts';
import type { Prepared } from './prepare.ts';

/** A deck whose sizes are chosen and continuations made, as far as the chosen outputs need it. */
export interface FittedDeck {
  readonly cards?: CodedCards;
  /** Where the sides of `cards` show what links lead on from, when pictures are made of them. */
  readonly places?: PlacesOfSides;
  /** Cards on wide pictures, when some are made. */
  readonly wide?: { readonly cards: readonly WideCard[]; readonly places: PlacesOfSides };
  /** Cards of other designs, which print services ask for. */
  readonly others: ReadonlyMap<Design, CodedCards>;
  /** Sides that list the deck, in each design that is printed; none where no list is. */
  readonly lists: ReadonlyMap<Design, readonly IndexSide[]>;
  readonly slides?: FittedSlides;
  /** Cards as slides that are paper have them. */
  readonly cardSlides?: FittedCardSlides;
  /** Pictures of the work in the fonts of the design, when an output shows them; in the order of the deck's graphs. */
  readonly diagrams: readonly Diagram[];
  /** The deck's matrices as pictures, when an output has them. */
  readonly matrices: readonly PlacedMatrix[];
  /** The same as `diagrams` in the fonts of the workshop deck. */
  readonly slideDiagrams: readonly Diagram[];
}

/** Measures with the theme's real fonts; what was measured before needs no browser. */
export async function fit(
  prepared: Prepared,
  outputs: readonly OutputName[],
  pages: Pages,
  measurements: Measurements,
  plan: SlidePlan,
): Promise<FittedDeck> {
  const { deck, design, workshop } = prepared;
  const cards = measurersFor(prepared, prepared, pages, measurements);
  const slides = workshop.design === design ? cards : measurersFor(workshop, prepared, pages, measurements);
  const others = new Map<Design, CodedCards>();
  const lists = new Map<Design, readonly IndexSide[]>();
  const withList = prepared.print.extra.index && outputs.includes('print');
  if (withList) lists.set(design, await fitIndex(deck, design, cards.measureIndex));
  for (const other of new Set(prepared.shops.map((order) => order.design))) {
    if (other === design) continue;
    const { measureSides, measureIndex } = measurersFor(
      { design: other, fonts: prepared.fonts },
      prepared,
      pages,
      measurements,
    );
    others.set(other, await fitCodedCards(deck.cards, other.card, measureSides, prepared.codes));
    if (withList) lists.set(other, await fitIndex(deck, other, measureIndex));
  }
  const drawn = drawsCards(outputs);
  const fitted =
    outputs.includes('print') || drawn
      ? await fitCodedCards(deck.cards, design.card, cards.measureSides, prepared.codes)
      : undefined;
  const arrange: Arrange = measurements.remember('diagram', arrangeWithElk);
  const place = (measureWords: MeasureWords): Promise<Diagram[]> =>
    layoutDiagrams(deck.graphs, deck, measureWords, arrange);
  const diagrams = outputs.some(showsDiagrams) ? await place(cards.measureWords) : [];
  const isPlaced = slides === cards && outputs.some(showsDiagrams);
  const slideDiagrams = !outputs.includes('pptx') ? [] : isPlaced ? diagrams : await place(slides.measureWords);
  return {
    others,
    lists,
    diagrams,
    matrices: outputs.includes('diagrams')
      ? await layoutMatrices(deck.matrices, deck, design.labels, cards.measureWords)
      : [],
    slideDiagrams,
    ...(fitted && { cards: fitted }),
    ...(fitted && drawn ? { places: await findPlaces(fitted.cards.flatMap(sidesOf), cards.measurePlaces) } : {}),
    ...(prepared.wide === undefined ? {} : { wide: await fitWideCards(prepared, prepared.wide, pages, measurements) }),
    ...(outputs.includes('pptx')
      ? {
          slides: await fitSlides(deck, workshop.design, slides.measureText, plan, workshop.format, slideDiagrams),
          cardSlides: await fitCardSlides(deck, design, cards.measureText, codeMetrics(prepared)),
        }
      : {}),
  };
}

/** Outputs other than the workshop deck that show pictures of the work. */
const showsDiagrams = (output: OutputName): boolean => output === 'site' || output === 'wiki' || output === 'diagrams';

function sidesOf({ card, number, count, front, back }: FittedCard): PlacesRequest[] {
  return [front, back].map((side) => ({ card, side, number, count }));
}

async function fitWideCards(
  prepared: Prepared,
  design: Design,
  pages: Pages,
  measurements: Measurements,
): Promise<NonNullable<FittedDeck['wide']>> {
  const measurers = measurersFor({ design, fonts: prepared.fonts }, prepared, pages, measurements);
  const cards = await fitWide(prepared.deck.cards, measurers.measureWide);
  const requests = cards.map(({ card, side }) => ({ card, side, number: 1, count: 1 }));
  return { cards, places: await findPlaces(requests, measurers.measurePlaces) };
}

/** Where each side shows what links lead on from. */
async function findPlaces(requests: readonly PlacesRequest[], measure: MeasurePlaces): Promise<PlacesOfSides> {
  const marked = await measure(requests);
  return new Map(
    requests.map((request, index) => {
      const boxes = marked[index];
      if (boxes === undefined) throw new Error('Fewer sides were measured than asked for');
      return [request.side, placesOf(request, boxes)];
    }),
  );
}

/** What the personas' QR codes take on slides. */
function codeMetrics({ deck, design, codes, policy }: Prepared): CodeMetrics | undefined {
  if (codes === undefined) return undefined;
  const sizeOf = (id: string): number => qrCodeSize(resolve({ kind: 'persona', id }, '', policy));
  return { ground: bringsGround(design), modules: Object.fromEntries(deck.cards.map(({ id }) => [id, sizeOf(id)])) };
}

/** What measures in the fonts and colours of a design. */
function measurersFor(
  { design, fonts }: Pick<Prepared, 'design' | 'fonts'>,
  { deck, templates, codes, policy }: Prepared,
  pages: Pages,
  measurements: Measurements,
): {
  measureSides: MeasureSides;
  measureWide: MeasureSides<WideSide>;
  measureIndex: MeasureIndex;
  measurePlaces: MeasurePlaces;
  measureText: MeasureText;
  measureWords: MeasureWords;
} {
  const shell = cardShell(design, fonts, templates, { title: deck.title, bleed: mm(0) });
  const context = digestOf(
    design.digest,
    fonts.digest,
    templates.digest,
    deck.title,
    deck.environments,
    // A code is as large as its address is long.
    ...(codes === undefined ? [] : [policy]),
  );
  const painting = {
    design,
    templates,
    deckTitle: deck.title,
    environments: deck.environments,
    // A link's address takes no room, so any one will do.
    href: () => undefined,
    address: (target: LinkTarget) => resolve(target, '', policy),
    picture: () => undefined,
    bleed: mm(0),
    draft: true,
  };
  const measure = sideMeasurer(pages, shell, painting);
  return {
    measureSides: measurements.remember(`sides ${context}`, (requests: readonly SideRequest[]) => measure(requests)),
    measureWide: measurements.remember(`wide ${context}`, (requests: readonly SideRequest<WideSide>[]) =>
      measure(requests),
    ),
    measureIndex: measurements.remember(`list ${context}`, (requests: readonly IndexRequest[]) => measure(requests)),
    measurePlaces: measurements.remember(`places ${context}`, placesMeasurer(pages, shell, painting)),
    measureText: measurements.remember(`text ${context}`, textMeasurer(pages, shell)),
    measureWords: measurements.remember(`words ${context}`, wordMeasurer(pages, shell)),
  };
}
