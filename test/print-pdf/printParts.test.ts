import { describe, expect, test } from 'vitest';
import type { Pages, ShellPage } from '../../src/browser/pool.ts';
import { evenRuns } from '../../src/outputs/print/evenRuns.ts';
import { printParts } from '../../src/outputs/print/printParts.ts';

const shell = { html: '' };

/** A pool whose pages "print" what they show, the first begun the slowest. */
function slowPool() {
  const counts = { begun: 0, open: 0, most: 0 };
  const pool: Pages = {
    async withPage(_, use) {
      counts.begun += 1;
      counts.open += 1;
      counts.most = Math.max(counts.most, counts.open);
      const delay = 20 / counts.begun;
      let shown = '';
      const page: Partial<ShellPage> = {
        setContent: async (html) => {
          shown = html;
        },
        print: async () => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          if (shown === 'bad') throw new Error('cannot print');
          return Buffer.from(shown);
        },
      };
      try {
        return await use(page as ShellPage);
      } finally {
        counts.open -= 1;
      }
    },
  };
  return { pool, counts };
}

describe('parts', () => {
  test('are printed two at a time, and come in order', async () => {
    const { pool, counts } = slowPool();
    const made: string[] = [];
    const bodies = ['a', 'b', 'c', 'd', 'e'].map((name) => () => {
      made.push(name);
      return name;
    });
    expect((await printParts(pool, shell, bodies)).map(String)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(made).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(counts).toEqual({ begun: 5, open: 0, most: 2 });
  });

  test('after one that fails are not begun', async () => {
    const { pool, counts } = slowPool();
    const bodies = ['a', 'bad', 'c', 'd', 'e', 'f'].map((name) => () => name);
    await expect(printParts(pool, shell, bodies)).rejects.toThrow('cannot print');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counts.begun).toBeLessThan(5);
  });
});

describe('evenRuns', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [25, 26]],
    [110, [36, 37, 37]],
  ])('of %i, at most 50 each', (length, sizes) => {
    const list = Array.from({ length }, (_, index) => index);
    const runs = evenRuns(list, 50);
    expect(runs.map((run) => run.length)).toEqual(sizes);
    expect(runs.flat()).toEqual(list);
  });
});
