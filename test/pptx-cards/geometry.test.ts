import { beforeAll, describe, expect, test } from 'vitest';
import type { Design } from '../../src/design/design.ts';
import { bleed, safeMargin } from '../../src/design/sizes.ts';
import { stocks } from '../../src/design/stock.ts';
import { mm, mmToPt } from '../../src/design/units.ts';
import type { ImpositionOptions, Slot } from '../../src/layout/imposition/model.ts';
import { descendants } from '../../src/ooxml/xml.ts';
import { baseline, fixtureDeck, fixtureDesign } from '../support/deckFixture.ts';
import { readPackage } from '../support/pptxPackage.ts';
import { buildCards, imposed } from './buildCards.ts';
import { type CardSheet, member, membersOf, type Placed, readSheets } from './readCards.ts';

const cardOf = (width: number, height: number): Design => ({
  ...fixtureDesign(),
  card: { name: 'test', width: mm(width), height: mm(height) },
});

/** Two columns of four cards on their sides. */
const perforated: Partial<ImpositionOptions> = stocks.slice(1, 2).map((stock) => ({ stock }))[0] ?? {};

const cases: readonly (readonly [string, Design, Partial<ImpositionOptions>])[] = [
  ['tarot cards on A4', cardOf(69.85, 120.65), {}],
  ['A6 cards on A4 in landscape', cardOf(105, 148), {}],
  ['business cards that lie', cardOf(85, 55), {}],
  ['small cards', cardOf(44.45, 63.5), {}],
  [
    'cards that share their edges, flipped on the short edge',
    cardOf(63.5, 88.9),
    { edges: 'shared', duplex: 'short-edge' },
  ],
  ['cards to be folded', cardOf(63.5, 88.9), { duplex: 'gutterfold' }],
  ['cards turned on perforated sheets', cardOf(50.8, 88.9), perforated],
];

describe.each(cases)('%s', (_name, design, options) => {
  let sheets: CardSheet[];
  let size: Record<string, string> = {};
  const imposition = imposed(design, options);
  beforeAll(async () => {
    const pptx = readPackage(await buildCards(fixtureDeck(), { design, sheets: options }));
    sheets = readSheets(pptx);
    size = descendants(pptx.tree('ppt/presentation.xml'), 'p:sldSz')[0]?.attributes ?? {};
  });

  test('stand on slides of the size of the paper', () => {
    const { width = 0, height = 0 } = imposition?.paper ?? {};
    expect([Number(size['cx']), Number(size['cy'])]).toEqual([Math.round(width * 36_000), Math.round(height * 36_000)]);
  });

  test('have the place and the size of their slot, and its bleed', () => {
    const { slots = [], backSlots = [], fold } = imposition ?? {};
    for (const [index, { cards }] of sheets.entries()) {
      const own = fold !== undefined ? [...slots, ...backSlots] : index % 2 === 0 ? slots : backSlots;
      const placed =
        fold === undefined ? own : [...slots.slice(0, cards.length / 2), ...backSlots.slice(0, cards.length / 2)];
      for (const [position, card] of cards.entries())
        expect(awayFrom(onPaper(card), placed[position] as Slot)).toBeLessThan(0.01);
    }
  });

  test('have everything within their bleed, and text clear of the cut', () => {
    for (const card of sheets.flatMap(({ cards }) => cards)) {
      for (const each of membersOf(card)) {
        const isText = descendants(each.node, 'a:t').length > 0;
        const least = isText && options.edges !== 'shared' ? mmToPt(mm(bleed + safeMargin)) - 2 : 0;
        expect(inset(each, card), `${card.name}: ${each.name}`).toBeGreaterThan(least - 0.001);
      }
    }
  });

  test('have no texts that overlap', () => {
    for (const card of sheets.flatMap(({ cards }) => cards)) {
      const texts = membersOf(card).filter(({ node }) => descendants(node, 'a:t').length > 0);
      for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(index + 1))
          expect(overlap(one, other), `${one.name}, ${other.name}`).toBe(false);
      }
    }
  });
});

