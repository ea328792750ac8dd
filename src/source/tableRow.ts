/** A cell as it stands in the line: without the space around it, pipes still escaped. */
export interface RowSlice {
  /** Offset in the line. */
  readonly start: number;
  readonly raw: string;
}

/**
 * Finds the cells of a table row in its line, which the markdown parser does not tell. What stands before the row in
 * the line (the marks of lists and quotes around the table) belongs to no cell.
 *
 * @param line the whole line of the file
 * @param contents the cells as the parser read them: trimmed, pipes unescaped, as many as the table has columns
 */
export function splitRow(line: string, contents: readonly string[]): RowSlice[] {
  const slices = slicesBetweenPipes(line);
  const [first] = slices;
  // An outer pipe opens the row: what stands before it is no cell.
  const open = slices.slice(1);
  if (first === undefined || first.raw === '') return fit(open, contents.length, line);
  const withoutMarks = [{ ...first, ...suffixLike(first, contents[0] ?? '') }, ...open];
  // With marks of a list or quote before the row, only the contents tell whether they end in an outer pipe.
  const closed = /^[\s>*+\-.)\d]*$/.test(first.raw) && matches(open, contents);
  return fit(closed ? open : withoutMarks, contents.length, line);
}

function slicesBetweenPipes(line: string): RowSlice[] {
  const slices: RowSlice[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue;
    slices.push(trimmed(line, start, at));
    start = at + 1;
  }
  return slices;
}

function trimmed(line: string, start: number, end: number): RowSlice {
  const whole = line.slice(start, end);
  const raw = whole.trim();
  // An empty cell: behind one space, where an author would type.
  if (raw === '') return { start: Math.max(start, Math.min(start + 1, end - 1)), raw };
  return { start: start + whole.length - whole.trimStart().length, raw };
}

/** Shortens the first slice to the end that reads as `content`: marks of lists and quotes stand before it. */
function suffixLike(slice: RowSlice, content: string): RowSlice {
  const escapes = slice.raw.length - contentOf(slice.raw).length;
  const length = Math.min(slice.raw.length, content.length + escapes);
  const cut = slice.raw.length - length;
  return { start: slice.start + cut, raw: slice.raw.slice(cut) };
}

function matches(slices: readonly RowSlice[], contents: readonly string[]): boolean {
  return contents.every((content, index) => contentOf(slices[index]?.raw ?? '') === content);
}

/** As many cells as the table has columns. */
function fit(slices: readonly RowSlice[], count: number, line: string): RowSlice[] {
  if (slices.length === count) return [...slices];
  const end = line.trimEnd().length;
  return Array.from({ length: count }, (_, index) => slices[index] ?? { start: end, raw: '' });
}

/** The cell's text with `\|` made `|`. */
export function contentOf(raw: string): string {
  return raw.includes('\\|') ? raw.replaceAll('\\|', '|') : raw;
}
