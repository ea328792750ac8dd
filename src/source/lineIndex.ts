import type { Position, Range } from '../diagnostics/diagnostic.ts';

/**
 * Turns offsets into lines and columns, and back. Lines end at `\n`, `\r\n` or a lone `\r`, as editors see them.
 * Building it reads the text once; a lookup is a binary search.
 */
export class LineIndex {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
    }
    this.text = text;
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line (counted from 1); the end of the text for lines past the last. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** Text of a line (counted from 1) without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/[\r\n]+$/, '');
  }

  positionAt(offset: number): Position {
    let at = Math.max(0, Math.min(offset, this.text.length));
    // Between `\r` and `\n` no cursor can stand.
    if (this.text[at] === '\n' && this.text[at - 1] === '\r') at -= 1;
    const line = lastAtMost(this.#starts, at);
    return { line: line + 1, column: at - (this.#starts[line] ?? 0) + 1 };
  }

  offsetAt({ line, column }: Position): number {
    return this.startOf(line) + column - 1;
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(Math.max(start, end)) };
  }
}

/** Index of the last of the rising `numbers` that is not above `value`; 0 when all are. */
export function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
