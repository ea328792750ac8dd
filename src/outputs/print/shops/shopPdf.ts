import { type Mm, mm, mmToPt, pt } from '../../../design/units.ts';
import { digestOf, digestOfEach } from '../../digest.ts';
import type { RenderContext, Task } from '../../task.ts';
import { type CardPage, cardPages } from '../cardsDocument.ts';
import { finishPdf } from '../pdf/finishPdf.ts';
import type { PageArea, PageBoxes } from '../pdf/pageBoxes.ts';
import { printCards } from '../printCards.ts';
import type { PrintInput, PrintSetup } from '../setup.ts';
import type { ShopOrder } from './order.ts';

/** `print/<shop>/cards.pdf`: a page for each side, with the bleed of the service and without links and marks. */
export function shopPdfTask(input: PrintInput, common: PrintSetup, order: ShopOrder): Task {
  const { deck, design, fonts, templates, policy } = input;
  const { shop, pdfx } = order;
  const setup: PrintSetup = { ...common, bleed: shop.bleed, backs: 'alternate', proof: false };
  const pages = inOrder(cardPages(input.cards, setup), shop.first);
  const boxes = shopBoxes(order);
  return {
    path: `print/${shop.name}/cards.pdf`,
    mediaType: 'application/pdf',
    key: digestOf(
      'shop',
      design.digest,
      fonts.digest,
      templates.digest,
      [deck.title, deck.summary, deck.environments],
      policy,
      setup,
      boxes,
      shop.first,
      pdfx === undefined ? '' : { profile: pdfx.profile?.sha256 ?? '' },
      digestOfEach(input.cards),
    ),
    sources: input.sources.all,
    render: async (context) => {
      const printed = await printCards(input, setup, pages, context, () => undefined);
      const { title, summary } = deck;
      const finish = { title, ...(summary === undefined ? {} : { subject: summary }), boxes, expectedLinks: [] };
      const finished = finishPdf(printed, finish);
      return pdfx === undefined ? finished : converted(finished, order, context);
    },
  };
}

async function converted(pdf: Uint8Array, { pdfx }: ShopOrder, { signal }: RenderContext): Promise<Uint8Array> {
  const { toPdfx } = await import('../../../ghostscript/pdfx.ts');
  const profile = pdfx?.profile;
  const made = await toPdfx(pdf, { signal, ...(profile === undefined ? {} : { profile }) });
  const { checkConversion } = await import('./checkConversion.ts');
  await checkConversion(pdf, made);
  return made;
}

/** Pages come as front and back by turns; some services want the back first. */
function inOrder(pages: readonly CardPage[], first: 'front' | 'back'): CardPage[] {
  if (first === 'front') return [...pages];
  return pages.flatMap((page, index) => (index % 2 === 0 ? [pages[index + 1] ?? page, page] : []));
}

/** The page ends where the bleed does; the trim lies inside it. */
function shopBoxes({ shop: { bleed }, page }: ShopOrder): PageBoxes {
  const whole = area(mm(0), mm(page.width + 2 * bleed), mm(page.height + 2 * bleed));
  return { media: whole, bleed: whole, trim: area(bleed, page.width, page.height) };
}

const area = (inset: Mm, width: Mm, height: Mm): PageArea => ({
  left: pt(mmToPt(inset)),
  top: pt(mmToPt(inset)),
  width: mmToPt(width),
  height: mmToPt(height),
});
