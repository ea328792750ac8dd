/**
 * A cross-reference table of object numbers, ascending, with their byte offsets: a section for each run of consecutive
 * numbers, each entry 20 bytes. Object 0, when given, heads the list of free ones, of which there are none.
 */
export function crossReferenceTable(offsets: readonly (readonly [number, number])[]): string {
  const runs: { readonly first: number; readonly entries: string[] }[] = [];
  for (const [object, offset] of offsets) {
    const last = runs.at(-1);
    const entry = object === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    if (last !== undefined && last.first + last.entries.length === object) last.entries.push(entry);
    else runs.push({ first: object, entries: [entry] });
  }
  return `xref\n${runs.map(({ first, entries }) => `${first} ${entries.length}\n${entries.join('')}`).join('')}`;
}
