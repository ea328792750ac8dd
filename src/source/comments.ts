import type { Range } from '../diagnostics/diagnostic.ts';
import { LineIndex } from './lineIndex.ts';
import { parseBlocks } from './markdownParser.ts';

/** A comment of HTML that has a line for itself. */
export interface CommentLine {
  /** What stands between `<!--` and `-->`, without spaces around it. */
  readonly text: string;
  /** Offset of the line's first character, and of the first one after its end. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
}

const comment = /^[ \t]*<!--(.*)-->[ \t]*$/;

/** Comments in markdown that have a line for themselves, in order. Those in code are none. */
export function commentLinesOfMarkdown(text: string): CommentLine[] {
  const index = new LineIndex(text);
  const lines = parseBlocks(text).tokens.flatMap(({ type, map }) =>
    type === 'html_block' && map !== null ? numbers(map[0] + 1, map[1]) : [],
  );
  return lines.flatMap((line) => commentAt(index, line));
}

/** The same in HTML, where every such line counts. */
export function commentLinesOfHtml(text: string): CommentLine[] {
  const index = new LineIndex(text);
  return numbers(1, index.lineCount).flatMap((line) => commentAt(index, line));
}

function commentAt(index: LineIndex, line: number): CommentLine[] {
  const written = index.lineText(line);
  const inner = comment.exec(written)?.[1];
  if (inner === undefined) return [];
  const start = index.startOf(line);
  const column = written.indexOf('<!--');
  return [
    {
      text: inner.trim(),
      start,
      end: index.startOf(line + 1),
      range: index.rangeOf(start + column, start + written.trimEnd().length),
    },
  ];
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
