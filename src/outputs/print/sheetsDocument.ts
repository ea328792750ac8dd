import type { Shell } from '../../browser/pool.ts';
import { bleed } from '../../design/sizes.ts';
import { type CardPainting, sideHtml } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { FittedCard } from '../../layout/cards/model.ts';
import type { CropMark, Imposition, Sheet } from '../../layout/imposition.ts';
import type { CardInput } from '../cardInput.ts';
import { PRINT_ONLY } from './cardsDocument.ts';

/** Thin enough not to show on a card that was cut a hair off. */
const MARK_WIDTH = '0.25pt';

/** Several cards on each sheet of paper, crop marks around the grid. */
export function sheetsShell({ design, fonts, templates, deck }: CardInput, { paper }: Imposition): Shell {
  const { width, height } = design.card;
  const css =
    `${PRINT_ONLY}@page{size:${paper.width}mm ${paper.height}mm;margin:0}` +
    `.sheet{contain:strict;position:relative;width:${paper.width}mm;height:${paper.height}mm;overflow:hidden;break-after:page;background:#fff}` +
    `.sheet:last-child{break-after:auto}` +
    `.slot{position:absolute;width:${width + 2 * bleed}mm;height:${height + 2 * bleed}mm;overflow:hidden;background:var(--surface)}` +
    `.slot>.card{position:absolute;left:${bleed}mm;top:${bleed}mm}.marks{position:absolute;inset:0;width:100%;height:100%}`;
  return cardShell(design, fonts, templates, { title: deck.title, bleed, css });
}

export function sheetsBody(
  painting: CardPainting,
  cards: readonly FittedCard[],
  imposition: Imposition,
  sheets: readonly Sheet[],
): string {
  const marks = marksSvg(imposition);
  return sheets
    .map((sheet) => {
      const slots = sheet.placements.map(({ slot, card: index }) => {
        const fitted = cards[index] as FittedCard;
        const side = sheet.side === 'front' ? fitted.front : fitted.back;
        const place = `left:${slot.x - bleed}mm;top:${slot.y - bleed}mm`;
        return `<div class="slot" style="${place}">${sideHtml(painting, fitted.card, side, fitted.number, fitted.count)}</div>`;
      });
      return `<section class="sheet">${slots.join('')}${marks}</section>`;
    })
    .join('');
}

function marksSvg({ paper, marks }: Imposition): string {
  const line = ({ x1, y1, x2, y2 }: CropMark): string =>
    `M${x1.toFixed(3)} ${y1.toFixed(3)}L${x2.toFixed(3)} ${y2.toFixed(3)}`;
  return (
    `<svg class="marks" viewBox="0 0 ${paper.width} ${paper.height}" aria-hidden="true">` +
    `<path d="${marks.map(line).join('')}" fill="none" stroke="#000" style="stroke-width:${MARK_WIDTH};vector-effect:non-scaling-stroke"/></svg>`
  );
}
