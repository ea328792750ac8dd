import type { Shell } from '../../browser/pool.ts';
import { safeOf } from '../../design/sizes.ts';
import { sideHtml, type CardPainting } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import { paintedBleed, type PrintInput, type PrintSetup, wholePixels } from './setup.ts';

/**
 * Nothing is laid out for a screen: Chromium would do it once more before it prints, for nothing. Pages begin at the
 * left in any language: the paper may be printed a hair wider, and its left edge is where boxes are measured from.
 */
export const PRINT_ONLY = '@media screen{body{display:none}}html{direction:ltr}';

/** One side of a card on a page of its own. */
export interface CardPage {
  readonly fitted: PrintedCard;
  readonly face: 'front' | 'back';
}

/** Pages in the order that was chosen: fronts and backs by turns, or all fronts before all backs. */
export function cardPages(cards: readonly PrintedCard[], { backs }: PrintSetup): CardPage[] {
  const pages = (face: CardPage['face']): CardPage[] => cards.map((fitted) => ({ fitted, face }));
  const [fronts, behind] = [pages('front'), pages('back')];
  if (backs === 'after') return [...fronts, ...behind];
  return fronts.flatMap((front, index) => [front, behind[index] as CardPage]);
}

/** The page, from 0, on which `cardPages` of `count` cards has a side of the card with an index. */
export function pageOf(card: number, face: CardPage['face'], count: number, { backs }: PrintSetup): number {
  const behind = face === 'back' ? 1 : 0;
  return backs === 'after' ? card + behind * count : 2 * card + behind;
}

/**
 * One card side a page, the page being the trim plus bleed on every edge. Cards are moved there by a
 * transform: Chromium rounds places to whole pixels, and would put each text up to a quarter of a millimetre elsewhere.
 */
export function cardsShell({ design, fonts, templates, deck }: PrintInput, setup: PrintSetup): Shell {
  const { bleed } = setup;
  const { width, height } = design.card;
  // Up to a pixel larger than it gets to be, since Chromium may print a hair less than it is asked to.
  const size = [width, height].map((length) => `${wholePixels(length + 2 * bleed)}px`);
  const css =
    `${PRINT_ONLY}@page{size:${size.join(' ')};margin:0}` +
    `.page-of-one{contain:strict;position:relative;width:${size[0]};height:${size[1]};overflow:hidden;break-after:page;background:var(--surface)}` +
    `.page-of-one:last-child{break-after:auto}.page-of-one>.card{position:absolute;left:0;top:0;transform:translate(${bleed}mm,${bleed}mm)}` +
    `.proof{position:absolute;left:0;top:0}`;
  return cardShell(design, { ...fonts, faces: fonts.outlines }, templates, {
    title: deck.title,
    bleed: paintedBleed(setup),
    css,
  });
}

export function cardsBody(painting: CardPainting, pages: readonly CardPage[], setup: PrintSetup): string {
  const lines = setup.proof ? proofSvg(painting, setup) : '';
  return pages
    .map(({ fitted, face }) => {
      const { card, number, count } = fitted;
      return `<section class="page-of-one">${sideHtml(painting, card, fitted[face], number, count)}${lines}</section>`;
    })
    .join('');
}

/** Red where the card is cut, green around what is safe, blue where colour has to reach. */
function proofSvg({ design }: CardPainting, { bleed }: PrintSetup): string {
  const { width, height } = design.card;
  const rectangle = (inset: number, color: string, dash: string): string =>
    `<rect x="${inset}" y="${inset}" width="${width + 2 * bleed - 2 * inset}" height="${height + 2 * bleed - 2 * inset}" fill="none" stroke="${color}" style="${strokeStyle('0.5pt')}${dash}"/>`;
  return (
    `<svg class="proof" style="width:${width + 2 * bleed}mm;height:${height + 2 * bleed}mm" viewBox="0 0 ${width + 2 * bleed} ${height + 2 * bleed}" aria-hidden="true">` +
    rectangle(0, '#0050ff', ';stroke-width:1pt') +
    rectangle(bleed, '#e00000', '') +
    rectangle(bleed + safeOf(design.card), '#008a2e', ';stroke-dasharray:3pt 2pt') +
    `</svg>`
  );
}

/** A line of the same width whatever the drawing's scale. */
export const strokeStyle = (width: string): string => `stroke-width:${width};vector-effect:non-scaling-stroke`;
