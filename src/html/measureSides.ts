import type { Pages, Shell } from '../browser/pool.ts';
import { pt } from '../design/units.ts';
import type { IndexRequest, MeasureIndex } from '../layout/cards/fitIndex.ts';
import type { MeasureSides, SideExtent, SideRequest, WideSide } from '../layout/cards/model.ts';
import { type CardPainting, sideHtml } from './cards.ts';
import { inBatches } from './inBatches.ts';
import { TemplateError } from './templates.ts';

/** More take no less time, and each side leaves hundreds of kilobytes in the page. */
const BATCH = 25;

/** All that can be measured. */
type Request = SideRequest | SideRequest<WideSide> | IndexRequest;

/** Measures sides by laying them out with the very templates that paint them. */
export function sideMeasurer(
  pages: Pages,
  shell: Shell,
  painting: CardPainting,
): MeasureSides & MeasureSides<WideSide> & MeasureIndex {
  return (requests: readonly Request[]) =>
    inBatches(pages, shell, requests, BATCH, async (page, batch) => {
      const body = batch.map((request) => html(painting, request)).join('');
      const extents = (await page.evaluate(measureInPage, body)).map(toExtent);
      for (const [index, { side }] of batch.entries()) checkEntries(side, extents[index]);
      if (extents.length === batch.length) return extents;
      throw new TemplateError('templates/card-*.hbs', 'each has to make exactly one element of class "card"');
    });
}

function html(painting: CardPainting, { card, side }: Request): string {
  if (side.kind === 'wide') return sideHtml(painting, card, side, 1, 1);
  // Two of two: the widest note about continuation that the foot can carry.
  return sideHtml(painting, card, side, side.part, side.parts);
}

/** A list whose entries are not marked could not be cut. */
function checkEntries(side: Request['side'], extent: SideExtent | undefined): void {
  if (side.kind !== 'index' || extent?.bottoms.length === side.columns.flat().length) return;
  throw new TemplateError('templates/card-index.hbs', 'has to mark each entry with data-unit');
}

interface RawExtent {
  readonly available: number;
  readonly bottoms: number[];
  readonly broken: boolean;
  readonly nameLines: number;
  readonly nameBroken: boolean;
}

function toExtent(raw: RawExtent): SideExtent {
  const toPt = (value: number) => pt(Math.round(value * 75) / 100);
  return { ...raw, available: toPt(raw.available), bottoms: raw.bottoms.map(toPt) };
}

/**
 * Runs in the page: sizes in CSS px. Two layouts of the whole batch: as painted, and with words kept whole. The body is
 * filled and emptied in one go, so that no frame is made of it, which takes longer than both layouts.
 */
async function measureInPage(html: string): Promise<RawExtent[]> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  document.body.innerHTML = html;
  const cards = [...document.querySelectorAll<HTMLElement>('.card')];
  const extents = cards.map((card) => {
    const region = card.querySelector<HTMLElement>('[data-region]');
    const top = region?.getBoundingClientRect().top ?? 0;
    const name = card.querySelector<HTMLElement>('[data-name]');
    const lineHeight = name === null ? 1 : Number.parseFloat(getComputedStyle(name).lineHeight);
    return {
      available: region?.clientHeight ?? 0,
      bottoms: [...card.querySelectorAll('[data-unit]')].map((unit) => unit.getBoundingClientRect().bottom - top),
      nameLines: name === null ? 1 : Math.round(name.clientHeight / lineHeight),
    };
  });
  // Not `scrollWidth`: it is rounded to whole pixels, and a tenth of one breaks a word.
  const overflows = (element: Element | null): boolean => {
    if (element === null) return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width > element.getBoundingClientRect().width + 0.05;
  };
  document.body.classList.add('whole-words');
  const broken = cards.map((card) => ({
    broken: [...card.querySelectorAll('[data-words]')].some(overflows),
    nameBroken: overflows(card.querySelector('[data-name]')),
  }));
  document.body.classList.remove('whole-words');
  document.body.replaceChildren();
  return extents.map((extent, index) => ({ ...extent, broken: false, nameBroken: false, ...broken[index] }));
}
