import type { Pages, Shell, ShellPage } from '../browser/pool.ts';

/**
 * Measures `items` in batches of `size`, several at once as far as the pool lends pages, and gives the results in order.
 * A batch is what is laid out together: large enough that layout takes the time, not the round trip.
 */
export async function inBatches<Item, Result>(
  pages: Pages,
  shell: Shell,
  items: readonly Item[],
  size: number,
  measure: (page: ShellPage, batch: readonly Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
  const results = await Promise.all(batches.map((batch) => pages.withPage(shell, (page) => measure(page, batch))));
  return results.flat();
}
