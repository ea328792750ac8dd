import type { Shell } from '../../../browser/pool.ts';
import { cardVersion } from '../../../deck/cardVersion.ts';
import { isLandscape } from '../../../design/sizes.ts';
import { SHOP_DPI } from '../../../design/shops.ts';
import { type Mm, mm } from '../../../design/units.ts';
import { sideHtml } from '../../../html/cards.ts';
import { cardShell } from '../../../html/shell.ts';
import { textExtentInPage } from '../../../html/textExtent.ts';
import type { PrintedCard } from '../../../layout/cards/model.ts';
import { paintingOf } from '../../cardInput.ts';
import { digestOf } from '../../digest.ts';
import type { RenderContext, Task } from '../../task.ts';
import type { PrintInput } from '../setup.ts';
import type { ShopOrder } from './order.ts';
import { insetsOf, TEXT_INSETS, turnedInsets } from './textInsets.ts';

const PX_PER_DOT = 96 / SHOP_DPI;
const MM_PER_DOT = 25.4 / SHOP_DPI;

/**
 * Turns of landscape cards, which services print upright: fronts clockwise and backs the other way, so that a card is
 * turned over like a page.
 */
const turnsOf = { front: 1, back: 3 } as const;

/** Which dots of the picture the card takes. Whole ones, so that lines and codes are drawn on the grid. */
interface Place {
  readonly width: number;
  readonly height: number;
  /** From the picture's edge to the cut, at the left and at the top. */
  readonly offset: number;
}

/**
 * `print/<shop>/fronts/001-front-<stem>.png` and `backs/001-back-<stem>.png`: names in the order of the deck, so that
 * both folders can be uploaded as they are.
 */
export function shopPngTasks(input: PrintInput, order: ShopOrder): Task[] {
  const place = {
    width: order.page.dots.width,
    height: order.page.dots.height,
    offset: Math.floor(order.shop.bleed / MM_PER_DOT + 1e-6),
  };
  const bleed = paintedBleed(order);
  const shell = pictureShell(input, place, bleed);
  const digits = Math.max(3, String(input.cards.length).length);
  const common = digestOf('shop', input.design.digest, input.fonts.digest, input.templates.digest, shell, place);
  return input.cards.flatMap((fitted, index) =>
    (['front', 'back'] as const).map((face): Task => {
      const number = String(index + 1).padStart(digits, '0');
      const { card } = fitted;
      const part = fitted.number === 1 ? '' : `-${fitted.number}`;
      return {
        path: `print/${order.shop.name}/${face}s/${number}-${face}-${card.stem}${part}.png`,
        mediaType: 'image/png',
        key: digestOf(
          common,
          face,
          fitted,
          cardVersion(card, input.deck),
          input.deck.title,
          input.deck.environments,
          input.policy,
        ),
        sources: input.sources.ofCard(card),
        persona: card.id,
        render: (context) => draw(input, fitted, face, { shell, place, bleed }, context),
      };
    }),
  );
}

/** A CSS px more than the picture shows, which cuts it off: else a hair of paper may show at its edge. */
function paintedBleed({ shop }: ShopOrder): Mm {
  return mm(((Math.ceil((shop.bleed / MM_PER_DOT) * PX_PER_DOT) + 1) * 25.4) / 96);
}

function pictureShell({ design, fonts, templates, deck }: PrintInput, place: Place, bleed: Mm): Shell {
  const [width, height] = [place.width, place.height].map((dots) => Math.ceil(dots * PX_PER_DOT));
  const offset = place.offset * PX_PER_DOT;
  const css =
    `.picture{contain:strict;position:relative;width:${width}px;height:${height}px;overflow:hidden;background:var(--surface)}` +
    `.picture>.card{position:absolute;left:0;top:0;transform:translate(${offset}px,${offset}px)}`;
  return cardShell(design, fonts, templates, { title: deck.title, bleed, css });
}

interface Canvas {
  readonly shell: Shell;
  readonly place: Place;
  readonly bleed: Mm;
}

async function draw(
  input: PrintInput,
  { card, number, count, ...fitted }: PrintedCard,
  face: 'front' | 'back',
  { shell, place: { width, height }, bleed }: Canvas,
  { pages }: RenderContext,
): Promise<Uint8Array> {
  const painting = await paintingOf(input, [{ card }], bleed, () => undefined);
  const html = `<section class="picture">${sideHtml(painting, card, fitted[face], number, count)}</section>`;
  const [png, extent] = await pages.withPage(shell, async (page) => {
    await page.setContent(html);
    const picture = await page.capture({
      width: width * PX_PER_DOT,
      height: height * PX_PER_DOT,
      scale: 1 / PX_PER_DOT,
    });
    return [picture, await page.evaluate(textExtentInPage)] as const;
  });
  const turns = isLandscape(input.design.card) ? turnsOf[face] : undefined;
  const insets = extent && turnedInsets(insetsOf(extent, { width, height }, PX_PER_DOT), turns);
  const { finishPng } = await import('../../../images/png.ts');
  return finishPng(png, {
    width,
    height,
    dpi: SHOP_DPI,
    ...(turns === undefined ? {} : { turns }),
    text: {
      Title: `${card.id} ${card.name}`.trim(),
      Source: input.deck.title,
      ...(insets === undefined ? {} : { [TEXT_INSETS]: JSON.stringify(insets) }),
    },
  });
}
