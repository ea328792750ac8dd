import type { Shell } from '../../browser/pool.ts';
import { bleed } from '../../design/sizes.ts';
import { sideHtml, type CardPainting } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { FittedCard } from '../../layout/cards/model.ts';
import type { CardInput } from '../cardInput.ts';

/** Nothing is laid out for a screen: Chromium would do it once more before it prints, for nothing. */
export const PRINT_ONLY = '@media screen{body{display:none}}';

/** One card side a page, the page being the trim plus bleed on every edge. */
export function cardsShell({ design, fonts, templates, deck }: CardInput): Shell {
  const { width, height } = design.card;
  const css =
    `${PRINT_ONLY}@page{size:${width + 2 * bleed}mm ${height + 2 * bleed}mm;margin:0}` +
    `.page-of-one{contain:strict;position:relative;width:${width + 2 * bleed}mm;height:${height + 2 * bleed}mm;overflow:hidden;break-after:page;background:var(--surface)}` +
    `.page-of-one:last-child{break-after:auto}.page-of-one>.card{position:absolute;left:${bleed}mm;top:${bleed}mm}`;
  return cardShell(design, fonts, templates, { title: deck.title, bleed, css });
}

/** Fronts and backs alternate. */
export function cardsBody(painting: CardPainting, cards: readonly FittedCard[]): string {
  return cards
    .flatMap(({ card, front, back, number, count }) =>
      [front, back].map(
        (side) => `<section class="page-of-one">${sideHtml(painting, card, side, number, count)}</section>`,
      ),
    )
    .join('');
}
