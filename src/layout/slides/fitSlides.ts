import type { Deck } from '../../deck/model.ts';
import type { Design } from '../../design/design.ts';
import type { Diagram } from '../diagrams/model.ts';
import type { SlideSection } from '../../schema/settings.ts';
import type { MeasureText } from '../measure.ts';
import { fitAbout } from './aboutSlide.ts';
import { fitAccess } from './accessSlides.ts';
import { type Fitting, measured, together } from './batch.ts';
import { fitBlanks } from './blankSlides.ts';
import { fitCover } from './coverSlide.ts';
import { fitDecisions } from './decisionsSlide.ts';
import { fitDiagram, fitHighlights } from './diagramSlides.ts';
import { type DeckContext, deckContext } from './deckContext.ts';
import { fitFindings } from './findingSlides.ts';
import type { SlideFormat } from './format/model.ts';
import { fitHome } from './home.ts';
import { fitMatrix } from './matrixSlides.ts';
import { mirroredSlide } from './mirror.ts';
import type { FittedSlide, FittedSlides, SlidePlan } from './model.ts';
import { fitOverview } from './overviewSlides.ts';
import { fitPersona } from './personaSlides.ts';

/**
 * Places every text of a deck on slides, section by section: a slide a persona, a slide a component, matrices, and
 * continuations where the smallest size (12 pt) is still too large. `diagrams` are the deck's pictures, laid out in the
 * design's fonts. `measure` is called a handful of times for every
 * fifty personas.
 */
export async function fitSlides(
  deck: Deck,
  design: Design,
  measure: MeasureText,
  plan: SlidePlan,
  format: SlideFormat,
  diagrams: readonly Diagram[] = [],
): Promise<FittedSlides> {
  const slides = await measured(fitDeck(deck, design, plan, format, diagrams), measure);
  return {
    format,
    slides: deck.direction === 'rtl' ? slides.map((slide) => mirroredSlide(slide, format.width)) : slides,
  };
}

function* fitDeck(
  deck: Deck,
  design: Design,
  plan: SlidePlan,
  format: SlideFormat,
  diagrams: readonly Diagram[],
): Fitting<FittedSlide[]> {
  const context = deckContext(deck, design, format, plan.sections);
  // The cover goes first by itself: it has the first right to the deck's name as a title.
  const cover = plan.sections.includes('cover') ? [yield* fitCover(context)] : [];
  const home = yield* fitHome(context);
  // What stands for itself, then personas and components: all are fitted side by side.
  const fittings = plan.sections.flatMap((section) =>
    fittingsOf(section, plan, diagrams, context).map((fitting) => ({ section, fitting })),
  );
  const fitted = yield* together<FittedSlide[]>(fittings.map(({ fitting }) => fitting));
  const slides = plan.sections.flatMap((section) =>
    section === 'cover' ? cover : fitted.filter((_slides, index) => fittings[index]?.section === section).flat(),
  );
  return slides.map((slide) => (home === undefined || !leadsHome(slide) ? slide : { ...slide, home }));
}

function fittingsOf(
  section: SlideSection,
  { findings }: SlidePlan,
  diagrams: readonly Diagram[],
  context: DeckContext,
): Fitting<FittedSlide[]>[] {
  const { deck } = context;
  switch (section) {
    case 'cover':
      return [];
    case 'about':
      return [fitAbout(context)];
    case 'overview':
      return [fitOverview(context)];
    case 'personas':
      return deck.cards.map((card) => fitPersona(card, context));
    case 'flows':
      return diagrams.filter(({ kind }) => kind === 'flow').map((diagram) => fitDiagram(diagram, context));
    case 'architectures':
      return diagrams.filter(({ kind }) => kind === 'architecture').map((diagram) => fitDiagram(diagram, context));
    case 'highlights':
      return deck.cards.map((card) => fitHighlights(card, diagrams, context));
    case 'processes':
    case 'skills':
    case 'teams':
    case 'components':
    case 'responsibilities':
      return deck.matrices.filter(({ kind }) => kind === section).map((matrix) => fitMatrix(matrix, context));
    case 'access':
      return deck.access.map((table) => fitAccess(table, context));
    case 'findings':
      return [fitFindings(findings, context)];
    case 'blank':
      return [fitBlanks(context)];
    case 'decisions':
      return [fitDecisions(context)];
  }
}

function leadsHome({ section }: FittedSlide): boolean {
  return section !== 'cover' && section !== 'about' && section !== 'overview';
}
