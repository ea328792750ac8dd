import type { Range } from './diagnostic.ts';
import { displayWidth } from './displayWidth.ts';
import type { Palette } from './palette.ts';
import { plainLine } from './plainLine.ts';

/** Longest stretch of a source line that a frame shows, in UTF-16 code units; a table row can be far longer. */
const frameWidth = 100;

/** A text whose lines are looked up again and again: a file can have as many findings as lines. */
export class FramedText {
  readonly #lines: readonly string[];
  /** For each line, the index of the line that says most about it. */
  readonly #contexts: readonly number[];

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\n|\r/);
    this.#contexts = contextsOf(this.#lines);
  }

  /**
   * The line that a range starts on, another one for context, and a row of carets below what the range covers. Empty
   * when there is no such line.
   */
  frame(range: Range, palette: Palette): string[] {
    const index = range.start.line - 1;
    const line = this.#lines[index];
    if (line === undefined) return [];
    const gutter = String(range.start.line).length;
    const context = this.#contexts[index] ?? -1;
    const frame: string[] = [];
    const end = range.end.line === range.start.line ? range.end.column - 1 : line.length;
    const cropped = crop(line, range.start.column - 1, end);
    const before = window(this.#lines[context] ?? '', cropped.from);
    if (before.trim() !== '' && before !== '…') {
      frame.push(palette.quiet(`  ${String(context + 1).padStart(gutter)} | ${shown(before)}`));
    }
    frame.push(`${palette.quiet(`> ${range.start.line} |`)} ${shown(cropped.text)}`);
    const indent = ' '.repeat(displayWidth(shown(cropped.text.slice(0, cropped.start))));
    const carets = '^'.repeat(Math.max(1, displayWidth(shown(cropped.text.slice(cropped.start, cropped.end)))));
    frame.push(`${palette.quiet(`  ${' '.repeat(gutter)} |`)} ${indent}${carets}`);
    return frame;
  }
}

/** The heads of its table for a row, the line before for any other line and for the heads themselves. */
function contextsOf(lines: readonly string[]): number[] {
  let heads: number | undefined;
  return lines.map((line, index) => {
    if (!line.trimStart().startsWith('|')) heads = undefined;
    else if (heads !== undefined) return heads;
    else heads = index;
    return index - 1;
  });
}

/** Cuts a long line to a window around `start`; `from` is where the window begins in the line. */
function crop(line: string, start: number, end: number): { text: string; start: number; end: number; from: number } {
  if (line.length <= frameWidth) return { text: line, start, end: Math.max(start, end), from: 0 };
  // The beginning of a line says most: it is only left out when what is meant would not be seen.
  const from = end <= frameWidth ? 0 : Math.max(0, Math.min(start - 20, line.length - frameWidth));
  const shift = (from > 0 ? 1 : 0) - from;
  const to = Math.min(line.length, from + frameWidth);
  return { text: window(line, from), start: start + shift, end: Math.min(Math.max(start, end), to) + shift, from };
}

/** What stands in a line from a column on, with `…` where something is left out. */
function window(line: string, from: number): string {
  const to = Math.min(line.length, from + frameWidth);
  return (from > 0 ? '…' : '') + line.slice(from, to) + (to < line.length ? '…' : '');
}

/** A tab takes two columns here, whatever the terminal does, so that carets stay below what they mark. */
function shown(text: string): string {
  return plainLine(text.replaceAll('\t', '  '));
}
