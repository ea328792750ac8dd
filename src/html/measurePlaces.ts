import type { Pages, Shell } from '../browser/pool.ts';
import type { MarkedBoxes, MeasurePlaces, PlacesRequest, Rect } from '../layout/cards/places.ts';
import { type CardPainting, sideHtml } from './cards.ts';
import { inBatches } from './inBatches.ts';
import { TemplateError } from './templates.ts';

/** As many as sides are measured at once. */
const BATCH = 25;

/** Finds the places of sides by laying them out with the very templates that paint them. */
export function placesMeasurer(pages: Pages, shell: Shell, painting: CardPainting): MeasurePlaces {
  return (requests) =>
    inBatches(pages, shell, requests, BATCH, async (page, batch) => {
      const body = batch.map((request) => html(painting, request)).join('');
      const marked = await page.evaluate(markedBoxesInPage, body);
      if (marked.length === batch.length) return marked;
      throw new TemplateError('templates/card-*.hbs', 'each has to make exactly one element of class "card"');
    });
}

function html(painting: CardPainting, { card, side, number, count }: PlacesRequest): string {
  return sideHtml(painting, card, side, number, count);
}

/**
 * Runs in the page: the boxes of what is marked with `data-place`, in CSS px from the card's corner. Only letters and
 * drawings count, not the elements that hold them. What runs on over the end of a line has a box a line, since one around
 * all of them would lie over its neighbours.
 */
async function markedBoxesInPage(html: string): Promise<MarkedBoxes[]> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  document.body.innerHTML = html;
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  const around = (boxes: readonly DOMRect[]): DOMRect => {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    return new DOMRect(left, top, right - left, Math.max(...boxes.map((box) => box.bottom)) - top);
  };
  const inkOf = (element: Element): DOMRect[] => {
    const boxes = [...element.querySelectorAll('svg, img')].map((drawing) => drawing.getBoundingClientRect());
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (node.textContent?.trim() !== '') boxes.push(...range.getClientRects());
    }
    return boxes.filter(({ width, height }) => width > 0 && height > 0);
  };
  const linesOf = (boxes: readonly DOMRect[]): DOMRect[][] => {
    const lines: DOMRect[][] = [];
    for (const box of boxes) {
      const line = lines.find(([first]) => {
        const middle = box.top + box.height / 2;
        return first !== undefined && middle > first.top && middle < first.bottom;
      });
      if (line === undefined) lines.push([box]);
      else line.push(box);
    }
    return lines;
  };
  const marked = [...document.querySelectorAll<HTMLElement>('.card')].map((card) => {
    const corner = card.getBoundingClientRect();
    const boxes: { mark: string; rect: Rect }[] = [];
    for (const element of card.querySelectorAll<HTMLElement>('[data-place]')) {
      const { place = '' } = element.dataset;
      const ink = inkOf(element);
      if (place === '' || ink.length === 0) continue;
      const runsOn = getComputedStyle(element).display === 'inline';
      for (const { left, top, width, height } of (runsOn ? linesOf(ink) : [ink]).map(around)) {
        const [x, y] = [hundredth(left - corner.left), hundredth(top - corner.top)];
        boxes.push({ mark: place, rect: { x, y, width: hundredth(width), height: hundredth(height) } });
      }
    }
    return { width: hundredth(corner.width), height: hundredth(corner.height), boxes };
  });
  document.body.replaceChildren();
  return marked;
}
