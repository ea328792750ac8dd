import type Token from 'markdown-it/lib/token.mjs';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { LineIndex } from './lineIndex.ts';
import { blankComments, offsetsOfBlock } from './markdownLinks.ts';
import { htmlStartOf, type MarkdownEnv, parseInline } from './markdownParser.ts';

/** The tags that begin a table in a block of HTML or in a text. Code and comments hold none. */
export function findHtmlTables(index: LineIndex, env: MarkdownEnv, token: Token): Range[] {
  if (!/<table[\s>]/i.test(token.content)) return [];
  const toFile = offsetsOfBlock(index, token);
  return tagsIn(token, env).map(({ start, end }) => index.rangeOf(toFile(start), toFile(end)));
}

interface Tag {
  readonly start: number;
  readonly end: number;
}

function tagsIn(token: Token, env: MarkdownEnv): Tag[] {
  if (token.type !== 'inline') return tableTags(token.content, 0);
  return parseInline(token.content, env)
    .filter(({ type }) => type === 'html_inline')
    .flatMap((inline) => tableTags(inline.content, htmlStartOf(inline)));
}

/** @param at offset of the HTML in the token's content */
function tableTags(html: string, at: number): Tag[] {
  return [...blankComments(html).matchAll(/<table(?:\s[^<>]*)?>/gi)].map(({ index, 0: tag }) => ({
    start: at + index,
    end: at + index + tag.length,
  }));
}
