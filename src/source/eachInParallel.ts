/** Files opened at a time: enough to hide the latency of a disk, few enough for any limit on open files. */
const openAtOnce = 32;

/** Applies `work` to every item, several at a time. The results stand in the order of the items. */
export async function eachInParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = Array.from({ length: items.length });
  let next = 0;
  async function lane(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  }
  await Promise.all(Array.from({ length: Math.min(openAtOnce, items.length) }, lane));
  return results;
}
