import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/deck/model.ts';
import { mm, pt } from '../../src/design/units.ts';
import { type Codes, moduleSize } from '../../src/layout/cards/codes.ts';
import { fitCodedCards } from '../../src/layout/cards/fitCodes.ts';
import type { MeasureSides, Side } from '../../src/layout/cards/model.ts';
import { cardSizes } from '../../src/design/sizes.ts';

const tarot = { name: 'tarot', width: mm(69.85), height: mm(120.65) };
const mini = { name: 'mini', width: mm(44.45), height: mm(63.5) };

const cardOf = (id: string, rows: number, items = 0): Card => ({
  id,
  name: id,
  stem: id,
  kind: { id: 'person', label: 'Person' },
  fields: [
    { key: 'skills', label: 'Skills', items: Array.from({ length: items }, (_, item) => ({ text: `S${item}` })) },
  ],
  access: Array.from({ length: rows }, (_, row) => ({
    component: { text: `Component ${row}` },
    cells: [{ status: 'none', grants: [] }],
  })),
});

/** A side of 200 pt, of which the persona's code takes 40. A row takes two lines; with a code beside it, 45 pt at least. */
const measure: MeasureSides = async (requests) =>
  requests.map(({ side }) => {
    const coded = side.kind === 'back' && side.componentCodes === true;
    const row = Math.max(2.5 * side.size, coded ? 45 : 0);
    const items = side.kind === 'back' ? side.rows.length : side.fields.flatMap((field) => field.items).length;
    return {
      available: pt(side.code === true ? 160 : 200),
      bottoms: Array.from({ length: items }, (_, at) => pt((at + 1) * row)),
      broken: false,
      nameLines: 1,
      nameBroken: false,
    };
  });

/** What each side is: `f` front, `b` back, `-` plain, with `*` when it has the code, with `+` those of components. */
const signOf = (side: Side): string => {
  const sign = { front: 'f', back: 'b', plain: '-' }[side.kind];
  return `${sign}${side.kind === 'back' && side.componentCodes ? '+' : ''}${side.code ? '*' : ''}`;
};

async function codesOf(cards: readonly Card[], wanted: Codes | undefined, size = tarot, measuring = measure) {
  const fitted = await fitCodedCards(cards, size, measuring, wanted);
  const sides = cards.map((card) =>
    fitted.cards
      .filter((one) => one.card.id === card.id)
      .map(({ front, back }) => `${signOf(front)} ${signOf(back)}`)
      .join(', '),
  );
  return { sides, leftOut: fitted.leftOut, shrunk: fitted.shrunk };
}

describe('cards with QR codes', () => {
  it('have none where none are wanted', async () => {
    expect(await codesOf([cardOf('P0', 2)], undefined)).toEqual({ sides: ['f b'], leftOut: [], shrunk: [] });
  });

  it('have them on the back where there is room, in smaller type if need be', async () => {
    const { sides, leftOut, shrunk } = await codesOf([cardOf('P0', 2), cardOf('P1', 9)], 'persona');
    expect([sides, leftOut]).toEqual([['f b*', 'f b*'], []]);
    expect(shrunk.map(({ persona, parts }) => [persona, parts])).toEqual([['P1', 1]]);
  });

  it('have them on the front where the back would cost a further card', async () => {
    const { sides, leftOut, shrunk } = await codesOf([cardOf('P0', 2), cardOf('P1', 11, 9)], 'persona');
    expect([sides, leftOut]).toEqual([['f b*', 'f* b'], []]);
    expect(shrunk.map(({ persona, parts }) => [persona, parts])).toEqual([
      ['P1', 1],
      ['P1', 1],
    ]);
  });

  it('go on on a further card where neither side has room, and say why', async () => {
    const { sides, leftOut, shrunk } = await codesOf([cardOf('P0', 11, 11)], 'persona');
    expect([sides, leftOut]).toEqual([['f b*, b -*'], []]);
    expect(shrunk.map(({ side, parts, forCodes }) => [side, parts, forCodes])).toEqual([
      ['front', 1, undefined],
      ['back', 2, true],
    ]);
  });

  it.each([
    [12, 1, 'f b*, b -*'],
    [29, 1, 'f b*, b b*'],
    [30, 1, 'f* b, b b*'],
    [1, 31, 'f b*, f f*'],
    [44, 1, 'f b*, b b*, b b*'],
    [1, 35, 'f b*, f f*, f -*'],
    [27, 30, 'f b*, f b*, f b*'],
    [30, 30, 'f b*, f b*, f b*, b -*'],
    [31, 20, 'f b*, f b*, b b*'],
  ])('have one on every card of a run: %i rows, %i items', async (rows, items, wanted) => {
    expect((await codesOf([cardOf('P0', rows, items)], 'persona')).sides).toEqual([wanted]);
  });

  it('have those of components, on as many cards as it takes', async () => {
    const { sides, leftOut } = await codesOf([cardOf('P0', 2), cardOf('P1', 4), cardOf('P2', 11)], 'components');
    expect([sides, leftOut]).toEqual([['f b+*', 'f* b+', 'f* b+, b+ b+*'], []]);
  });

  it('are too narrow for codes of components when no role would stand beside them', async () => {
    const { sides, leftOut } = await codesOf([cardOf('P0', 1)], 'components', mini);
    expect([sides, leftOut]).toEqual([['f b*'], [{ persona: 'P0', kept: 'persona' }]]);
  });

  it('have none where not a line has room beside it', async () => {
    const low: MeasureSides = async (requests) =>
      (await measure(requests)).map((extent, at) =>
        requests[at]?.side.code === true ? { ...extent, available: pt(10) } : extent,
      );
    const { sides, leftOut } = await codesOf([cardOf('P0', 1, 1)], 'persona', tarot, low);
    expect([sides, leftOut]).toEqual([['f b'], [{ persona: 'P0' }]]);
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