describe('backs', () => {
  const middle = ({ x, y, width, height }: Placed): [number, number] => [x + width / 2, y + height / 2];

  test('lie behind their fronts when the paper is turned over on its long edge', async () => {
    const sheets = readSheets(readPackage(await buildCards(fixtureDeck(baseline))));
    for (let index = 0; index < sheets.length; index += 2) {
      const [fronts, backs] = [sheets[index]?.cards ?? [], sheets[index + 1]?.cards ?? []];
      expect(backs.map(({ name }) => name.replace(/, back$/, ''))).toEqual(
        fronts.map(({ name }) => name.replace(/, front$/, '')),
      );
      for (const [position, front] of fronts.entries()) {
        const back = backs[position] as Placed;
        const [[x, y], [behindX, behindY]] = [middle(front), middle(back)];
        expect(Math.abs(mmToPt(mm(210)) - x - behindX)).toBeLessThan(0.01);
        expect(Math.abs(y - behindY)).toBeLessThan(0.01);
        expect(back.turn).toBe(0);
      }
    }
  });

  test('are moved and turned with their marks, for printers that miss them', async () => {
    const [, still] = readSheets(readPackage(await buildCards(fixtureDeck())));
    const offset = { x: mm(2), y: mm(-1), turn: 1 };
    const [fronts, moved] = readSheets(readPackage(await buildCards(fixtureDeck(), { backOffset: offset })));
    expect(fronts?.cards.every(({ turn }) => turn === 0)).toBe(true);
    const [x, y] = middle(still?.cards[0] as Placed);
    const [movedX, movedY] = middle(moved?.cards[0] as Placed);
    const [fromX, fromY] = [x - mmToPt(mm(105)), y - mmToPt(mm(148.5))];
    const angle = Math.PI / 180;
    const turnedX = fromX * Math.cos(angle) - fromY * Math.sin(angle);
    const turnedY = fromX * Math.sin(angle) + fromY * Math.cos(angle);
    expect(movedX - x).toBeCloseTo(turnedX - fromX + mmToPt(mm(2)), 2);
    expect(movedY - y).toBeCloseTo(turnedY - fromY - mmToPt(mm(1)), 2);
    expect(moved?.cards[0]?.turn).toBe(1);
    expect(moved?.others[0]?.width).not.toBeCloseTo(still?.others[0]?.width ?? 0, 1);
  });
});

describe('cut marks', () => {
  test('are one decorative shape outside of the cards', async () => {
    const [sheet] = readSheets(readPackage(await buildCards(fixtureDeck())));
    expect(sheet?.others.map(({ name }) => name)).toEqual(['Cut marks']);
    const [marks] = sheet?.others ?? [];
    const moves = descendants((marks as Placed).node, 'a:moveTo');
    // Two columns and two rows of cards: two marks an edge, above and below, left and right.
    expect(moves).toHaveLength(2 * 4 + 2 * 4);
    expect(descendants((marks as Placed).node, 'adec:decorative')).toHaveLength(1);
  });

  test('are left out where sheets are perforated', async () => {
    const design = cardOf(50.8, 88.9);
    const [sheet] = readSheets(readPackage(await buildCards(fixtureDeck(), { design, sheets: perforated })));
    expect(sheet?.others).toEqual([]);
  });
});

test('the band reaches into the bleed', async () => {
  const [sheet] = readSheets(readPackage(await buildCards(fixtureDeck())));
  const [card] = sheet?.cards ?? [];
  const band = member(card as Placed, 'Team colour');
  expect(band.y).toBeCloseTo((card as Placed).y, 3);
  expect(band.width).toBeCloseTo(mmToPt(mm(69.85 + 2 * bleed)), 2);
});

/** What a turned group takes up on the paper. */
function onPaper({ x, y, width, height, turn }: Placed): Pick<Placed, 'x' | 'y' | 'width' | 'height'> {
  if (turn % 180 === 0) return { x, y, width, height };
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

/** How far a card is from its slot with its bleed, in points. */
function awayFrom(place: ReturnType<typeof onPaper>, { x, y, width, height, bleed: edges }: Slot): number {
  const wanted = {
    x: x - edges.left,
    y: y - edges.top,
    width: width + edges.left + edges.right,
    height: height + edges.top + edges.bottom,
  };
  const keys = ['x', 'y', 'width', 'height'] as const;
  return Math.max(...keys.map((key) => Math.abs(place[key] - mmToPt(mm(wanted[key])))));
}

/** How far one place is inside another at the edge where it is closest; below 0 when it passes that edge. */
function inset(inner: Placed, outer: Placed): number {
  return Math.min(
    inner.x - outer.x,
    inner.y - outer.y,
    outer.x + outer.width - inner.x - inner.width,
    outer.y + outer.height - inner.y - inner.height,
  );
}

function overlap(one: Placed, other: Placed): boolean {
  const apart = 0.01;
  return (
    one.x + apart < other.x + other.width &&
    other.x + apart < one.x + one.width &&
    one.y + apart < other.y + other.height &&
    other.y + apart < one.y + one.height
  );
}
