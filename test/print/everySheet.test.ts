import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { Pictures } from '../../src/build/pictures.ts';
import { type Prepared, prepare } from '../../src/build/prepare.ts';
import { readProject } from '../../src/build/project.ts';
import { cardSizes, orientations, paperSizes } from '../../src/design/sizes.ts';
import { stocks } from '../../src/design/stock.ts';
import { pt } from '../../src/design/units.ts';
import { impose } from '../../src/layout/imposition/impose.ts';
import { duplexWays, type Imposition, type Slot } from '../../src/layout/imposition/model.ts';
import type { FittedCard } from '../../src/layout/cards/model.ts';
import { planPrint } from '../../src/outputs/print/plan.ts';
import { impositionOptions, type PrintSetup } from '../../src/outputs/print/setup.ts';
import type { Task } from '../../src/outputs/task.ts';
import type { Settings } from '../../src/schema/settings.ts';
import { type CardPlace, cardPlace, type PlacedPage, type PlacedText, readPlaces } from '../support/pdfPlaces.ts';
import { persona, projectWith } from '../support/project.ts';

let pages: BrowserPool;
beforeAll(() => {
  pages = createBrowserPool({ limit: 1 });
});
afterAll(() => pages.close());

/** Cards that say nothing but which they are, `C07` or `B07`, not in their middle: so that hundreds of sheets are soon made. */
const side = (letter: string): string =>
  `<article class="card" lang="en" dir="ltr"><h1 style="position:absolute;left:6mm;top:9mm;font-size:9pt">{{id}}</h1>` +
  `<p style="position:absolute;left:20mm;top:9mm;font-size:9pt">${letter}</p></article>`;
const templates = { 'templates/card-front.hbs': side('F'), 'templates/card-back.hbs': side('B') };

async function prepared(settings: Settings): Promise<Prepared> {
  const root = projectWith({ 'personas/P001.yaml': persona('P001', 'One'), ...templates });
  const project = await readProject(root);
  if (project.workload === undefined) throw new Error(JSON.stringify(project.diagnostics));
  const preparation = await prepare(root, project.workload, {}, settings);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation));
  return preparation.prepared;
}

const idOf = (index: number): string => `C${String(index).padStart(2, '0')}`;

function cardsOf({ deck }: Prepared, count: number): FittedCard[] {
  const [first] = deck.cards;
  if (first === undefined) throw new Error('The deck has no card');
  const sizes = { part: 1, parts: 1, size: pt(9) };
  return Array.from({ length: count }, (_, index) => ({
    card: { ...first, id: idOf(index) },
    number: 1,
    count: 1,
    front: { kind: 'front', nameSize: pt(12), fields: [], ...sizes },
    back: { kind: 'back', rows: [], ...sizes },
  }));
}

/** Pages of `cards.pdf`, by the number of cards: the same for every paper. */
type PrintedPages = Map<number, Uint8Array>;

/** The two PDFs with so many cards. */
function tasksOf(from: Prepared, setup: PrintSetup, count: number): readonly [cards: Task, sheets: Task | undefined] {
  const { deck, design, fonts, policy } = from;
  const pictures = new Pictures();
  const picture = async (image: Parameters<Pictures['load']>[0]) => (await pictures.load(image)).dataUri;
  const sources = { all: [], ofCard: () => [] };
  const input = { deck, design, fonts, policy, sources, picture, templates: from.templates };
  const tasks = planPrint({ ...input, cards: cardsOf(from, count) }, setup);
  const taskOf = (path: string): Task | undefined => tasks.find((one) => one.path === path);
  return [taskOf('cards.pdf') as Task, taskOf('sheets.pdf')];
}

async function pagesOfCards(cards: Task, count: number, known: PrintedPages): Promise<Uint8Array> {
  const printed = known.get(count) ?? (await cards.render({ pages, signal: new AbortController().signal }));
  known.set(count, printed);
  return printed;
}

interface Found extends CardPlace {
  readonly id: string;
  readonly face: 'front' | 'back';
  readonly page: number;
}

/** Every card on every sheet, read off its id; the letter beside that says which side it is. */
function placesOf(sheets: readonly PlacedPage[], [own]: readonly PlacedPage[]): Found[] {
  const reference = own?.texts.find(({ text }) => text === idOf(0));
  if (own === undefined || reference === undefined) throw new Error('The card cannot be read');
  const distance = (one: PlacedText, other: PlacedText): number => Math.hypot(one.x - other.x, one.y - other.y);
  return sheets.flatMap(({ texts }, page) =>
    texts
      .filter(({ text }) => /^C\d\d$/.test(text))
      .map((found) => {
        const letters = texts.filter(({ text }) => text === 'F' || text === 'B');
        const [nearest] = letters.toSorted((one, other) => distance(one, found) - distance(other, found));
        const face = nearest?.text === 'F' ? 'front' : 'back';
        return { ...cardPlace(reference, own, found), id: found.text, face, page } as const;
      }),
  );
}

