import markdownIt from 'markdown-it';
import { Collector, type Reading } from './reading.ts';

const markdown = markdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyEmail: false, fuzzyLink: false });

/** What wikis find in the text of the rendered page: mentions and addresses of mail, formulas, emoji by their names. */
const found = /@\w|\$\S[^$]*\$|:[\w+-]+:/;
/** What they find as it is typed. */
const foundInSource = /\bwww\.\w|\[\[/;

/** Sizes of pictures are each wiki's own. */
const withoutSizes = (page: string): string => page.replace(/ =\d+x\)/g, ')').replace(/\)\{width=\d+\}/g, ')');

/** GitHub-flavoured markdown, with HTML and links made of bare addresses. */
export function readMarkdown(page: string): Reading {
  const seen = new Collector();
  for (const token of markdown.parse(withoutSizes(page.replace(/^---\n[\s\S]*?\n---\n/, '')), {})) {
    if (token.type === 'html_block') readHtml(token.content, seen);
    else if (token.type === 'inline') {
      const source = foundInSource.exec(token.content.replace(/\]\([^)]*\)/g, ']'));
      if (source !== null) seen.mark(`found in source: ${source[0]}`);
      let node = '';
      const endNode = (): void => {
        if (found.test(node)) seen.mark(`found in text: ${found.exec(node)?.[0]}`);
        node = '';
      };
      for (const child of token.children ?? []) {
        if (child.type === 'text') {
          node += child.content;
          seen.text(child.content);
          continue;
        }
        endNode();
        if (child.type === 'html_inline') readHtml(child.content, seen);
        else if (child.type === 'link_open') seen.link(child.attrGet('href') ?? '');
        else if (child.type === 'image') seen.picture(child.attrGet('src') ?? '');
        else seen.mark(child.type);
      }
      endNode();
    } else {
      seen.mark(token.type);
      seen.text(' ');
    }
  }
  return seen.reading;
}

function readHtml(html: string, seen: Collector): void {
  for (const [tag, name = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<\/?([a-z][a-z0-9]*)[^>]*>/g)) {
    if (name === 'span') continue;
    if (name === 'img') seen.picture(decode(/ src="([^"]*)"/.exec(tag)?.[1] ?? ''));
    else {
      seen.mark(name);
      seen.text(' ');
    }
  }
}

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&');
