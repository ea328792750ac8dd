import type { Pages, Shell } from '../../browser/pool.ts';

/** Chromium's part of printing keeps one core busy a page; more pages at once cost memory and gain little. */
export const AT_ONCE = 2;

/**
 * Prints each body as a document of its own, several at a time, begun in order. A body is made just before it is printed,
 * so that not all are in memory. Gives the PDFs in order; at the first failure no more are begun, and it is thrown.
 */
export async function printParts(pages: Pages, shell: Shell, bodies: readonly (() => string)[]): Promise<Uint8Array[]> {
  const printed: Uint8Array[] = [];
  let next = 0;
  const printNext = async (): Promise<void> => {
    const index = next++;
    const body = bodies[index];
    if (body === undefined) return;
    const html = body();
    printed[index] = await pages.withPage(shell, async (page) => {
      await page.setContent(html);
      return page.print();
    });
    await printNext();
  };
  const stopOthers = (error: unknown): never => {
    next = bodies.length;
    throw error;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => printNext().catch(stopOthers)));
  return printed;
}
