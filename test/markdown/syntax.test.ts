import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escapeText, linkTo } from '../../src/outputs/markdownSyntax.ts';

const markdown = markdownIt({ html: true, linkify: true });

/** What a reader sees: text of the rendered paragraph, and whether any markup came in. */
function shown(source: string): { text: string; markup: string[] } {
  const tokens = markdown.parse(source, {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  return {
    text: inline.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join(''),
    markup: [...tokens, ...inline]
      .map(({ type }) => type)
      .filter((type) => !/^(paragraph_open|paragraph_close|inline|text|text_special|softbreak)$/.test(type)),
  };
}

describe('escapeText', () => {
  it.each([
    '<b>bold</b> & <script>alert(1)</script>',
    '{{name}} *star* _under_ `code` [link](http://x.example) ![image](x.png)',
    '# not a heading',
    '- not a list',
    '1. not a list',
    '> not a quote',
    'a | b | c',
    'https://example.org/auto www.example.org me@example.org',
    '~~struck~~ \\ backslash &amp; &#42;',
    '--- and ===',
    'two\nlines',
  ])('shows %j as it is', (text) => {
    expect(shown(`x ${escapeText(text)}`)).toEqual({ text: `x ${text.replace(/\n/g, ' ')}`, markup: [] });
  });

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *_`[]()<>#|~&!\\-+.:/@1') }), (text) => {
        const { text: seen, markup } = shown(`x${escapeText(text)}x`);
        expect(markup).toEqual([]);
        expect(seen).toBe(`x${text}x`);
      }),
    );
  });
});

describe('linkTo', () => {
  it('keeps brackets in texts and parentheses in addresses', () => {
    const [token] = markdown.parseInline(linkTo('a [b] c', 'rbac/x(1).md'), {});
    const open = token?.children?.find(({ type }) => type === 'link_open');
    expect(decodeURIComponent(String(open?.attrGet('href')))).toBe('rbac/x(1).md');
    expect(token?.children?.map(({ content }) => content).join('')).toBe('a [b] c');
  });
});
