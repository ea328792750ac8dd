/** A cell as it stands in a row: without the space around it, pipes still escaped. */
export interface RowSlice {
  /** Offset in the row. */
  readonly start: number;
  readonly raw: string;
}

/** The cells of a table row, split at pipes that no backslash escapes. Outer pipes may lack. */
export function slicesOf(row: string): RowSlice[] {
  const slices: RowSlice[] = [];
  let start = 0;
  for (let pipe = nextPipe(row, 0); pipe >= 0; pipe = nextPipe(row, start)) {
    slices.push(trimmed(row, start, pipe));
    start = pipe + 1;
  }
  slices.push(trimmed(row, start, row.length));
  if (slices[0]?.raw === '') slices.shift();
  if (slices.at(-1)?.raw === '') slices.pop();
  return slices;
}

function nextPipe(row: string, from: number): number {
  let at = row.indexOf('|', from);
  while (at > 0 && row[at - 1] === '\\') at = row.indexOf('|', at + 1);
  return at;
}

function trimmed(row: string, start: number, end: number): RowSlice {
  const whole = row.slice(start, end);
  const raw = whole.trim();
  // An empty cell: behind one space, where an author would type.
  if (raw === '') return { start: Math.max(start, Math.min(start + 1, end - 1)), raw };
  return { start: start + whole.length - whole.trimStart().length, raw };
}

/** The cell's text with `\|` made `|`. */
export function contentOf(raw: string): string {
  return raw.includes('\\|') ? raw.replaceAll('\\|', '|') : raw;
}
