import type Token from 'markdown-it/lib/token.mjs';
import type { Range } from '../diagnostics/diagnostic.ts';
import { type LineIndex, lastAtMost } from './lineIndex.ts';
import type { MarkdownHeading } from './markdownHeading.ts';
import { linksOf, type MarkdownLink } from './markdownLinks.ts';
import { type MarkdownBlocks, parseInline } from './markdownParser.ts';
import { isPlain, plainText } from './markdownText.ts';
import { contentOf, type RowSlice, splitRow } from './tableRow.ts';

/** One cell. Its place is that of its text without the space around it; of an empty cell, a point between its pipes. */
export interface MarkdownCell {
  /** What a reader sees, with `\n` for each `<br>`. */
  readonly text: string;
  /** The same, split at the breaks and trimmed; without empty lines. */
  readonly lines: readonly string[];
  /** Destinations of the links in it. */
  readonly links: readonly MarkdownLink[];
  readonly range: Range;
}

export interface MarkdownRow {
  /** As many as the table has columns: missing ones are empty, and stand at the end of the row. */
  readonly cells: readonly MarkdownCell[];
}

export interface MarkdownTable {
  readonly header: MarkdownRow;
  readonly rows: readonly MarkdownRow[];
  /** The headings that the table stands under, outermost first. */
  readonly headings: readonly MarkdownHeading[];
}

/** Reads the table that opens at a token. */
export class TableReader {
  readonly links: MarkdownLink[] = [];
  /** Index of the token that closes the table. */
  end: number;
  readonly #index: LineIndex;
  readonly #blocks: MarkdownBlocks;

  constructor(index: LineIndex, blocks: MarkdownBlocks, start: number) {
    this.#index = index;
    this.#blocks = blocks;
    this.end = start;
  }

  read(): { header: MarkdownRow; rows: MarkdownRow[] } {
    const rows: MarkdownRow[] = [];
    const { tokens } = this.#blocks;
    let line = 1;
    let contents: string[] = [];
    for (; this.end < tokens.length; this.end += 1) {
      const token = tokens[this.end] as Token;
      if (token.type === 'table_close') break;
      if (token.type === 'tr_open') {
        line = (token.map?.[0] ?? 0) + 1;
        contents = [];
      } else if (token.type === 'inline') contents.push(token.content);
      else if (token.type === 'tr_close') rows.push(this.#row(line, contents));
    }
    const [header, ...body] = rows;
    return { header: header ?? { cells: [] }, rows: body };
  }

  #row(line: number, contents: readonly string[]): MarkdownRow {
    const start = this.#index.startOf(line);
    const slices = splitRow(this.#index.lineText(line), contents);
    return { cells: slices.map((slice) => this.#cell(start, slice)) };
  }

  #cell(lineStart: number, slice: RowSlice): MarkdownCell {
    const start = lineStart + slice.start;
    const content = contentOf(slice.raw);
    if (isPlain(content)) return new Cell(this.#index, start, slice.raw.length, content);
    const tokens = parseInline(content, this.#blocks.env);
    const toRaw = rawOffsets(slice.raw);
    const links = linksOf(this.#index, tokens, (offset) => start + toRaw(offset));
    this.links.push(...links);
    return new Cell(this.#index, start, slice.raw.length, plainText(tokens).trim(), links);
  }
}

const noLinks: readonly MarkdownLink[] = [];

/** Works its place out when asked: a large table has many cells, and few of them are ever pointed at. */
class Cell implements MarkdownCell {
  readonly text: string;
  readonly links: readonly MarkdownLink[];
  readonly #index: LineIndex;
  readonly #start: number;
  readonly #length: number;

  constructor(index: LineIndex, start: number, length: number, text: string, links = noLinks) {
    this.text = text;
    this.links = links;
    this.#index = index;
    this.#start = start;
    this.#length = length;
  }

  get range(): Range {
    return this.#index.rangeOf(this.#start, this.#start + this.#length);
  }

  get lines(): readonly string[] {
    return this.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
}

/** Turns offsets in a cell's content into offsets in the raw cell, where each `\|` is one character longer. */
function rawOffsets(raw: string): (offset: number) => number {
  const escapes = [0];
  for (let at = raw.indexOf('\\|'); at >= 0; at = raw.indexOf('\\|', at + 2)) escapes.push(at - escapes.length + 2);
  return (offset) => offset + lastAtMost(escapes, offset);
}
