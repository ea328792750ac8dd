import type { Range } from '../diagnostics/diagnostic.ts';
import { type LineIndex, lastAtMost } from './lineIndex.ts';
import type { MarkdownHeading } from './markdownHeading.ts';
import { linksOf, type MarkdownLink } from './markdownLinks.ts';
import { type MarkdownEnv, parseInline } from './markdownParser.ts';
import { isPlain, plainText } from './markdownText.ts';
import { contentOf, type RowSlice } from './tableRow.ts';
import type { TableLine, TableLines } from './tableRule.ts';

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
  /** The first text behind the last column, where no reader sees it; of most rows there is none. */
  readonly surplus?: MarkdownCell;
}

export interface MarkdownTable {
  readonly header: MarkdownRow;
  readonly rows: readonly MarkdownRow[];
  /** The headings that the table stands under, outermost first. */
  readonly headings: readonly MarkdownHeading[];
}

/** Reads the tables of one file. */
export class TableReader {
  /** Of all tables read so far. */
  readonly links: MarkdownLink[] = [];
  readonly #index: LineIndex;
  readonly #env: MarkdownEnv;

  constructor(index: LineIndex, env: MarkdownEnv) {
    this.#index = index;
    this.#env = env;
  }

  read({ columns, rows }: TableLines): Pick<MarkdownTable, 'header' | 'rows'> {
    const [header, ...body] = rows.map((row) => this.#row(row, columns));
    return { header: header ?? { cells: [] }, rows: body };
  }

  #row({ line, column, slices }: TableLine, columns: number): MarkdownRow {
    const start = this.#index.startOf(line) + column;
    const cells = slices.slice(0, columns).map((slice) => this.#cell(start, slice));
    if (slices.length > columns) {
      const surplus = slices.slice(columns).find(({ raw }) => raw !== '');
      return surplus === undefined ? { cells } : { cells, surplus: this.#cell(start, surplus) };
    }
    if (cells.length === columns) return { cells };
    const lineText = this.#index.lineText(line);
    const end = this.#index.startOf(line) + lineText.trimEnd().length;
    while (cells.length < columns) cells.push(new Cell(this.#index, end, 0, ''));
    return { cells };
  }

  #cell(rowStart: number, slice: RowSlice): MarkdownCell {
    const start = rowStart + slice.start;
    const content = contentOf(slice.raw);
    if (isPlain(content)) return new Cell(this.#index, start, slice.raw.length, content);
    const tokens = parseInline(content, this.#env);
    const toRaw = rawOffsets(slice.raw);
    const links = linksOf(this.#index, tokens, (offset) => start + toRaw(offset));
    for (const link of links) this.links.push(link);
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
