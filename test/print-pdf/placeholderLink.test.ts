import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPlaceholders, pdfAddress, placeholderLink } from '../../src/outputs/print/pdf/placeholderLink.ts';

test('a placeholder holds nothing that HTML or PDF gives a meaning, and gives back what it stands for', () => {
  assert(
    property(string({ unit: 'grapheme', minLength: 1 }), (href) => {
      const placeholder = placeholderLink(href);
      expect(placeholder).toMatch(/^https:\/\/link\.invalid\/\?u=[\w.%-]*$/);
      const text = `/URI (${placeholder})>> /URI (https://example.com/)`;
      expect(findPlaceholders(text)).toEqual([{ href, start: 5, end: text.indexOf('>>') }]);
    }),
  );
});

describe('pdfAddress', () => {
  test.each([
    ['rbac/azure-storage.md', './rbac/azure-storage.md'],
    ['rbac/azure.storage.md#who%20may', './rbac/azure.storage.md#who%20may'],
    ['../rbac/a.md', '../rbac/a.md'],
    ['./a.md', './a.md'],
    ['/wiki/a', '/wiki/a'],
    ['?page=1', './?page=1'],
    ['https://example.com/a?b=c&d=e', 'https://example.com/a?b=c&d=e'],
    ['mailto:team@example.com', 'mailto:team@example.com'],
    ['a b (1).md', './a%20b%20%281%29.md'],
    ['työ/データ.md', './ty%C3%B6/%E3%83%87%E3%83%BC%E3%82%BF.md'],
    ['a\\b.md', './a%5Cb.md'],
  ])('%s becomes %s', (href, address) => {
    expect(pdfAddress(href)).toBe(address);
  });

  test.each(['', '#anchor'])('%j leads to no other document', (href) => {
    expect(() => pdfAddress(href)).toThrow('no link to another document');
  });

  test('is never longer than its placeholder, so it can take its place', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const href = `a${text}`;
        expect(pdfAddress(href).length).toBeLessThanOrEqual(placeholderLink(href).length);
        expect(pdfAddress(href)).toMatch(/^[\x21-\x7e]*$/);
        expect(pdfAddress(href)).not.toMatch(/[()\\]/);
      }),
    );
  });
});
