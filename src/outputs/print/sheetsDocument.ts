import type { Shell } from '../../browser/pool.ts';
import { type CardPainting, sideHtml } from '../../html/cards.ts';
import { cardShell } from '../../html/shell.ts';
import type { PrintedCard } from '../../layout/cards/model.ts';
import type { Imposition, Line, Placement, Sheet, Slot } from '../../layout/imposition/model.ts';
import { PRINT_ONLY, strokeStyle } from './cardsDocument.ts';
import { type BackOffset, moving, paintedBleed, type PrintInput, type PrintSetup } from './setup.ts';

/** Thin enough not to show on a card that was cut a hair off. */
const MARK_WIDTH = '0.25pt';

/**
 * Several cards on each sheet of paper, guides to cut along around them. Cards are moved to their places by transforms,
 * which are exact: Chromium rounds other places to whole pixels, a quarter of a millimetre, fronts otherwise than backs.
 */
export function sheetsShell(
  { design, fonts, templates, deck }: PrintInput,
  { paper }: Imposition,
  setup: PrintSetup,
): Shell {
  const { width, height } = design.card;
  const bleed = paintedBleed(setup);
  const css =
    `${PRINT_ONLY}@page{size:${paper.width}mm ${paper.height}mm;margin:0}` +
    `.sheet{contain:strict;position:relative;width:${paper.width}mm;height:${paper.height}mm;overflow:hidden;break-after:page;background:#fff}` +
    `.sheet:last-child{break-after:auto}.slot,.moved,.marks{position:absolute;left:0;top:0}` +
    `.slot{width:${width}mm;height:${height}mm}.slot::before{content:"";position:absolute;inset:-${bleed}mm;background:var(--surface)}` +
    // A card is a layer of its own, so that what it has behind itself stays before the paper of the slot.
    `.slot>.card{isolation:isolate}.moved,.marks{width:100%;height:100%}`;
  return cardShell(design, { ...fonts, faces: fonts.outlines }, templates, { title: deck.title, bleed, css });
}

export function sheetsBody(
  painting: CardPainting,
  cards: readonly PrintedCard[],
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
function moved(content: string, offset: BackOffset): string {
  const style = moving(offset);
  return style === '' ? content : `<div class="moved" style="${style}">${content}</div>`;
}

/** A card, turned about its middle; what reaches further than the slot's bleed is cut off. */
function slotHtml(
  painting: CardPainting,
  cards: readonly PrintedCard[],
  { slot, card: index, face }: Placement,
): string {
  const fitted = cards[index] as PrintedCard;
  const { card } = painting.design;
  const left = slot.x + (slot.width - card.width) / 2;
  const top = slot.y + (slot.height - card.height) / 2;
  const turn = slot.turn === 0 ? '' : ` rotate(${slot.turn}deg)`;
  const reach = edgesOfCard(slot).map((edge) => `${-edge}mm`);
  const style = `transform:translate(${left}mm,${top}mm)${turn};clip-path:inset(${reach.join(' ')})`;
  const html = sideHtml(painting, fitted.card, fitted[face], fitted.number, fitted.count);
  return `<div class="slot" style="${style}">${html}</div>`;
}

/** The slot's bleed as the card in it has its edges: top, right, bottom, left. */
function edgesOfCard({ bleed: { top, right, bottom, left }, turn }: Slot): readonly number[] {
  const edges = [top, right, bottom, left];
  const first = turn / 90;
  return [...edges.slice(first), ...edges.slice(0, first)];
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