/** Where a front is seen from the other side of the paper, or from the other half of it. */
function behind({ paper, duplex, fold }: Imposition, { x, y, turn }: CardPlace): CardPlace {
  const upright = { x: paper.width - x, y, turn: (360 - turn) % 360 };
  const level = { x, y: paper.height - y, turn: (540 - turn) % 360 };
  if (fold !== undefined) return fold.x1 === fold.x2 ? upright : level;
  return (duplex === 'long-edge') === paper.height >= paper.width ? upright : level;
}

function expectPlace(found: CardPlace | undefined, wanted: CardPlace, within: number, what: unknown): void {
  if (found === undefined) throw new Error(`not found: ${JSON.stringify(what)}`);
  const off = Math.max(Math.abs(found.x - wanted.x), Math.abs(found.y - wanted.y));
  const turned = Math.abs(((found.turn - wanted.turn + 540) % 360) - 180);
  expect([what, off < within, turned < 0.05]).toEqual([what, true, true]);
}

const middleOf = ({ x, y, width, height, turn }: Slot): CardPlace => ({ x: x + width / 2, y: y + height / 2, turn });

/** A full sheet and one with a single card: each card once, where geometry says, its back behind its front. */
async function expectSheets(
  from: Prepared,
  setup: PrintSetup,
  known: PrintedPages,
  what: string,
): Promise<Imposition | undefined> {
  const made = impose(impositionOptions(from.design, setup));
  if (made === undefined) return undefined;
  const count = made.slots.length + 1;
  const [cards, sheetsTask] = tasksOf(from, setup, count);
  const printed = await pagesOfCards(cards, count, known);
  const imposed = await sheetsTask?.from?.make?.(printed);
  if (imposed === undefined) throw new Error(`${what}: there are no sheets`);
  const sheets = await readPlaces(imposed);
  const places = placesOf(sheets, await readPlaces(printed));
  expect([what, sheets.length]).toEqual([what, made.fold === undefined ? 4 : 2]);
  for (const { width, height } of sheets) {
    expect(Math.abs(width - made.paper.width)).toBeLessThan(0.005);
    expect(Math.abs(height - made.paper.height)).toBeLessThan(0.005);
  }
  expect(places).toHaveLength(2 * count);
  for (let index = 0; index < count; index += 1) {
    const of = (face: Found['face']) => places.find((one) => one.id === idOf(index) && one.face === face);
    const [front, back] = [of('front'), of('back')];
    const slot = made.slots[index % made.slots.length] as Slot;
    expectPlace(front, middleOf(slot), 0.05, [what, index, 'front']);
    expectPlace(back, behind(made, front as Found), 0.1, [what, index, 'back']);
    expect(back?.page).toBe((front?.page ?? 0) + (made.fold === undefined ? 1 : 0));
  }
  return made;
}

describe('sheets.pdf, for every paper and flip', () => {
  it.each(cardSizes.map(({ name }) => name))('has %s where they belong', { timeout: 240_000 }, async (name) => {
    const from = await prepared({ card: name, paper: 'a3' });
    const known: PrintedPages = new Map();
    const without: string[] = [];
    for (const paper of paperSizes) {
      for (const duplex of duplexWays) {
        const what = `${name} on ${paper.name}, ${duplex}`;
        const onPaper = { ...from, design: { ...from.design, paper } };
        const made = await expectSheets(onPaper, { ...from.print, duplex }, known, what);
        if (made === undefined) without.push(what);
      }
    }
    // Two of the largest cards stand beside a fold on large paper only.
    expect(without).toEqual(name === 'a5' ? ['a5 on a4, gutterfold', 'a5 on letter, gutterfold'] : []);
  });
});

describe('sheets.pdf for every perforated sheet and flip', () => {
  it.each(stocks.map((stock) => [stock.name, stock] as const))(
    'has cards where %s is punched, within 0.05 mm',
    { timeout: 120_000 },
    async (name, { card, columns, left, top, pitch }) => {
      for (const orientation of orientations) {
        const from = await prepared({ orientation, print: { stock: name } });
        const known: PrintedPages = new Map();
        for (const duplex of ['long-edge', 'short-edge'] as const) {
          const what = `${name}, ${orientation}, ${duplex}`;
          const made = await expectSheets(from, { ...from.print, duplex }, known, what);
          for (const [index, { x, y }] of (made?.slots ?? []).entries()) {
            expect(x).toBeCloseTo(left + (index % columns) * pitch.x, 6);
            expect(y).toBeCloseTo(top + Math.floor(index / columns) * pitch.y, 6);
          }
          expect([made?.slots[0]?.width, made?.slots[0]?.height]).toEqual([card.width, card.height]);
        }
      }
    },
  );
});
