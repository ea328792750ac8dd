import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Field } from '../../src/deck/model.ts';
import { mm, pt } from '../../src/design/units.ts';
import { fitCards } from '../../src/layout/cards/fit.ts';
import type { FrontSide, MeasureSides, SideRequest } from '../../src/layout/cards/model.ts';

const tarot = { name: 'tarot', width: mm(69.85), height: mm(120.65) };

const field = (key: Field['key'], texts: readonly string[]): Field => ({
  key,
  label: key,
  items: texts.map((text) => ({ text })),
});

function cardOf(components: readonly string[], skills: readonly string[], summary?: string): Card {
  return {
    id: 'P001',
    name: 'Engineer',
    stem: 'P001-engineer',
    kind: { id: 'person', label: 'Person' },
    ...(summary === undefined ? {} : { summary }),
    fields: [field('components', components), field('skills', skills)],
    access: components.map((text) => ({
      component: { text },
      cells: [{ status: 'granted', grants: [{ role: `role on ${text}`, assignment: 'standing' }] }],
    })),
  };
}

/** A side of 200 pt; a unit takes a line, and one more for every 40 characters. */
const measure: MeasureSides = async (requests) =>
  requests.map(({ side }) => {
    let bottom = 0;
    const heights = textsOf(side).map((text) => (1 + Math.floor(text.length / 40)) * side.size * 1.25);
    const bottoms = heights.map((height) => {
      bottom += height;
      return pt(bottom);
    });
    return { available: pt(200), bottoms, broken: false, nameLines: 1, nameBroken: false };
  });

function textsOf(side: SideRequest['side']): string[] {
  if (side.kind === 'back')
    return side.rows.map((row) => row.cells.flatMap((cell) => cell.grants.map(({ role }) => role)).join(' '));
  const summary = side.summary === undefined ? [] : [side.summary];
  return [
    ...summary,
    ...side.fields.flatMap((one) => (one.items.length === 0 ? ['none'] : one.items.map(({ text }) => text))),
  ];
}

const frontsOf = async (card: Card): Promise<FrontSide[]> => {
  const { cards } = await fitCards([card], tarot, measure);
  return cards.flatMap(({ front, back }) => [front, back]).filter((side) => side.kind === 'front');
};

describe('fitCards', () => {
  it('leaves a card that fits at the design size', async () => {
    const { cards, shrunk } = await fitCards([cardOf(['A', 'B'], ['C'])], tarot, measure);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.front).toMatchObject({ kind: 'front', size: 9, part: 1, parts: 1 });
    expect(shrunk).toEqual([]);
  });

  it('chooses the largest size that fits, in steps of a quarter point, and reports it', async () => {
    // 19 lines of 8.25 pt x 1.25 take 195.9 pt, of 8.5 pt 201.9 pt.
    const texts = Array.from({ length: 19 }, (_, index) => `s${index}`);
    const card = { ...cardOf([], texts.slice(1)), access: [] };
    const { cards, shrunk } = await fitCards([card], tarot, measure);
    expect(cards[0]?.front).toMatchObject({ size: 8.25 });
    expect(shrunk).toEqual([{ persona: 'P001', side: 'front', size: 8.25, designSize: 9, parts: 1, overflows: false }]);
  });

  it('continues at the floor, losing and repeating nothing', async () => {
    const skills = Array.from({ length: 60 }, (_, index) => `skill ${index}`);
    const fronts = await frontsOf(cardOf(['A'], skills));
    expect(fronts.length).toBeGreaterThan(1);
    expect(new Set(fronts.map(({ size }) => size))).toEqual(new Set([7]));
    const shown = fronts.flatMap((side) =>
      side.fields.filter(({ key }) => key === 'skills').flatMap(({ items }) => items),
    );
    expect(shown.map(({ text }) => text)).toEqual(skills);
  });

  it('cuts a text between words when it is longer than a whole side', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const fronts = await frontsOf(cardOf(['A'], ['B'], long));
    expect(
      fronts
        .map(({ summary }) => summary ?? '')
        .filter((part) => part !== '')
        .join(' '),
    ).toBe(long);
  });

  it('pairs fronts with backs, and uses both sides of the cards that follow', async () => {
    const { cards } = await fitCards(
      [
        cardOf(
          Array.from({ length: 70 }, (_, index) => `c${index}`),
          [],
        ),
      ],
      tarot,
      measure,
    );
    expect(cards.map(({ front, back }) => [front.kind, back.kind])).toEqual(
      cards.map((_, index) => (index < 3 ? ['front', 'back'] : expect.anything())),
    );
    expect(cards.at(-1)?.number).toBe(cards.length);
  });

  it('keeps every unit of any content exactly once, and every side within its height', async () => {
    const words = fc.array(
      fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /\S/.test(text)),
      { maxLength: 50 },
    );
    await fc.assert(
      fc.asyncProperty(words, words, async (components, skills) => {
        const { cards } = await fitCards([cardOf(components, skills)], tarot, measure);
        const sides = cards.flatMap(({ front, back }) => [front, back]);
        const shown = sides.flatMap((side) => (side.kind === 'front' ? side.fields.flatMap(({ items }) => items) : []));
        expect(shown.map(({ text }) => text)).toEqual([...components, ...skills].map((text) => text.trim()));
        const rows = sides.flatMap((side) => (side.kind === 'back' ? side.rows : []));
        expect(rows.map((row) => row.component.text)).toEqual(components);
        for (const side of sides) {
          if (side.kind === 'plain') continue;
          const [extent] = await measure([{ card: cards[0]?.card as Card, side }]);
          expect(Math.max(0, ...(extent?.bottoms ?? []))).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 60 },
    );
  });

  const cramped = [
    cardOf(['A b c', 'D'], ['E f'], 'one two three'),
    cardOf(['A'], ['B']),
    cardOf(['A'], []),
    cardOf([], []),
  ];

  it('ends also when there is no room at all, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: -20, max: 30, noNaN: true }),
        fc.constantFrom(...cramped),
        async (room, card) => {
          const tight: MeasureSides = async (requests) =>
            (await measure(requests)).map((extent) => ({ ...extent, available: pt(room) }));
          const { cards, shrunk } = await fitCards([card], tarot, tight);
          expect(cards.length).toBeLessThan(20);
          expect(shrunk.some(({ overflows }) => overflows)).toBe(room < 7 * 1.25);
        },
      ),
    );
  });

  it('measures all cards together: the number of rounds does not grow with the deck', async () => {
    const roundsFor = async (count: number): Promise<number> => {
      let rounds = 0;
      const cards = Array.from({ length: count }, (_, index) =>
        cardOf(
          ['A'],
          Array.from({ length: 10 + (index % 25) }, (_x, i) => `s${i}`),
        ),
      );
      await fitCards(cards, tarot, (requests) => {
        rounds += 1;
        return measure(requests);
      });
      return rounds;
    };
    expect(await roundsFor(200)).toBeLessThanOrEqual((await roundsFor(25)) + 1);
  });
});
