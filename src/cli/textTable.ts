import { displayWidth } from '../diagnostics/displayWidth.ts';
import { plainLine } from '../diagnostics/plainLine.ts';

/** Rows as lines of text, columns aligned by what they take on a terminal. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => header.map((_, column) => plainLine(row[column] ?? '')));
  const widths = header.map((_, nth) => lines.reduce((most, line) => Math.max(most, displayWidth(line[nth] ?? '')), 0));
  return lines
    .map((line) => line.map((cell, nth) => cell + ' '.repeat((widths[nth] ?? 0) - displayWidth(cell))))
    .map((line) => `${line.join('  ').trimEnd()}\n`)
    .join('');
}
