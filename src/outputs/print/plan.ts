import { resolve } from '../../deck/links.ts';
import { mm, mmToPt, pt } from '../../design/units.ts';
import { impose } from '../../layout/imposition/impose.ts';
import { withExtraCards } from '../../layout/cards/extraCards.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import type { Imposition } from '../../layout/imposition/model.ts';
import type { CardInput } from '../cardInput.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { cardPages, pageOf } from './cardsDocument.ts';
import { imposedSheets } from './imposedSheets.ts';
import { inkedInput } from './ink.ts';
import { finishPdf } from './pdf/finishPdf.ts';
import { imposePdf } from './pdf/imposePdf.ts';
import type { PageArea, PageBoxes } from './pdf/pageBoxes.ts';
import { placeholderLink } from './pdf/placeholderLink.ts';
import { printCards } from './printCards.ts';
import { impositionOptions, type PrintInput, type PrintSetup } from './setup.ts';
import { type Volume, volumesOf } from './volumes.ts';

/** `cards.pdf`, one card side a page with bleed; `sheets.pdf`, cards imposed on paper for cutting. Large decks have volumes. */
export function planPrint(unprinted: CardInput, setup: PrintSetup): Task[] {
  const { cards, list = [], design } = unprinted;
  const input = inkedInput({ ...unprinted, cards: withExtraCards(cards, setup.extra, list, design) }, setup);
  const imposition = impose(impositionOptions(input.design, setup));
  // Both have the same volumes, since sheets are made of the pages of cards.
  const volumes = volumesOf(input.cards, imposition?.slots.length);
  return [
    ...volumes.map((volume) => cardsTask(input, setup, volume)),
    ...(imposition === undefined ? [] : volumes.map((volume) => sheetsTask(input, setup, imposition, volume))),
  ];
}

function cardsTask(input: PrintInput, setup: PrintSetup, volume: Volume<PrintedCard>): Task {
  const { deck, policy } = input;
  const path = `cards${volume.suffix}.pdf`;
  const boxes = cardBoxes(input, setup);
  return {
    path,
    mediaType: 'application/pdf',
    key: keyOf(input, setup, path, volume, boxes),
    sources: input.sources.all,
    render: async (context) => {
      const links: string[] = [];
      const printed = await printCards(input, setup, cardPages(volume.cards, setup), context, (target) => {
        const href = resolve(target, path, policy);
        links.push(href);
        return placeholderLink(href);
      });
      return finishPdf(printed, {
        title: volume.mark === '' ? deck.title : `${deck.title} (${volume.mark})`,
        ...(deck.summary === undefined ? {} : { subject: deck.summary }),
        boxes,
        expectedLinks: links,
      });
    },
  };
}

/** Made of the pages of `cards.pdf`; where those show the lines of a proof, of pages that do not. */
function sheetsTask(input: PrintInput, setup: PrintSetup, imposition: Imposition, volume: Volume<PrintedCard>): Task {
  const { design } = input;
  const cards = cardsTask(input, { ...setup, proof: false }, volume);
  const path = `sheets${volume.suffix}.pdf`;
  const count = volume.cards.length;
  const make = (bytes: Uint8Array): Promise<Uint8Array> =>
    imposePdf(
      bytes,
      imposedSheets(imposition, design.card, count, setup.backOffset, (card, face) => pageOf(card, face, count, setup)),
    );
  return {
    path,
    mediaType: 'application/pdf',
    key: keyOf(input, setup, path, volume, imposition),
    sources: input.sources.all,
    ...(setup.proof ? {} : { from: { path: cards.path, make } }),
    render: async (context) => make(await cards.render(context)),
  };
}

function keyOf(
  { design, fonts, templates, deck, policy }: PrintInput,
  setup: PrintSetup,
  path: string,
  { mark, cards }: Volume<PrintedCard>,
  pages: PageBoxes | Imposition,
): string {
  const { title, environments } = deck;
  return digestOf(
    path,
    design.digest,
    fonts.digest,
    templates.digest,
    title,
    mark,
    environments,
    policy,
    setup,
    pages,
    cards,
  );
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

const area = (left: number, top: number, width: number, height: number): PageArea => ({
  left: pt(left),
  top: pt(top),
  width: pt(width),
  height: pt(height),
});
