import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/deck/model.ts';
import { backContent } from '../../src/layout/cards/content.ts';

/** A card with one component: the roles of its cells. */
const cardOf = (...cells: readonly (readonly string[])[]): Card => ({
  id: 'P1',
  name: 'P1',
  stem: 'P1',
  kind: { id: 'person', label: 'Person' },
  fields: [],
  access: [
    {
      component: { text: 'Storage' },
      cells: cells.map((roles) => ({
        status: roles.length === 0 ? 'none' : 'granted',
        grants: roles.map((role) => ({ role, assignment: 'standing' })),
      })),
    },
  ],
});

describe('a component that takes several sides', () => {
  const content = backContent(cardOf(['a1', 'a2', 'a3'], [], ['c1'], ['d1', 'd2']));
  const roles = (from: number, to: number): string[][] =>
    content
      .slice({ unit: 0, part: from }, to === 6 ? content.end : { unit: 0, part: to })
      .flatMap(({ cells }) => cells.map(({ grants }) => grants.map(({ role }) => role)));

  it('is cut between any two roles, the first ones of all environments before the second ones', () => {
    expect(content.partsOf(0)).toBe(6);
    expect(roles(0, 1)).toEqual([['a1'], [], [], []]);
    expect(roles(0, 4)).toEqual([['a1', 'a2'], [], ['c1'], ['d1']]);
    expect(roles(4, 6)).toEqual([['a3'], [], [], ['d2']]);
  });

  it('loses none wherever it is cut', () => {
    for (let cut = 1; cut < 6; cut += 1) {
      expect([...roles(0, cut), ...roles(cut, 6)].flat().toSorted()).toEqual(['a1', 'a2', 'a3', 'c1', 'd1', 'd2']);
    }
  });
});
