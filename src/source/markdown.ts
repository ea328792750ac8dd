import type Token from 'markdown-it/lib/token.mjs';
import type { Range } from '../diagnostics/diagnostic.ts';
import { LineIndex } from './lineIndex.ts';
import type { MarkdownHeading } from './markdownHeading.ts';
import { findHtmlTables } from './markdownHtmlTables.ts';
import { findHtmlLinks, findInlineLinks, findReferenceLinks, type MarkdownLink } from './markdownLinks.ts';
import { parseBlocks, parseInline } from './markdownParser.ts';
import { type MarkdownTable, TableReader } from './markdownTable.ts';
import { plainText } from './markdownText.ts';
import type { SourceFile } from './sourceFile.ts';
import { type TableLines, tableToken } from './tableRule.ts';

export type { MarkdownLink } from './markdownLinks.ts';
export type { MarkdownCell, MarkdownRow, MarkdownTable } from './markdownTable.ts';

/** A markdown file as data; the text itself stays the author's. */
export interface MarkdownDocument {
  readonly file: string;
  /** Text of the first level 1 heading. */
  readonly title?: string;
  /** GitHub-flavoured tables in document order, wherever they stand: in lists and quotes too. */
  readonly tables: readonly MarkdownTable[];
  /** Destinations of all links and images in document order, without autolinks, which lead to the web only. */
  readonly links: readonly MarkdownLink[];
  /** Tags that begin a table in HTML, which is not among `tables`. */
  readonly htmlTables: readonly Range[];
}

/**
 * Reads a markdown file: CommonMark with GitHub's tables. Blocks are parsed in full, text only where a table, a heading
 * or a link makes it worthwhile. Every string is markdown: there are no problems to report.
 */
export function parseMarkdown({ file, text }: SourceFile): MarkdownDocument {
  const index = new LineIndex(text);
  const blocks = parseBlocks(text);
  /** The headings that the current place stands under. */
  let headings: MarkdownHeading[] = [];
  let title: string | undefined;
  const tables: MarkdownTable[] = [];
  const htmlTables: Range[] = [];
  const links: MarkdownLink[] = findReferenceLinks(index, blocks.env);
  const reader = new TableReader(index, blocks.env);
  for (const [at, token] of blocks.tokens.entries()) {
    if (token.type === tableToken) {
      tables.push({ ...reader.read(token.meta as TableLines), headings });
    } else if (token.type === 'heading_open') {
      const heading = readHeading(index, blocks, at);
      headings = [...headings.filter(({ level }) => level < heading.level), heading];
      if (heading.level === 1 && heading.text !== '') title ??= heading.text;
    } else if (token.type === 'inline') {
      for (const link of findInlineLinks(index, blocks.env, token)) links.push(link);
      htmlTables.push(...findHtmlTables(index, blocks.env, token));
    } else if (token.type === 'html_block') {
      for (const link of findHtmlLinks(index, token)) links.push(link);
      htmlTables.push(...findHtmlTables(index, blocks.env, token));
    }
  }
  const ordered = inOrder([...links, ...reader.links]);
  return { file, ...(title === undefined ? {} : { title }), tables, links: ordered, htmlTables };
}

/** By place, each place once: whoever rewrites destinations goes through them from the front. */
function inOrder(links: readonly MarkdownLink[]): MarkdownLink[] {
  let end = 0;
  return links
    .toSorted((a, b) => a.offset[0] - b.offset[0])
    .filter(({ offset }) => {
      const free = offset[0] >= end;
      if (free) end = offset[1];
      return free;
    });
}

function readHeading(index: LineIndex, blocks: { tokens: Token[]; env: object }, at: number): MarkdownHeading {
  const open = blocks.tokens[at] as Token;
  const content = blocks.tokens[at + 1]?.content ?? '';
  const line = (open.map?.[0] ?? 0) + 1;
  const start = index.startOf(line);
  return {
    level: Number(open.tag.slice(1)),
    text: plainText(parseInline(content, blocks.env)).replaceAll('\n', ' '),
    range: index.rangeOf(start, start + index.lineText(line).length),
  };
}
