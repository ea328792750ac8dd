import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { arrangeWithElk } from '../../src/layout/diagrams/elk.ts';
import { layoutDiagrams } from '../../src/layout/diagrams/layoutDiagrams.ts';
import type { Diagram } from '../../src/layout/diagrams/model.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';
import { faultsOf } from './faults.ts';
import { generated, measureLetters } from './graphs.ts';

const ltr = { language: 'en', direction: 'ltr' } as const;

describe('a generated picture has nothing on anything else', () => {
  const cases = (['flow', 'architecture'] as const).flatMap((kind) =>
    [
      [10, 1],
      [10, 2],
      [20, 5],
      [20, 6],
      [50, 3],
      [50, 4],
      [200, 2],
    ].map(([count, seed]) => [kind, count, seed] as const),
  );
  it.each(cases)(
    '%s of %d nodes, seed %d',
    async (kind, count = 0, seed = 0) => {
      const [diagram] = await layoutDiagrams([generated(kind, count, seed)], ltr, measureLetters, arrangeWithElk);
      expect(diagram?.nodes).toHaveLength(count);
      expect(faultsOf(diagram as Diagram)).toEqual([]);
    },
    240_000,
  );

  it('and would be told if it had', async () => {
    const [diagram] = await layoutDiagrams([generated('flow', 10, 1)], ltr, measureLetters, arrangeWithElk);
    const { nodes } = diagram as Diagram;
    const moved = nodes.map((node, index) =>
      index === 1 ? { ...node, box: (nodes[0] as (typeof nodes)[0]).box } : node,
    );
    expect(faultsOf({ ...(diagram as Diagram), nodes: moved })).toContain('node:0 on node:1');
  });
});

describe('the pictures of the example', () => {
  const read = async (direction: 'ltr' | 'rtl'): Promise<Diagram[]> => {
    const { workload } = await readWorkload({ root: '.', folder: 'personas' });
    if (workload === undefined) throw new Error('The example has problems');
    const { graphs } = composeDeck(workload, loadLabels('en'));
    return layoutDiagrams(graphs, { language: 'en', direction }, measureLetters, arrangeWithElk);
  };

  it.each(['ltr', 'rtl'] as const)('have nothing on anything else, %s', async (direction) => {
    const diagrams = await read(direction);
    expect(diagrams.map(({ id }) => id)).toEqual(['dataops', 'mlops', 'genaiops', 'lambda-architecture', 'assistant']);
    for (const diagram of diagrams) expect({ [diagram.id]: faultsOf(diagram) }).toEqual({ [diagram.id]: [] });
  });

  it('are the same each time, and mirrored for scripts that run from right to left', async () => {
    const [first, again, mirrored] = [await read('ltr'), await read('ltr'), await read('rtl')];
    expect(again).toEqual(first);
    for (const [index, { nodes, width }] of first.entries()) {
      const xs = nodes.map(({ box }) => Math.round(width - box.x - box.width));
      expect(mirrored[index]?.nodes.map(({ box }) => Math.round(box.x))).toEqual(xs);
    }
  });

  it('have every word of every step, in lines that fit', async () => {
    for (const { nodes } of await read('ltr')) {
      for (const { node, title } of nodes) expect(title.lines.join(' ').replace('/ ', '/')).toBe(node.title);
    }
  });

  it('have lanes in line', async () => {
    const flows = (await read('ltr')).filter(({ kind }) => kind === 'flow');
    for (const { groups } of flows) {
      expect(new Set(groups.map(({ box }) => box.y)).size).toBe(1);
      expect(groups.map(({ group }) => group.title)).toEqual(['Dev', 'Stage', 'Production']);
    }
  });
});
