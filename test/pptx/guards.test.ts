import { describe, expect, test } from 'vitest';
import { pt } from '../../src/design/units.ts';
import { checkedBox, isRightToLeft, safeLine, safeText, webAddress } from '../../src/outputs/pptx/guards.ts';

describe('text that a package can hold', () => {
  test('has no control characters and no half characters', () => {
    expect(safeText('a\u0000b\u0008c\u001fd\ufffee\uffff\ud83d f\udc00😀\tg\nh')).toBe('abcde f😀\tg\nh');
  });

  test('is one line where a paragraph is', () => {
    expect(safeLine('a \r\n b\u2028c')).toBe('a b c');
  });
});

test.each([{ width: 0 }, { height: -1 }, { x: Number.NaN }, { y: Number.POSITIVE_INFINITY }])(
  '%o is no box',
  (wrong) => {
    const box = { x: pt(0), y: pt(0), width: pt(1), height: pt(1) };
    expect(checkedBox(box, 'Rail')).toBe(box);
    expect(() => checkedBox({ ...box, ...(wrong as object) }, 'Rail')).toThrow('Rail has no proper place');
  },
);

test.each([
  ['https://example.com/a b', 'https://example.com/a%20b'],
  ["https://example.com/(it's)", 'https://example.com/%28it%27s%29'],
  ['mailto:team@example.com', 'mailto:team@example.com'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['rbac/a.md', undefined],
])('%s becomes %s', (address, written) => {
  expect(webAddress(address)).toBe(written);
});

test.each([
  ['مرحبا', true],
  ['שלום', true],
  ['1. مرحبا', true],
  ['AI مرحبا', false],
  ['12 — ●', false],
  ['', false],
])('%s runs from right to left: %s', (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});
