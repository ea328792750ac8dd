import type { LinkPolicy } from '../../../deck/links.ts';
import type { Card, Deck } from '../../../deck/model.ts';
import type { Design } from '../../../design/design.ts';
import { fill } from '../../../design/locale.ts';
import { mirrored } from '../../../layout/box.ts';
import type { FittedCard } from '../../../layout/cards/model.ts';
import type { FittedCardSlides } from '../../../layout/cardSlides/model.ts';
import { type SheetFormat, sheetFormat } from '../../../layout/cardSlides/sheetFormat.ts';
import type { Imposition, Sheet } from '../../../layout/imposition/model.ts';
import { sheetsOf } from '../../../layout/imposition/sheets.ts';
import { officeLanguage } from '../composeDeck.ts';
import type { Color, DeckSpec, ElementSpec, RasterImage, SlideEntry, TextSpec } from '../slideSpec.ts';
import { type BackOffset, noShift, type Shift, shiftBy } from './backOffset.ts';
import { type CardContext, cardContext } from './cardContext.ts';
import { composeSide } from './composeSide.ts';
import { cutMarks } from './cutMarks.ts';

/** Paper is white, whatever the theme. */
const PAPER: Color = { hex: '#ffffff' };

/** The deck of sheets: slides that are paper, with cards in their true size. Pure. */
export function composeCardsSpec(
  deck: Deck,
  fitted: FittedCardSlides,
  imposition: Imposition,
  design: Design,
  policy: LinkPolicy,
  images: ReadonlyMap<string, RasterImage>,
  backOffset: BackOffset,
): DeckSpec {
  const format = sheetFormat(imposition);
  const sheets = sheetsOf(imposition, fitted.cards.length);
  const fronts = frontSheets(sheets, fitted.cards);
  const context = cardContext(deck, design, fitted, policy, images, ({ id }) => fronts.get(id));
  const composer: SheetComposer = {
    cards: fitted.cards,
    imposition,
    format,
    context,
    backShift: shiftBy(backOffset, imposition.paper),
  };
  return {
    title: deck.title,
    subject: design.labels.cardsSubtitle,
    language: officeLanguage(deck.language),
    rtl: deck.direction === 'rtl',
    width: format.width,
    height: format.height,
    ground: PAPER,
    layouts: format.layouts,
    textSizes: format.textSizes,
    slides: sheets.map((sheet, index) => entryOf(sheet, index, composer)),
    sections: [{ name: deck.title, count: sheets.length }],
  };
}

interface SheetComposer {
  readonly cards: readonly FittedCard[];
  readonly imposition: Imposition;
  readonly format: SheetFormat;
  readonly context: CardContext;
  readonly backShift: Shift;
}

const sheetKey = (index: number): string => `sheet:${index + 1}`;

/** Key of the slide on which a persona's first front is, by id. */
function frontSheets(sheets: readonly Sheet[], cards: readonly FittedCard[]): ReadonlyMap<Card['id'], string> {
  const keys = new Map<string, string>();
  for (const [index, { placements }] of sheets.entries()) {
    for (const { card: at, face } of placements) {
      const card = cards[at];
      if (card !== undefined && face === 'front' && card.number === 1) keys.set(card.card.id, sheetKey(index));
    }
  }
  return keys;
}

/** How to print is said once, on the first slide. */
function entryOf(sheet: Sheet, index: number, composer: SheetComposer): SlideEntry {
  const title = titleOf(sheet, index, composer);
  return {
    key: sheetKey(index),
    title,
    noted: index === 0,
    compose: () => ({
      layout: 'sheet',
      elements: elementsOf(sheet, title, composer),
      notes: index === 0 ? printingNotes(composer) : [],
    }),
  };
}

/** How to print it so that each back comes behind its front. */
function printingNotes({ imposition, context: { design } }: SheetComposer): string[] {
  const { guideCards, sidesLongEdge, sidesShortEdge, sidesFolded } = design.labels;
  const ways = { 'long-edge': sidesLongEdge, 'short-edge': sidesShortEdge, gutterfold: sidesFolded };
  return fill(guideCards, { sides: ways[imposition.duplex] }).split('\n');
}

function titleOf({ side }: Sheet, index: number, { context }: SheetComposer): string {
  const { labels } = context.design;
  if (side === 'both') return fill(labels.sheetBoth, { number: String(index + 1) });
  const number = String(Math.floor(index / 2) + 1);
  return fill(side === 'front' ? labels.sheetFronts : labels.sheetBacks, { number });
}

function elementsOf(sheet: Sheet, title: string, composer: SheetComposer): ElementSpec[] {
  const { cards, imposition, format, context, backShift } = composer;
  const shift = sheet.side === 'back' ? backShift : noShift;
  return [
    titleText(title, format, context),
    ...sheet.placements.flatMap((placement) => {
      const card = cards[placement.card];
      return card === undefined ? [] : [composeSide(card, placement, shift, context)];
    }),
    ...cutMarks(imposition, sheet.side, shift, onPaper(context)),
  ];
}

function titleText(title: string, { title: box, width }: SheetFormat, context: CardContext): TextSpec {
  const rtl = context.deck.direction === 'rtl';
  const dark = context.design.theme.mode === 'dark';
  return {
    kind: 'text',
    name: 'Title',
    placeholder: 'title',
    box: rtl ? mirrored(box, width) : box,
    anchor: 'top',
    paragraphs: [{ runs: [{ text: title, ...(dark ? { color: onPaper(context) } : {}) }], rtl }],
  };
}

/** What reads on white paper: the ground of dark themes. */
function onPaper({ palette, design }: CardContext): Color {
  return palette.token(design.theme.mode === 'dark' ? 'surface' : 'ink');
}
