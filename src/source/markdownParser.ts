import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { tableRule } from './tableRule.ts';

/** Blocks of a markdown text; text in them is not yet parsed. */
export interface MarkdownBlocks {
  readonly tokens: Token[];
  /** Link definitions (`[label]: destination`) by label; `parseInline` needs them. */
  readonly env: MarkdownEnv;
}

export interface MarkdownEnv {
  readonly references?: Readonly<Record<string, { readonly href: string }>>;
}

/** A destination and where it stands. */
export interface Destination {
  /** Whether offsets count in the whole text (a definition) or in the text handed to `parseInline`. */
  readonly from: 'blocks' | 'inline';
  /** Offsets of the destination as written, angle brackets included. */
  readonly start: number;
  readonly end: number;
  /** With backslash escapes and entities resolved; still percent-encoded. */
  readonly text: string;
}

/**
 * The parser forgets where a destination stood. It calls `parseLinkDestination` (which knows) and then
 * `normalizeLink`, whose answer it keeps as the address: so the place is written in front of the address there, and
 * read back by `destinationOf`.
 */
const parser = (() => {
  const markdown = new MarkdownIt({ html: true });
  let phase: Destination['from'] = 'blocks';
  let last: { start: number; end: number } | undefined;
  const { parseLinkDestination } = markdown.helpers;
  markdown.helpers.parseLinkDestination = (text, start, max) => {
    const result = parseLinkDestination(text, start, max);
    if (result.ok) last = { start, end: result.pos };
    return result;
  };
  markdown.normalizeLink = (address) => {
    const place = last === undefined ? '' : `${phase} ${last.start} ${last.end}`;
    last = undefined;
    return `${place}\n${address}`;
  };
  markdown.block.ruler.at('table', tableRule, { alt: ['paragraph', 'reference'] });
  const htmlStarts: number[] = [];
  // Asked just before the rule for HTML, wherever text has a `<` that is neither escaped nor in code.
  markdown.inline.ruler.before('html_inline', 'html_place', (state, silent) => {
    if (!silent && state.src[state.pos] === '<') htmlStarts.push(state.pos);
    return false;
  });
  // Nothing is rendered here: which addresses are safe is the business of those who use them.
  markdown.validateLink = () => true;
  return {
    blocks(text: string): MarkdownBlocks {
      const tokens: Token[] = [];
      const env = {};
      phase = 'blocks';
      last = undefined;
      markdown.block.parse(text, markdown, env, tokens);
      return { tokens, env };
    },
    inline(text: string, env: MarkdownEnv): Token[] {
      const tokens: Token[] = [];
      phase = 'inline';
      last = undefined;
      htmlStarts.length = 0;
      markdown.inline.parse(text, markdown, env, tokens);
      placeHtml(text, tokens, htmlStarts);
      return tokens;
    },
  };
})();

/** Pairs pieces of HTML with the `<` they begin with; both are in the order of the text. */
function placeHtml(text: string, tokens: readonly Token[], starts: readonly number[]): void {
  let next = 0;
  for (const token of tokens) {
    if (token.type !== 'html_inline') continue;
    while (next < starts.length && !text.startsWith(token.content, starts[next])) next += 1;
    token.meta = { start: starts[next] ?? 0 };
    next += 1;
  }
}

/** Where a piece of HTML stands in the text handed to `parseInline`. */
export function htmlStartOf(token: Token): number {
  return (token.meta as { start: number } | null)?.start ?? 0;
}

/** Line ends are made `\n`: lines and columns stay, offsets may shift. */
export function parseBlocks(text: string): MarkdownBlocks {
  return parser.blocks(text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'));
}

export function parseInline(text: string, env: MarkdownEnv): Token[] {
  return parser.inline(text, env);
}

/** Reads the destination from the `href` or `src` of a token. Undefined for autolinks. */
export function destinationOf(href: string): Destination | undefined {
  const [place = '', ...rest] = href.split('\n');
  const [from, start, end] = place.split(' ');
  if (from !== 'blocks' && from !== 'inline') return undefined;
  return { from, start: Number(start), end: Number(end), text: rest.join('\n') };
}
