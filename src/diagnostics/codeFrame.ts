import type { Range } from './diagnostic.ts';
import type { Palette } from './palette.ts';
import { plainLine } from './plainLine.ts';

/** Longest stretch of a source line that a frame shows, in UTF-16 code units; a table row can be far longer. */
const frameWidth = 100;

/**
 * The line that a range starts on, the one before it for context, and a row of carets below what the range covers.
 * Empty when the line does not exist in `text`.
 */
export function codeFrame(text: string, range: Range, palette: Palette): string[] {
  const lines = text.split(/\r\n|\n|\r/, range.start.line);
  const line = lines[range.start.line - 1];
  if (line === undefined) return [];
  const gutter = String(range.start.line).length;
  const frame: string[] = [];
  const before = lines[range.start.line - 2];
  if (before !== undefined && before.trim() !== '') {
    frame.push(palette.quiet(`  ${String(range.start.line - 1).padStart(gutter)} | ${shown(crop(before, 0, 0).text)}`));
  }
  const end = range.end.line === range.start.line ? range.end.column - 1 : line.length;
  const cropped = crop(line, range.start.column - 1, end);
  frame.push(`${palette.quiet(`> ${range.start.line} |`)} ${shown(cropped.text)}`);
  const indent = ' '.repeat(displayWidth(shown(cropped.text.slice(0, cropped.start))));
  const carets = '^'.repeat(Math.max(1, displayWidth(shown(cropped.text.slice(cropped.start, cropped.end)))));
  frame.push(`${palette.quiet(`  ${' '.repeat(gutter)} |`)} ${indent}${carets}`);
  return frame;
}

/** Cuts a long line to a window around `start`, with `…` where something is left out. */
function crop(line: string, start: number, end: number): { text: string; start: number; end: number } {
  if (line.length <= frameWidth) return { text: line, start, end: Math.max(start, end) };
  const from = Math.max(0, Math.min(start - 20, line.length - frameWidth));
  const to = Math.min(line.length, from + frameWidth);
  const head = from > 0 ? '…' : '';
  const text = head + line.slice(from, to) + (to < line.length ? '…' : '');
  const shift = head.length - from;
  return { text, start: start + shift, end: Math.min(Math.max(start, end), to) + shift };
}

/** A tab takes two columns here, whatever the terminal does, so that carets stay below what they mark. */
function shown(text: string): string {
  return plainLine(text.replaceAll('\t', '  '));
}

/** Columns of a terminal: wide East Asian characters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
