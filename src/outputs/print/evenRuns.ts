/** Cuts a list into as few runs of at most `most` as do, of sizes that differ by one at most; at least one run. */
export function evenRuns<T>(list: readonly T[], most: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  const start = (run: number): number => Math.floor((run * list.length) / count);
  return Array.from({ length: count }, (_, run) => list.slice(start(run), start(run + 1)));
}
