import type { Card } from '../../deck/model.ts';
import { type Fitting, together } from './batch.ts';
import type { DeckContext } from './deckContext.ts';
import { fitPlace, fitText, plain } from './fitText.ts';
import { box } from '../box.ts';
import type { Box } from '../box.ts';
import type { CoverFigure, CoverSlide, FittedText, Paragraph } from './model.ts';
import { oneLine } from './oneLine.ts';

/** The deck's title above the figures of its personas. */
export function* fitCover(context: DeckContext): Fitting<CoverSlide> {
  const { deck, labels, format, typography } = context;
  const { cover: frame } = format;
  const subtitle = oneLine(deck.summary ?? labels.workshopSubtitle);
  const [title, sub] = yield* together<FittedText>([
    fitPlace(frame.title, [plain(context.uniqueTitle(deck.title, '1', 1))], typography),
    fitPlace(frame.subtitle, [plain(subtitle)], typography),
  ]);
  const figures = yield* together(placesOf(deck.cards, frame.figures).map((place) => fitFigure(place, context)));
  return {
    kind: 'cover',
    section: 'cover',
    key: 'cover',
    page: 1,
    title: title as FittedText,
    subtitle: sub as FittedText,
    figures,
  };
}

/** A row of figures with names, or two rows of smaller ones with ids only; of larger decks the first personas. */
const oneRow = { most: 7, side: 120, gap: 24, caption: 64 } as const;
const twoRows = { most: 16, side: 76, gap: 32, caption: 20 } as const;
const CAPTION_GAP = 4;

interface Place {
  readonly card: Card;
  readonly box: Box;
  readonly caption: Box;
  readonly named: boolean;
}

function placesOf(cards: readonly Card[], frame: Box | undefined): Place[] {
  if (frame === undefined) return [];
  const named = cards.length <= oneRow.most;
  const { most, side: largest, gap, caption } = named ? oneRow : twoRows;
  const shown = cards.slice(0, most);
  const columns = Math.max(1, named ? shown.length : Math.ceil(shown.length / 2));
  const side = Math.min(largest, (frame.width + gap) / columns - gap);
  const { x: left, y: top } = frame;
  return shown.map((card, index): Place => {
    const x = left + (index % columns) * (side + gap);
    const y = top + Math.floor(index / columns) * (side + caption + 2 * CAPTION_GAP);
    return {
      card,
      named,
      box: box(x, y, side, side),
      caption: box(x, y + side + CAPTION_GAP, side + gap - CAPTION_GAP, caption),
    };
  });
}

function* fitFigure(
  { card, box: place, caption, named }: Place,
  { format, typography }: DeckContext,
): Fitting<CoverFigure> {
  const id: Paragraph = {
    role: 'plain',
    runs: [{ text: oneLine(card.id), bold: true, slide: `persona:${card.id}`, tip: oneLine(card.name) }],
  };
  const paragraphs = named ? [id, plain(oneLine(card.name))] : [id];
  const fitted = yield* fitText(
    caption,
    paragraphs,
    { font: 'body', bold: false },
    format.sizes.accessTable,
    typography,
  );
  return { card, box: place, caption: fitted };
}
