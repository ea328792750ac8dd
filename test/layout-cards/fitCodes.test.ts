import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/deck/model.ts';
import { mm, pt } from '../../src/design/units.ts';
import { type Codes, moduleSize } from '../../src/layout/cards/codes.ts';
import { fitCodedCards } from '../../src/layout/cards/fitCodes.ts';
import type { MeasureSides } from '../../src/layout/cards/model.ts';
import { cardSizes } from '../../src/design/sizes.ts';

const tarot = { name: 'tarot', width: mm(69.85), height: mm(120.65) };
const mini = { name: 'mini', width: mm(44.45), height: mm(63.5) };

const cardOf = (id: string, rows: number): Card => ({
  id,
  name: id,
  stem: id,
  kind: { id: 'person', label: 'Person' },
  fields: [],
  access: Array.from({ length: rows }, (_, row) => ({
    component: { text: `Component ${row}` },
    cells: [{ status: 'none', grants: [] }],
  })),
});

/** A side of 200 pt, of which the persona's code takes 40. A row takes two lines; with a code beside it, 45 pt at least. */
const measure: MeasureSides = async (requests) =>
  requests.map(({ side }) => {
    const codes = side.kind === 'back' ? side.codes : undefined;
    const row = Math.max(2.5 * side.size, codes === 'components' ? 45 : 0);
    const count = side.kind === 'back' ? side.rows.length : 0;
    return {
      available: pt(codes === undefined ? 200 : 160),
      bottoms: Array.from({ length: count }, (_, at) => pt((at + 1) * row)),
      broken: false,
      nameLines: 1,
      nameBroken: false,
    };
  });

async function codesOf(rows: readonly number[], wanted: Codes | undefined, size = tarot) {
  const cards = rows.map((count, at) => cardOf(`P${at}`, count));
  const fitted = await fitCodedCards(cards, size, measure, wanted);
  const backs = fitted.cards.map(({ back, count }) => [
    back.kind === 'back' ? (back.codes ?? 'none') : back.kind,
    count,
  ]);
  return { backs, leftOut: fitted.leftOut, shrunk: fitted.shrunk };
}

describe('cards with QR codes', () => {
  it('have none where none are wanted', async () => {
    expect(await codesOf([2], undefined)).toEqual({ backs: [['none', 1]], leftOut: [], shrunk: [] });
  });

  it('have them where the back has room, in smaller type if need be', async () => {
    const { backs, leftOut, shrunk } = await codesOf([2, 9], 'persona');
    expect([backs, leftOut]).toEqual([
      [
        ['persona', 1],
        ['persona', 1],
      ],
      [],
    ]);
    expect(shrunk.map(({ persona, parts }) => [persona, parts])).toEqual([['P1', 1]]);
  });

  it('have no code that would cost a further card', async () => {
    const { backs, leftOut, shrunk } = await codesOf([2, 11], 'persona');
    expect(backs).toEqual([
      ['persona', 1],
      ['none', 1],
    ]);
    expect(leftOut).toEqual([{ persona: 'P1' }]);
    expect(shrunk.map(({ persona, parts }) => [persona, parts])).toEqual([['P1', 1]]);
  });

  it('that go on all the same keep theirs when the number of cards stays', async () => {
    const { backs, leftOut } = await codesOf([12], 'persona');
    expect({ backs, leftOut }).toEqual({
      backs: [
        ['persona', 2],
        ['plain', 2],
      ],
      leftOut: [],
    });
  });

  it('have the code of the persona where those of components have no room', async () => {
    const { backs, leftOut } = await codesOf([2, 5, 11], 'components');
    expect(backs).toEqual([
      ['components', 1],
      ['persona', 1],
      ['none', 1],
    ]);
    expect(leftOut).toEqual([{ persona: 'P1', kept: 'persona' }, { persona: 'P2' }]);
  });

  it('are too narrow for codes of components when no role would stand beside them', async () => {
    const { backs, leftOut } = await codesOf([1], 'components', mini);
    expect([backs, leftOut]).toEqual([[['persona', 1]], [{ persona: 'P0', kept: 'persona' }]]);
  });
});

describe('a module', () => {
  it.each(cardSizes)('of $name is 0.4 mm at least, in whole dots, its quiet zone in the margin', (size) => {
    const module = moduleSize(size);
    expect(module).toBeGreaterThanOrEqual(0.4);
    expect(Math.abs((module * 300) / 25.4 - Math.round((module * 300) / 25.4))).toBeLessThan(1e-9);
    expect(4 * module).toBeLessThan(3.175);
  });
});
