import type { Block, Span } from '../../source/markdownProse.ts';
import { parseProse } from '../../source/markdownProse.ts';
import { escapeHtml, ownMarkup } from '../../html/templates.ts';

export interface ProseOptions {
  /** Level of the heading that the text stands under. */
  readonly below: number;
  /** What its tables are called, for those who do not see them. */
  readonly tableLabel: string;
  /** Address of a local destination; undefined where it leads nowhere. */
  readonly href: (destination: string) => string | undefined;
}

/** A markdown text as HTML. All of its text is escaped: nothing in it can be markup. */
export function proseHtml(markdown: string, options: ProseOptions): object {
  const writer = new ProseWriter(options);
  const blocks = parseProse(markdown);
  // The title of the file is that of the page.
  const [first] = blocks;
  return ownMarkup(writer.blocks(first?.kind === 'heading' && first.level === 1 ? blocks.slice(1) : blocks));
}

class ProseWriter {
  readonly #options: ProseOptions;
  /** Of the last heading: none is more than one below the one before. */
  #level: number;

  constructor(options: ProseOptions) {
    this.#options = options;
    this.#level = options.below;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block.level, block.spans);
      case 'paragraph':
        return `<p>${this.#spans(block.spans)}</p>`;
      case 'list': {
        const items = block.items.map((item) => `<li>${this.#item(item)}</li>`).join('');
        return block.ordered ? `<ol start="${block.start}">${items}</ol>` : `<ul>${items}</ul>`;
      }
      case 'quote':
        return `<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'code':
        return `<pre tabindex="0"><code dir="ltr">${escapeHtml(block.text)}</code></pre>`;
      case 'table':
        return this.#table(block);
      case 'rule':
        return '<hr>';
    }
  }

  #heading(written: number, spans: readonly Span[]): string {
    this.#level = Math.min(this.#options.below + Math.max(written - 1, 1), this.#level + 1, 6);
    return `<h${this.#level}>${this.#spans(spans)}</h${this.#level}>`;
  }

  /** A single paragraph is the item's own text. */
  #item(blocks: readonly Block[]): string {
    const [only, ...more] = blocks;
    return only?.kind === 'paragraph' && more.length === 0 ? this.#spans(only.spans) : this.blocks(blocks);
  }

  #table({ head, rows }: Extract<Block, { kind: 'table' }>): string {
    const cell = (spans: readonly Span[]): string => `<td>${this.#spans(spans)}</td>`;
    const label = (spans: readonly Span[]): string =>
      spans.length === 0 ? '<td></td>' : `<th scope="col">${this.#spans(spans)}</th>`;
    const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
    return (
      `<div class="scroll" role="group" aria-label="${escapeHtml(this.#options.tableLabel)}" tabindex="0">` +
      `<table class="list"><thead><tr>${head.map(label).join('')}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
    );
  }

  #spans(spans: readonly Span[]): string {
    return spans.map((span) => this.#span(span)).join('');
  }

  #span(span: Span): string {
    switch (span.kind) {
      case 'text':
        return escapeHtml(span.text);
      case 'code':
        return `<code>${escapeHtml(span.text)}</code>`;
      case 'strong':
        return `<strong>${this.#spans(span.spans)}</strong>`;
      case 'emphasis':
        return `<em>${this.#spans(span.spans)}</em>`;
      case 'struck':
        return `<s>${this.#spans(span.spans)}</s>`;
      case 'link':
        return this.#link(span.destination, this.#spans(span.spans));
      case 'image':
        return this.#image(span.destination, span.alt);
      case 'break':
        return '<br>';
    }
  }

  #link(destination: string, html: string): string {
    const address = isWeb(destination) ? destination : this.#options.href(destination);
    return address === undefined ? html : `<a href="${escapeHtml(address)}">${html}</a>`;
  }

  /** Pages show nothing from elsewhere: such a picture is a link. */
  #image(destination: string, alt: string): string {
    const words = escapeHtml(alt === '' ? destination : alt);
    if (isWeb(destination)) return `<a href="${escapeHtml(destination)}">${words}</a>`;
    const address = this.#options.href(destination);
    return address === undefined ? words : `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" loading="lazy">`;
  }
}

/** Addresses that a page may lead to; all others are local or not to be followed. */
const isWeb = (destination: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(destination);
