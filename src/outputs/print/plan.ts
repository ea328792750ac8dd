import { resolve } from '../../deck/links.ts';
import { mm, mmToPt } from '../../design/units.ts';
import { bleed, printerMargin } from '../../design/sizes.ts';
import { impose, sheetsOf } from '../../layout/imposition.ts';
import type { Shell } from '../../browser/pool.ts';
import type { CardPainting } from '../../html/cards.ts';
import { type CardInput, paintingOf } from '../cardInput.ts';
import { digestOf } from '../digest.ts';
import type { Task } from '../task.ts';
import { cardsBody, cardsShell } from './cardsDocument.ts';
import { sheetsBody, sheetsShell } from './sheetsDocument.ts';
import { finishPdf, type PageBoxes } from './pdf/finishPdf.ts';
import { placeholderLink } from './pdf/placeholderLink.ts';

/** `cards.pdf`, one card side a page with bleed; `sheets.pdf`, cards imposed on paper for cutting. */
export function planPrint(input: CardInput): Task[] {
  const { card, paper } = input.design;
  const imposition = impose({ card, paper, bleed, margin: printerMargin });
  const sheets = imposition && sheetsOf(imposition, input.cards.length);
  return [
    pdfTask(input, 'cards.pdf', cardsShell(input), (painting) => cardsBody(painting, input.cards), cardBoxes(input)),
    ...(imposition === undefined || sheets === undefined
      ? []
      : [
          pdfTask(
            input,
            'sheets.pdf',
            sheetsShell(input, imposition),
            (painting) => sheetsBody(painting, input.cards, imposition, sheets),
            paperBoxes(imposition.paper.width, imposition.paper.height),
          ),
        ]),
  ];
}

function pdfTask(
  input: CardInput,
  path: string,
  shell: Shell,
  body: (painting: CardPainting) => string,
  boxes: PageBoxes,
): Task {
  const { deck, design, fonts, templates, policy, cards } = input;
  return {
    path,
    mediaType: 'application/pdf',
    key: digestOf(
      path,
      design.digest,
      fonts.digest,
      templates.digest,
      deck.title,
      deck.environments,
      policy,
      boxes,
      cards,
    ),
    sources: input.sources.all,
    render: async ({ pages }) => {
      const painting = await paintingOf(input, cards, bleed, (target) =>
        placeholderLink(resolve(target, path, policy)),
      );
      const html = body(painting);
      const pdf = await pages.withPage(shell, async (page) => {
        await page.setContent(html);
        return page.print();
      });
      return finishPdf(pdf, { title: deck.title, subject: deck.summary ?? '', boxes });
    },
  };
}

/** The page is the card with its bleed; the trim lies inside it. */
function cardBoxes({ design }: CardInput): PageBoxes {
  const width = mmToPt(mm(design.card.width + 2 * bleed));
  const height = mmToPt(mm(design.card.height + 2 * bleed));
  const inset = mmToPt(bleed);
  return {
    media: [0, 0, width, height],
    bleed: [0, 0, width, height],
    trim: [inset, inset, width - inset, height - inset],
  };
}

function paperBoxes(width: number, height: number): PageBoxes {
  const box = [0, 0, mmToPt(mm(width)), mmToPt(mm(height))] as const;
  return { media: box, bleed: box, trim: box };
}
