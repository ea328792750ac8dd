import { resolve } from '../../deck/links.ts';
import { type Mm, mm, mmToPt, pt } from '../../design/units.ts';
import { impose } from '../../layout/imposition/impose.ts';
import { withExtraCards } from '../../layout/cards/extraCards.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import type { Imposition } from '../../layout/imposition/model.ts';
import { sheetsOf } from '../../layout/imposition/sheets.ts';
import type { Shell } from '../../browser/pool.ts';
import type { CardPainting } from '../../html/cards.ts';
import { type CardInput, paintingOf } from '../cardInput.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { cardPages, cardsBody, cardsShell } from './cardsDocument.ts';
import { sheetsBody, sheetsShell } from './sheetsDocument.ts';
import { evenRuns } from './evenRuns.ts';
import { inkedInput } from './ink.ts';
import { finishPdf } from './pdf/finishPdf.ts';
import { joinPdfs } from './pdf/joinPdfs.ts';
import type { PageArea, PageBoxes } from './pdf/pageBoxes.ts';
import { placeholderLink } from './pdf/placeholderLink.ts';
import { printParts } from './printParts.ts';
import { impositionOptions, paintedBleed, type PrintInput, type PrintSetup } from './setup.ts';
import { type Volume, volumesOf } from './volumes.ts';

/**
 * For each page, Chromium goes through all that the document paints: a thousand cards in one print took 67 seconds, in
 * parts of 25 to 60 cards about 7. Smaller parts are no quicker, and each brings its own fonts.
 */
const CARDS_A_PART = 40;

/** `cards.pdf`, one card side a page with bleed; `sheets.pdf`, cards imposed on paper for cutting. Large decks have volumes. */
export function planPrint(unprinted: CardInput, setup: PrintSetup): Task[] {
  const { cards, list = [], design } = unprinted;
  const input = inkedInput({ ...unprinted, cards: withExtraCards(cards, setup.extra, list, design) }, setup);
  const imposition = impose(impositionOptions(input.design, setup));
  return [
    ...volumesOf('cards', input.cards).map((volume) => cardsTask(input, setup, volume)),
    ...(imposition === undefined
      ? []
      : volumesOf('sheets', input.cards, imposition.slots.length).map((volume) =>
          sheetsTask(input, setup, imposition, volume),
        )),
  ];
}

function cardsTask(input: PrintInput, setup: PrintSetup, volume: Volume<PrintedCard>): Task {
  return pdfTask(input, setup, {
    volume,
    shell: cardsShell(input, setup),
    bodies: evenRuns(cardPages(volume.cards, setup), 2 * CARDS_A_PART).map(
      (pages) => (painting) => cardsBody(painting, pages, setup),
    ),
    boxes: cardBoxes(input, setup),
  });
}

function sheetsTask(input: PrintInput, setup: PrintSetup, imposition: Imposition, volume: Volume<PrintedCard>): Task {
  const sheets = sheetsOf(imposition, volume.cards.length);
  return pdfTask(input, setup, {
    volume,
    shell: sheetsShell(input, imposition, setup),
    bodies: evenRuns(sheets, sidesAPart(imposition)).map(
      (run) => (painting) => sheetsBody(painting, volume.cards, imposition, run, setup),
    ),
    boxes: paperBoxes(imposition.paper.width, imposition.paper.height),
  });
}

/** Both sides of all cards of a part. */
function sidesAPart({ slots }: Imposition): number {
  return 2 * Math.max(1, Math.floor(CARDS_A_PART / slots.length));
}

interface PdfPlan {
  readonly volume: Volume<PrintedCard>;
  readonly shell: Shell;
  readonly bodies: readonly ((painting: CardPainting) => string)[];
  readonly boxes: PageBoxes;
}

function pdfTask(input: PrintInput, setup: PrintSetup, { volume, shell, bodies, boxes }: PdfPlan): Task {
  const { deck, design, fonts, templates, policy } = input;
  const { path, mark, cards } = volume;
  const title = mark === '' ? deck.title : `${deck.title} (${mark})`;
  return {
    path,
    mediaType: 'application/pdf',
    key: digestOf(
      path,
      design.digest,
      fonts.digest,
      templates.digest,
      title,
      deck.environments,
      policy,
      setup,
      boxes,
      cards,
    ),
    sources: input.sources.all,
    render: async ({ pages }) => {
      const links: string[] = [];
      const painting = await paintingOf(input, cards, paintedBleed(setup), (target) => {
        const href = resolve(target, path, policy);
        links.push(href);
        return placeholderLink(href);
      });
      const printed = joinPdfs(
        await printParts(
          pages,
          shell,
          bodies.map((body) => () => body(painting)),
        ),
      );
      return finishPdf(printed, {
        title,
        ...(deck.summary === undefined ? {} : { subject: deck.summary }),
        boxes,
        expectedLinks: links,
      });
    },
  };
}

/** The page is the card with its bleed; the trim lies inside it. */
function cardBoxes({ design }: PrintInput, { bleed }: PrintSetup): PageBoxes {
  const width = mmToPt(mm(design.card.width + 2 * bleed));
  const height = mmToPt(mm(design.card.height + 2 * bleed));
  const inset = mmToPt(bleed);
  return {
    media: area(0, 0, width, height),
    bleed: area(0, 0, width, height),
    trim: area(inset, inset, width - 2 * inset, height - 2 * inset),
  };
}

function paperBoxes(width: Mm, height: Mm): PageBoxes {
  return { media: area(0, 0, mmToPt(width), mmToPt(height)) };
}

const area = (left: number, top: number, width: number, height: number): PageArea => ({
  left: pt(left),
  top: pt(top),
  width: pt(width),
  height: pt(height),
});
