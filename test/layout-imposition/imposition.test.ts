import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSizes, paperSizes } from '../../src/design/sizes.ts';
import { mm } from '../../src/design/units.ts';
import { impose, sheetsOf } from '../../src/layout/imposition.ts';

const named = <T extends { name: string }>(all: readonly T[], name: string): T => {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const options = (card: string, paper: string) => ({
  card: named(cardSizes, card),
  paper: named(paperSizes, paper),
  bleed: mm(3),
  margin: mm(5),
});

describe('impose', () => {
  it.each([
    ['tarot', 'a4', 2, 2],
    ['tarot', 'letter', 2, 2],
    ['euro-poker', 'a4', 2, 3],
    ['a6', 'a4', 1, 1],
  ])('puts %s on %s in %i columns and %i rows', (card, paper, columns, rows) => {
    expect(impose(options(card, paper))).toMatchObject({ columns, rows });
  });

  it('centres the grid', () => {
    const { card, paper } = options('tarot', 'a4');
    const { slots } = impose({ card, paper, bleed: mm(3), margin: mm(5) }) ?? { slots: [] };
    const [first, last] = [slots[0], slots.at(-1)];
    expect(first?.x).toBeCloseTo(paper.width - (last?.x ?? 0) - card.width, 6);
    expect(first?.y).toBeCloseTo(paper.height - (last?.y ?? 0) - card.height, 6);
  });

  it('has no place for a card that is larger than the paper', () => {
    expect(
      impose({ ...options('a5', 'a4'), card: { name: 'poster', width: mm(300), height: mm(400) } }),
    ).toBeUndefined();
  });

  it('lays each card inside the printable area, apart from every other, and marks outside every bleed', () => {
    const size = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(size(50, 150), size(80, 210), size(150, 450), size(200, 600), size(0, 5), (w, h, pw, ph, bleed) => {
        const card = { name: 'any', width: mm(w), height: mm(h) };
        const margin = mm(5);
        const made = impose({ card, paper: { name: 'any', width: mm(pw), height: mm(ph) }, bleed: mm(bleed), margin });
        if (made === undefined) return;
        const boxes = made.slots.map(({ x, y }) => ({
          l: x - bleed,
          t: y - bleed,
          r: x + w + bleed,
          b: y + h + bleed,
        }));
        for (const [index, box] of boxes.entries()) {
          expect(Math.min(box.l - margin, box.t - margin, pw - margin - box.r, ph - margin - box.b)).toBeGreaterThan(
            -1e-5,
          );
          for (const other of boxes.slice(index + 1)) {
            const apart =
              box.r <= other.l + 1e-6 || other.r <= box.l + 1e-6 || box.b <= other.t + 1e-6 || other.b <= box.t + 1e-6;
            expect(apart).toBe(true);
          }
        }
        for (const mark of made.marks) {
          const touches = made.slots.some(
            ({ x, y }) => mark.x2 > x && mark.x1 < x + w && mark.y2 > y && mark.y1 < y + h,
          );
          expect(touches).toBe(false);
        }
      }),
    );
  });
});

describe('sheetsOf', () => {
  const imposition = impose(options('tarot', 'a4'));
  if (imposition === undefined) throw new Error('tarot cards fit on A4');

  it('places each card once on a front and once on a back', () => {
    const sheets = sheetsOf(imposition, 6);
    expect(sheets.map(({ side }) => side)).toEqual(['front', 'back', 'front', 'back']);
    for (const side of ['front', 'back'] as const) {
      const cards = sheets
        .filter((sheet) => sheet.side === side)
        .flatMap((sheet) => sheet.placements.map(({ card }) => card));
      expect(cards.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    }
  });

  it('puts a back behind its front when the paper is flipped on its long edge, on a part-filled sheet too', () => {
    const { width } = imposition.paper;
    const card = named(cardSizes, 'tarot');
    for (let count = 1; count <= 9; count += 1) {
      const sheets = sheetsOf(imposition, count);
      for (let index = 0; index < sheets.length; index += 2) {
        for (const { slot, card: number } of sheets[index]?.placements ?? []) {
          const behind = sheets[index + 1]?.placements.find((placement) => placement.card === number);
          expect(behind?.slot.x).toBeCloseTo(width - slot.x - card.width, 6);
          expect(behind?.slot.y).toBeCloseTo(slot.y, 6);
        }
      }
    }
  });
});
