/**
 * Columns by their numbers, in runs of at most `most` that are nearly as long as each other: what stands side by side
 * in one table.
 */
export function columnRuns(count: number, most: number): number[][] {
  const runs = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: runs }, (_, run) => {
    const [from, to] = [Math.round((run * count) / runs), Math.round(((run + 1) * count) / runs)];
    return Array.from({ length: to - from }, (_entry, index) => from + index);
  });
}
