import type { Shell } from '../../browser/pool.ts';
import { type CardPainting, sideHtml } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { FittedCard } from '../../layout/cards/model.ts';
import type { Imposition, Line, Placement, Sheet } from '../../layout/imposition/model.ts';
import type { CardInput } from '../cardInput.ts';
import { PRINT_ONLY, strokeStyle } from './cardsDocument.ts';
import type { BackOffset, PrintSetup } from './setup.ts';

/** Thin enough not to show on a card that was cut a hair off. */
const MARK_WIDTH = '0.25pt';

/** Several cards on each sheet of paper, guides to cut along around them. */
export function sheetsShell(
  { design, fonts, templates, deck }: CardInput,
  { paper }: Imposition,
  { bleed }: PrintSetup,
): Shell {
  const { width, height } = design.card;
  const css =
    `${PRINT_ONLY}@page{size:${paper.width}mm ${paper.height}mm;margin:0}` +
    `.sheet{contain:strict;position:relative;width:${paper.width}mm;height:${paper.height}mm;overflow:hidden;break-after:page;background:#fff}` +
    `.sheet:last-child{break-after:auto}.slot{position:absolute;overflow:hidden;background:var(--surface)}` +
    `.moved{position:absolute;inset:0}.laid{position:absolute;width:${width}mm;height:${height}mm}.marks{position:absolute;inset:0;width:100%;height:100%}`;
  return cardShell(design, fonts, templates, { title: deck.title, bleed, css });
}

export function sheetsBody(
  painting: CardPainting,
  cards: readonly FittedCard[],
  imposition: Imposition,
  sheets: readonly Sheet[],
  { backOffset }: PrintSetup,
): string {
  const marks = { front: marksSvg(imposition, imposition.marks), back: marksSvg(imposition, imposition.backMarks) };
  return sheets
    .map(({ side, placements }) => {
      const slots = placements.map((placement) => slotHtml(painting, cards, placement)).join('');
      const content = side === 'back' ? moved(`${slots}${marks.back}`, backOffset) : `${slots}${marks.front}`;
      return `<section class="sheet">${content}</section>`;
    })
    .join('');
}

/** The whole side, guides too, to where the printer has the front. */
function moved(content: string, { x, y, turn }: BackOffset): string {
  if (x === 0 && y === 0 && turn === 0) return content;
  return `<div class="moved" style="transform:translate(${x}mm,${y}mm) rotate(${turn}deg)">${content}</div>`;
}

/** The slot cuts off what reaches into the neighbour; the card in it is turned about its middle. */
function slotHtml(
  painting: CardPainting,
  cards: readonly FittedCard[],
  { slot, card: index, face }: Placement,
): string {
  const fitted = cards[index] as FittedCard;
  const { x, y, width, height, turn, bleed: reach } = slot;
  const { card } = painting.design;
  const box =
    `left:${x - reach.left}mm;top:${y - reach.top}mm;` +
    `width:${width + reach.left + reach.right}mm;height:${height + reach.top + reach.bottom}mm`;
  const laid =
    `left:${reach.left + (width - card.width) / 2}mm;top:${reach.top + (height - card.height) / 2}mm` +
    (turn === 0 ? '' : `;transform:rotate(${turn}deg)`);
  const html = sideHtml(painting, fitted.card, fitted[face], fitted.number, fitted.count);
  return `<div class="slot" style="${box}"><div class="laid" style="${laid}">${html}</div></div>`;
}

function marksSvg({ paper, fold }: Imposition, marks: readonly Line[]): string {
  const line = ({ x1, y1, x2, y2 }: Line): string =>
    `M${x1.toFixed(3)} ${y1.toFixed(3)}L${x2.toFixed(3)} ${y2.toFixed(3)}`;
  const path = (lines: readonly Line[], style: string): string =>
    lines.length === 0
      ? ''
      : `<path d="${lines.map(line).join('')}" fill="none" stroke="#000" style="${strokeStyle(MARK_WIDTH)}${style}"/>`;
  return (
    `<svg class="marks" viewBox="0 0 ${paper.width} ${paper.height}" aria-hidden="true">` +
    `${path(marks, '')}${path(fold === undefined ? [] : [fold], ';stroke-dasharray:6pt 4pt')}</svg>`
  );
}
