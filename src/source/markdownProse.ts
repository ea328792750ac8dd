import type Token from 'markdown-it/lib/token.mjs';
import { destinationOf, type MarkdownEnv, parseBlocks, parseInline } from './markdownParser.ts';
import { contentOf } from './tableRow.ts';
import { type TableLines, tableToken } from './tableRule.ts';

/** A stretch of text on a line. */
export type Span =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly spans: readonly Span[] }
  /** `destination` is percent-encoded, its escapes resolved. Nobody has said that it is safe to follow. */
  | { readonly kind: 'link'; readonly destination: string; readonly spans: readonly Span[] }
  | { readonly kind: 'image'; readonly destination: string; readonly alt: string }
  | { readonly kind: 'break' };

/** A piece of a document. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly Blocks[] }
  | { readonly kind: 'quote'; readonly blocks: Blocks }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly head: Cells; readonly rows: readonly Cells[] }
  | { readonly kind: 'rule' };

type Blocks = readonly Block[];
type Cells = readonly (readonly Span[])[];

/**
 * A markdown text as a tree, for pages that show it. HTML in it is text like any other, but for comments, which are left
 * out, and line breaks, which are what they say.
 */
export function parseProse(text: string): readonly Block[] {
  const { tokens, env } = parseBlocks(text);
  return new ProseReader(tokens, env).blocks();
}

class ProseReader {
  readonly #tokens: readonly Token[];
  readonly #env: MarkdownEnv;
  #at = 0;

  constructor(tokens: readonly Token[], env: MarkdownEnv) {
    this.#tokens = tokens;
    this.#env = env;
  }

  /** Up to the token that closes what the blocks stand in, which is passed. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token !== undefined && token.nesting >= 0; token = this.#next()) {
      const block = this.#block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #block(token: Token): Block | undefined {
    switch (token.type) {
      case 'heading_open':
        return { kind: 'heading', level: Number(token.tag.slice(1)), spans: this.#line() };
      case 'paragraph_open':
        return { kind: 'paragraph', spans: this.#line() };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return {
          kind: 'list',
          ordered: token.type === 'ordered_list_open',
          start: Number(token.attrGet('start') ?? 1),
          items: this.#items(),
        };
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.blocks() };
      case 'fence':
      case 'code_block':
        return { kind: 'code', text: token.content };
      case 'html_block':
        return htmlBlock(token.content);
      case 'hr':
        return { kind: 'rule' };
      case tableToken:
        return this.#table(token.meta as TableLines);
      default:
        return undefined;
    }
  }

  /** The text of a heading or paragraph, and the token that closes it. */
  #line(): Span[] {
    const spans = this.#next()?.content ?? '';
    this.#next();
    return this.#spans(spans);
  }

  #items(): Block[][] {
    const items: Block[][] = [];
    while (this.#next()?.type === 'list_item_open') items.push(this.blocks());
    return items;
  }

  #table({ columns, rows }: TableLines): Block {
    const [head = [], ...body] = rows.map(({ slices }) =>
      Array.from({ length: columns }, (_, column) => this.#spans(contentOf(slices[column]?.raw ?? ''))),
    );
    return { kind: 'table', head, rows: body };
  }

  #spans(text: string): Span[] {
    return spansOf(parseInline(text, this.#env).values());
  }
}

const containers: Readonly<Record<string, 'strong' | 'emphasis' | 'struck'>> = {
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'struck',
};

/** Up to the token that closes what the spans stand in. */
function spansOf(tokens: Iterator<Token>): Span[] {
  const spans: Span[] = [];
  for (let step = tokens.next(); step.done !== true && step.value.nesting >= 0; step = tokens.next()) {
    const span = spanOf(step.value, tokens);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

function spanOf(token: Token, tokens: Iterator<Token>): Span | undefined {
  const container = containers[token.type];
  if (container !== undefined) return { kind: container, spans: spansOf(tokens) };
  switch (token.type) {
    case 'link_open':
      return { kind: 'link', destination: addressIn(token.attrGet('href')), spans: spansOf(tokens) };
    case 'image':
      return { kind: 'image', destination: addressIn(token.attrGet('src')), alt: token.content };
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'softbreak':
      return { kind: 'text', text: '\n' };
    case 'hardbreak':
      return { kind: 'break' };
    case 'html_inline':
      return htmlSpan(token.content);
    default:
      return token.content === '' ? undefined : { kind: 'text', text: token.content };
  }
}

/** The parser writes the place of a destination in front of it; autolinks have none. */
function addressIn(written: string | null): string {
  return destinationOf(written ?? '')?.text ?? (written ?? '').replace(/^\n/, '');
}

function htmlSpan(html: string): Span | undefined {
  if (/^<br\s*\/?>$/i.test(html)) return { kind: 'break' };
  return html.startsWith('<!--') ? undefined : { kind: 'text', text: html };
}

function htmlBlock(html: string): Block | undefined {
  const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  return text === '' ? undefined : { kind: 'paragraph', spans: [{ kind: 'text', text }] };
}
