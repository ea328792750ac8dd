import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSizes, paperSizes } from '../../src/design/sizes.ts';
import { stocks } from '../../src/design/stock.ts';
import { mm } from '../../src/design/units.ts';
import { impose } from '../../src/layout/imposition/impose.ts';
import {
  duplexWays,
  edgeWays,
  guideStyles,
  type Imposition,
  type ImpositionOptions,
  type Slot,
} from '../../src/layout/imposition/model.ts';
import { sheetsOf } from '../../src/layout/imposition/sheets.ts';

const named = <T extends { name: string }>(all: readonly T[], name: string): T => {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const options = (card: string, paper: string): ImpositionOptions => ({
  card: named(cardSizes, card),
  paper: named(paperSizes, paper),
  bleed: mm(3),
  margin: mm(5),
});

const size = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any card on any paper, in every way that can be asked for. */
const anything = fc
  .record({
    card: fc.oneof(
      fc.record({ width: size(40, 160), height: size(40, 220) }),
      fc.constantFrom(...cardSizes.map(({ width, height }) => ({ width, height }))),
    ),
    paper: fc.oneof(
      fc.record({ width: size(100, 450), height: size(100, 600) }),
      fc.constantFrom(...paperSizes.map(({ width, height }) => ({ width, height }))),
    ),
    bleed: size(0, 5),
    margin: size(0, 12),
    duplex: fc.constantFrom(...duplexWays),
    edges: fc.constantFrom(...edgeWays),
    gutter: fc.constantFrom(0, 2, 7.5),
    guides: fc.constantFrom(...guideStyles),
  })
  .map(
    ({ card, paper, bleed, margin, gutter, ...rest }): ImpositionOptions => ({
      ...rest,
      card: { name: 'any', width: mm(card.width), height: mm(card.height) },
      paper: { name: 'any', width: mm(paper.width), height: mm(paper.height) },
      bleed: mm(bleed),
      margin: mm(margin),
      gutter: mm(gutter),
    }),
  );

const check = (property: (made: Imposition, options: ImpositionOptions) => void): void =>
  fc.assert(
    fc.property(anything, (chosen) => {
      const made = impose(chosen);
      if (made !== undefined) property(made, chosen);
    }),
    { numRuns: 400 },
  );

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const trimOf = ({ x, y, width, height }: Slot): Box => ({ left: x, top: y, right: x + width, bottom: y + height });
const bleedOf = ({ x, y, width, height, bleed }: Slot): Box => ({
  left: x - bleed.left,
  top: y - bleed.top,
  right: x + width + bleed.right,
  bottom: y + height + bleed.bottom,
});
const overlap = (one: Box, other: Box): number =>
  Math.min(one.right - other.left, other.right - one.left, one.bottom - other.top, other.bottom - one.top);

/** Every place on one side of the paper. */
const sidesOf = ({ slots, backSlots, fold }: Imposition): (readonly Slot[])[] =>
  fold === undefined ? [slots, backSlots] : [[...slots, ...backSlots]];

/** Where a corner of the front is seen from the back, once the paper was turned over or folded. */
function behind({ paper, duplex, fold }: Imposition, x: number, y: number): { x: number; y: number } {
  if (fold !== undefined) {
    return fold.x1 === fold.x2 ? { x: 2 * fold.x1 - x, y } : { x, y: 2 * fold.y1 - y };
  }
  // Turned like a page of a book when the edge that is held stands upright, like one of a notepad when it lies.
  const heldUpright = (duplex === 'long-edge') === paper.height >= paper.width;
  return heldUpright ? { x: paper.width - x, y } : { x, y: paper.height - y };
}

/** The middle of the card's head: of its upper edge as it is read. */
function headOf({ x, y, width, height, turn }: Slot): { x: number; y: number } {
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (turn === 0) return { x: cx, y };
  if (turn === 180) return { x: cx, y: y + height };
  return turn === 90 ? { x: x + width, y: cy } : { x, y: cy };
}

describe('impose', () => {
  it.each([
    ['tarot', 'a4', 2, 2],
    ['tarot', 'letter', 2, 2],
    ['poker', 'a4', 4, 2],
    ['bridge', 'a4', 3, 3],
    ['a6', 'a4', 2, 1],
    ['a6', 'a3', 2, 2],
  ])('puts %s on %s in %i columns and %i rows', (card, paper, columns, rows) => {
    expect(impose(options(card, paper))).toMatchObject({ columns, rows });
  });

  it('puts nine poker cards on A4 where they touch', () => {
    expect(impose({ ...options('poker', 'a4'), edges: 'shared' })).toMatchObject({ columns: 3, rows: 3 });
  });

  it('has no place for a card that is larger than the paper', () => {
    expect(
      impose({ ...options('a5', 'a4'), card: { name: 'poster', width: mm(300), height: mm(400) } }),
    ).toBeUndefined();
  });

  it('holds no fewer than any grid of rows and columns, upright or turned, would', () => {
    fc.assert(
      fc.property(anything, (chosen) => {
        if (chosen.duplex === 'gutterfold' || chosen.guides === 'corners') return;
        const { card, paper, bleed, margin, gutter = 0, edges } = chosen;
        const gap = edges === 'shared' ? gutter : 2 * bleed + gutter;
        const most = [
          [paper.width, paper.height],
          [paper.height, paper.width],
        ].map(([width = 0, height = 0]) => {
          const fits = (n: number, trim: number, length: number): boolean =>
            n * trim + (n - 1) * gap + 2 * (bleed + margin) <= length;
          let [columns, rows] = [0, 0];
          while (fits(columns + 1, card.width, width)) columns += 1;
          while (fits(rows + 1, card.height, height)) rows += 1;
          return columns * rows;
        });
        expect(impose(chosen)?.slots.length ?? 0).toBeGreaterThanOrEqual(Math.max(...most));
      }),
    );
  });

  it('centres the grid', () => {
    check(({ paper, slots, backSlots, fold }) => {
      const boxes = (fold === undefined ? slots : [...slots, ...backSlots]).map(bleedOf);
      const left = Math.min(...boxes.map((box) => box.left));
      const top = Math.min(...boxes.map((box) => box.top));
      expect(left).toBeCloseTo(paper.width - Math.max(...boxes.map(({ right }) => right)), 6);
      expect(top).toBeCloseTo(paper.height - Math.max(...boxes.map(({ bottom }) => bottom)), 6);
    });
  });

  it('lays each card with its bleed where the printer prints, apart from every other, trims never over bleed', () => {
    check((made, { margin, card }) => {
      for (const slots of sidesOf(made)) {
        for (const [index, slot] of slots.entries()) {
          expect({ width: slot.width, height: slot.height }).toEqual({ width: card.width, height: card.height });
          const box = bleedOf(slot);
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(margin - 1e-5);
          expect(made.paper.width - box.right).toBeGreaterThanOrEqual(margin - 1e-5);
          expect(made.paper.height - box.bottom).toBeGreaterThanOrEqual(margin - 1e-5);
          for (const other of slots.slice(index + 1)) expect(overlap(box, bleedOf(other))).toBeLessThan(1e-6);
        }
      }
    });
  });

  it('gives colour its bleed wherever cards do not touch', () => {
    check(({ slots }, { bleed, edges, gutter = 0 }) => {
      if (edges === 'shared' && gutter < 2 * bleed) return;
      for (const slot of slots) for (const edge of Object.values(slot.bleed)) expect(edge).toBeCloseTo(bleed, 6);
    });
  });

  it('lays backs behind their fronts, head behind head, however the paper gets turned', () => {
    check((made) => {
      for (const [index, front] of made.slots.entries()) {
        const back = made.backSlots[index] as Slot;
        const middle = behind(made, front.x + front.width / 2, front.y + front.height / 2);
        expect(back.x + back.width / 2).toBeCloseTo(middle.x, 6);
        expect(back.y + back.height / 2).toBeCloseTo(middle.y, 6);
        const head = behind(made, headOf(front).x, headOf(front).y);
        expect(headOf(back).x).toBeCloseTo(head.x, 6);
        expect(headOf(back).y).toBeCloseTo(head.y, 6);
      }
    });
  });

  it('draws guides on what can be printed, off the cards and 3 mm from their trim', () => {
    check((made, { guides, margin }) => {
      if (guides === 'lines') return;
      if (guides === 'none') expect([...made.marks, ...made.backMarks]).toEqual([]);
      for (const [marks, slots] of [
        [made.marks, sidesOf(made)[0] ?? []],
        [made.backMarks, made.backSlots],
      ] as const) {
        for (const { x1, y1, x2, y2 } of marks) {
          expect(x2 - x1 + (y2 - y1)).toBeGreaterThanOrEqual(0.5 - 1e-9);
          expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(margin - 1e-6);
          expect(x2).toBeLessThanOrEqual(made.paper.width - margin + 1e-6);
          expect(y2).toBeLessThanOrEqual(made.paper.height - margin + 1e-6);
          // Along its own direction, a guide ends 3 mm before any card whose edge it would run into.
          const upright = x1 === x2;
          for (const trim of slots.map(trimOf)) {
            const [across, from, to] = upright ? [x1, y1, y2] : [y1, x1, x2];
            const [near, far, start, end] = upright
              ? [trim.left, trim.right, trim.top, trim.bottom]
              : [trim.top, trim.bottom, trim.left, trim.right];
            if (across < near - 1e-6 || across > far + 1e-6) continue;
            expect(to <= start - 3 + 1e-6 || from >= end + 3 - 1e-6).toBe(true);
          }
        }
      }
    });
  });

  it('leaves backs without guides when asked', () => {
    const plain = impose(options('tarot', 'a4'));
    const made = impose({ ...options('tarot', 'a4'), guidesOnBacks: false });
    expect(plain?.backMarks).toHaveLength(16);
    expect(made).toEqual({ ...plain, backMarks: [] });
  });

  it('points at every edge of every card, where there is room', () => {
    const made = impose(options('tarot', 'a4'));
    for (const style of ['ticks', 'corners', 'lines'] as const) {
      const { slots = [], marks = [] } = impose({ ...options('tarot', 'a4'), guides: style }) ?? {};
      for (const { left, right, top, bottom } of slots.map(trimOf)) {
        for (const x of [left, right]) expect(marks.some(({ x1, x2 }) => x1 === x && x2 === x)).toBe(true);
        for (const y of [top, bottom]) expect(marks.some(({ y1, y2 }) => y1 === y && y2 === y)).toBe(true);
      }
    }
    expect(impose({ ...options('tarot', 'a3'), guides: 'corners' })?.marks.length).toBeGreaterThan(
      impose({ ...options('tarot', 'a3') })?.marks.length ?? Infinity,
    );
    expect(made?.marks.length).toBe(16);
  });
});

describe('perforated stock', () => {
  it.each(stocks.map((stock) => [stock.name, stock] as const))(
    '%s has its cards where they are punched',
    (_, stock) => {
      const { card, paper, columns, rows, left, top, pitch } = stock;
      for (const turned of [false, true]) {
        const made = impose({
          card: { name: 'stock', ...(turned ? { width: card.height, height: card.width } : card) },
          paper: named(paperSizes, 'a3'),
          bleed: mm(3),
          margin: mm(5),
          stock,
        });
        expect(made?.paper).toEqual({ name: paper.name, width: paper.width, height: paper.height });
        expect(made?.slots).toHaveLength(columns * rows);
        for (const [index, slot] of (made?.slots ?? []).entries()) {
          expect(slot).toMatchObject({ width: card.width, height: card.height, turn: turned ? 90 : 0 });
          expect(Math.abs(slot.x - (left + (index % columns) * pitch.x))).toBeLessThan(0.05);
          expect(Math.abs(slot.y - (top + Math.floor(index / columns) * pitch.y))).toBeLessThan(0.05);
          const back = made?.backSlots[index];
          expect(back?.x).toBeCloseTo(paper.width - slot.x - slot.width, 6);
          expect(back?.y).toBeCloseTo(slot.y, 6);
          expect(back?.turn).toBe(turned ? 270 : 0);
        }
        const boxes = (made?.slots ?? []).map(bleedOf);
        for (const [index, box] of boxes.entries())
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBeLessThan(1e-6);
        expect(made?.marks).toEqual([]);
      }
    },
  );

  it.each(stocks.map((stock) => [stock.name, stock] as const))('%s ends on its sheet', (_, stock) => {
    const { card, paper, columns, rows, left, top, pitch } = stock;
    // Sheets are made alike on both sides, within the millimetre that some are off.
    const right = paper.width - (left + (columns - 1) * pitch.x + card.width);
    const bottom = paper.height - (top + (rows - 1) * pitch.y + card.height);
    expect(Math.abs(right - left)).toBeLessThan(1.5);
    expect(Math.abs(bottom - top)).toBeLessThan(6);
  });

  it('takes no card of another size', () => {
    const stock = named(stocks, 'avery-5371');
    expect(impose({ ...options('poker', 'letter'), stock })).toBeUndefined();
  });
});

describe('sheetsOf', () => {
  it('places each card once on a front and once on a back, in order, and no slot twice', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 60 }), (chosen, count) => {
        const made = impose(chosen);
        if (made === undefined) return;
        const sheets = sheetsOf(made, count);
        const papers = Math.ceil(count / made.slots.length);
        expect(sheets.map(({ side }) => side)).toEqual(
          Array.from({ length: papers }, () => (made.fold === undefined ? ['front', 'back'] : ['both'])).flat(),
        );
        for (const face of ['front', 'back'] as const) {
          const cards = sheets.flatMap(({ placements }) =>
            placements.filter((placement) => placement.face === face).map(({ card }) => card),
          );
          expect(cards).toEqual(Array.from({ length: count }, (_, card) => card));
        }
        for (const { placements } of sheets)
          expect(new Set(placements.map(({ slot }) => slot)).size).toBe(placements.length);
      }),
    );
  });

  it('puts a back behind its front on part-filled sheets too', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 30 }), (chosen, count) => {
        const made = impose(chosen);
        if (made === undefined) return;
        const sheets = sheetsOf(made, count);
        const step = made.fold === undefined ? 2 : 1;
        for (let index = 0; index < sheets.length; index += step) {
          const fronts = (sheets[index]?.placements ?? []).filter(({ face }) => face === 'front');
          const backs = (sheets[index + step - 1]?.placements ?? []).filter(({ face }) => face === 'back');
          for (const { slot, card } of fronts) {
            const place = backs.find((back) => back.card === card)?.slot;
            const middle = behind(made, slot.x + slot.width / 2, slot.y + slot.height / 2);
            expect(Math.abs((place?.x ?? 0) + (place?.width ?? 0) / 2 - middle.x)).toBeLessThan(0.1);
            expect(Math.abs((place?.y ?? 0) + (place?.height ?? 0) / 2 - middle.y)).toBeLessThan(0.1);
          }
        }
      }),
    );
  });
});
