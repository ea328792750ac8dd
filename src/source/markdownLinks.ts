import type Token from 'markdown-it/lib/token.mjs';
import type { Range } from '../diagnostics/diagnostic.ts';
import { type LineIndex, lastAtMost } from './lineIndex.ts';
import { destinationOf, htmlStartOf, type MarkdownEnv, parseInline } from './markdownParser.ts';

/** The destination of a link or an image, in markdown or in HTML. */
export interface MarkdownLink {
  /** As written, without angle brackets or quotes. */
  readonly target: string;
  /** With escapes and entities resolved; still percent-encoded. */
  readonly destination: string;
  readonly range: Range;
  /** Start and end of `target` in the text. */
  readonly offset: readonly [number, number];
}

/** Offset in the file of an offset in a piece of text that the parser handed out. */
export type ToFile = (offset: number) => number;

/** Links and images in a paragraph, a heading or a list item. */
export function findInlineLinks(index: LineIndex, env: MarkdownEnv, token: Token): MarkdownLink[] {
  if (!/[[<]/.test(token.content)) return [];
  const tokens = parseInline(token.content, env);
  return linksOf(index, tokens, offsetsOfBlock(index, token));
}

/** Destinations of definitions, `[label]: destination`. They count once, however often they are used. */
export function findReferenceLinks(index: LineIndex, env: MarkdownEnv): MarkdownLink[] {
  const references = Object.values(env.references ?? {});
  if (references.length === 0) return [];
  const toFile = offsetsBeforeLineEnds(index);
  return references.flatMap(({ href }) => {
    const found = destinationOf(href);
    return found?.from === 'blocks' ? [linkAt(index, toFile(found.start), toFile(found.end), found.text)] : [];
  });
}

/** `src` and `href` in a block of HTML. */
export function findHtmlLinks(index: LineIndex, token: Token): MarkdownLink[] {
  const toFile = offsetsOfBlock(index, token);
  return htmlAddresses(token.content).map(({ start, end, text }) => linkAt(index, toFile(start), toFile(end), text));
}

/** Links among parsed tokens; those through a definition are left to `findReferenceLinks`. */
export function linksOf(index: LineIndex, tokens: readonly Token[], toFile: ToFile): MarkdownLink[] {
  return tokens.flatMap((token) => {
    const href = token.attrGet(token.type === 'image' ? 'src' : 'href');
    const found = href === null ? undefined : destinationOf(href);
    if (found?.from === 'inline') return [linkAt(index, toFile(found.start), toFile(found.end), found.text)];
    if (token.type !== 'html_inline') return [];
    const at = htmlStartOf(token);
    return htmlAddresses(token.content).map(({ start, end, text }) =>
      linkAt(index, toFile(at + start), toFile(at + end), text),
    );
  });
}

/** `start` and `end` enclose the destination as written; angle brackets around it are left out. */
function linkAt(index: LineIndex, start: number, end: number, destination: string): MarkdownLink {
  const bracketed = index.text[start] === '<' && index.text[end - 1] === '>';
  const from = bracketed ? start + 1 : start;
  const to = bracketed ? end - 1 : end;
  return { target: index.text.slice(from, to), destination, range: index.rangeOf(from, to), offset: [from, to] };
}

/** Offsets in `content`, which lacks the indentation and the marks of lists and quotes before each line. */
export function offsetsOfBlock(index: LineIndex, { content, map }: Token): ToFile {
  const first = (map?.[0] ?? 0) + 1;
  const contentStarts: number[] = [];
  const fileStarts: number[] = [];
  let at = 0;
  for (const [nth, written] of content.split('\n').entries()) {
    const line = index.lineText(first + nth);
    // What is left of a tab may have become spaces: then the text behind them is looked for.
    const found = line.lastIndexOf(written);
    const text = written.trimStart();
    const column = found >= 0 ? found : line.lastIndexOf(text) - (written.length - text.length);
    contentStarts.push(at);
    fileStarts.push(index.startOf(first + nth) + column);
    at += written.length + 1;
  }
  return (offset) => {
    const line = lastAtMost(contentStarts, offset);
    return (fileStarts[line] ?? 0) + offset - (contentStarts[line] ?? 0);
  };
}

/** Offsets in the text with line ends made `\n`, as the parser saw it. */
function offsetsBeforeLineEnds(index: LineIndex): ToFile {
  if (!index.text.includes('\r\n')) return (offset) => offset;
  const normal: number[] = [];
  for (let line = 1, at = 0; line <= index.lineCount; line += 1) {
    normal.push(at);
    at += index.lineText(line).length + 1;
  }
  return (offset) => {
    const line = lastAtMost(normal, offset);
    return index.startOf(line + 1) + offset - (normal[line] ?? 0);
  };
}

/** Addresses in the `src` and `href` of tags; comments are passed over. */
function htmlAddresses(html: string): { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  // Without `<`, so that a long run of unclosed tags is not searched to its end from each of them.
  const openTag = /<(?:img|a|source|video|audio)\s[^<>]*>/gi;
  const attribute = /\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
  for (const tag of blankComments(html).matchAll(openTag)) {
    for (const match of tag[0].matchAll(attribute)) {
      const written = match[1] ?? match[2] ?? match[3] ?? '';
      const quoted = match[3] === undefined ? 1 : 0;
      const end = tag.index + match.index + match[0].length - quoted;
      found.push({ start: end - written.length, end, text: written.replaceAll('&amp;', '&') });
    }
  }
  return found;
}

/** Comments replaced by as many spaces; one that is not closed reaches to the end. */
export function blankComments(html: string): string {
  let blanked = '';
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    const close = html.indexOf('-->', open + 4);
    const end = close < 0 ? html.length : close + 3;
    blanked += html.slice(at, open) + ' '.repeat(end - open);
    at = end;
  }
  return blanked + html.slice(at);
}
