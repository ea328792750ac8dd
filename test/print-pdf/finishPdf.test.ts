import { describe, expect, test } from 'vitest';
import { pt } from '../../src/design/units.ts';
import { finishPdf } from '../../src/outputs/print/pdf/finishPdf.ts';
import type { PageArea } from '../../src/outputs/print/pdf/pageBoxes.ts';
import { PdfFile } from '../../src/outputs/print/pdf/pdfFile.ts';
import { placeholderLink } from '../../src/outputs/print/pdf/placeholderLink.ts';
import { readPdf } from './readPdf.ts';
import { smallPdf, twoPages } from './smallPdf.ts';

const area = (left: number, top: number, width: number, height: number): PageArea => ({
  left: pt(left),
  top: pt(top),
  width: pt(width),
  height: pt(height),
});

const card = {
  media: area(0, 0, 196.583, 267.449),
  bleed: area(0, 0, 196.583, 267.449),
  trim: area(9, 9, 178.583, 249.449),
};
const linked = (...hrefs: string[]): Buffer => twoPages(hrefs.map(placeholderLink));
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

describe('links', () => {
  test('lead where they should, in their place in the file', async () => {
    const hrefs = ['rbac/a.md', '../x/y.md#z', 'https://example.com/?q=1'];
    const pdf = linked(...hrefs);
    const finished = finishPdf(pdf, { title: 'T', expectedLinks: hrefs });
    expect((await readPdf(finished)).links).toEqual(['./rbac/a.md', '../x/y.md#z', 'https://example.com/?q=1']);
    expect(textOf(finished)).not.toContain('link.invalid');
    expect(textOf(finished).indexOf('xref')).toBe(textOf(pdf).indexOf('xref'));
  });

  test('that are missing, unknown or too few are an error', () => {
    const finish = (expectedLinks: string[]) => () =>
      finishPdf(linked('a.md', 'b.md', 'b.md'), { title: 'T', expectedLinks });
    expect(finish(['a.md', 'b.md', 'b.md'])).not.toThrow();
    expect(finish(['b.md', 'a.md'])).not.toThrow();
    expect(finish(['a.md'])).toThrow('links to b.md, which was not expected');
    expect(finish(['a.md', 'b.md', 'c.md'])).toThrow('did not get into the PDF: c.md');
    expect(finish(['a.md', 'a.md', 'b.md'])).toThrow('did not get into the PDF: a.md');
  });

  test('a placeholder in another place than a link is an error', () => {
    const pdf = smallPdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids []>>',
      `<</Alt (${placeholderLink('a')})>>`,
      '<<>>',
    ]);
    expect(() => finishPdf(pdf, { title: 'T' })).toThrow('placeholder');
  });

  test('to files of this machine are an error', () => {
    expect(() => finishPdf(twoPages(['file:///tmp/x/rbac/a.md']), { title: 'T' })).toThrow(
      /file:\/\/\/tmp\/x\/rbac\/a\.md.*placeholderLink/,
    );
  });
});

describe('boxes', () => {
  const boxesOf = (pdf: Uint8Array): string[][] =>
    new PdfFile(Buffer.from(pdf))
      .pages()
      .map(({ dictionary }) => ['/MediaBox', '/BleedBox', '/TrimBox'].map((name) => dictionary.get(name) ?? ''));

  test('are exact, and hang on the top left corner of what was printed', async () => {
    const finished = finishPdf(twoPages(), { title: 'T', boxes: card });
    const expected = ['[0 -0.329 196.583 267.12]', '[0 -0.329 196.583 267.12]', '[9 8.671 187.583 258.12]'];
    expect(boxesOf(finished)).toEqual([expected, expected]);
    expect((await readPdf(finished)).views).toEqual([
      [0, -0.329, 196.583, 267.12],
      [0, -0.329, 196.583, 267.12],
    ]);
  });

  test('may differ from page to page, in the order of the pages, not of the file', () => {
    const plain = { media: area(0, 0, 197, 267) };
    const finished = finishPdf(twoPages(), { title: 'T', boxes: [plain, card] });
    expect(boxesOf(finished).map(([, , trim]) => trim)).toEqual(['', '[9 8.671 187.583 258.12]']);
    const pages = new PdfFile(Buffer.from(finished)).pages();
    expect(pages.map(({ object }) => object)).toEqual([4, 3]);
  });

  test('leave everything else of a page as it was', () => {
    const finished = finishPdf(twoPages(), { title: 'T', boxes: card });
    const [first, second] = new PdfFile(Buffer.from(finished)).pages().map(({ dictionary }) => dictionary);
    expect(first?.get('/Resources')).toBe('<</ExtGState <</G3 6 0 R>>>>');
    expect(second?.get('/Note')).toBe('(a \\) >> \\( b (c))');
    expect(second?.get('/Parent')).toBe('2 0 R');
  });

  test('of another size or number than was printed are an error', () => {
    const a4 = { media: area(0, 0, 595.276, 841.89) };
    expect(() => finishPdf(twoPages(), { title: 'T', boxes: a4 })).toThrow(
      'printed 197.03999 x 267.12 pt, but should be 595.28 x 841.89 pt',
    );
    expect(() => finishPdf(twoPages(), { title: 'T', boxes: [card] })).toThrow('has 2 pages, but should have 1');
  });
});

describe('document information', () => {
  test('is what was given, in any script, and no more', async () => {
    const given = { title: 'Työkuorma (データ) \\', author: 'Team 😀', subject: 'S', keywords: 'a, b' };
    const { info } = await readPdf(finishPdf(twoPages(), given));
    expect(info).toMatchObject({
      Title: given.title,
      Author: given.author,
      Subject: 'S',
      Keywords: 'a, b',
      Producer: 'persona-deck',
    });
    expect(info).not.toHaveProperty('CreationDate');
  });

  test('tells nothing about the browser and the day', () => {
    const text = textOf(finishPdf(twoPages(), { title: 'T' }));
    expect(text).not.toMatch(/Mozilla|2026/);
  });

  test('holds a date when one is given', async () => {
    const { info } = await readPdf(finishPdf(twoPages(), { title: 'T', date: new Date('2024-02-03T04:05:06Z') }));
    expect(info).toMatchObject({ CreationDate: 'D:20240203040506Z', ModDate: 'D:20240203040506Z' });
  });
});

describe('bytes', () => {
  test('are the same for the same content, with an id that follows it, and the input stays as it was', () => {
    const pdf = linked('a.md');
    const before = Buffer.from(pdf);
    const finish = { title: 'T', boxes: card };
    const [one, other] = [finishPdf(pdf, finish), finishPdf(pdf, finish)];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(pdf.equals(before)).toBe(true);
    const idOf = (bytes: Uint8Array) => /\/ID \[<(\w{32})> <\1>\]/.exec(textOf(bytes))?.[1];
    expect(idOf(one)).toBeDefined();
    expect(idOf(finishPdf(linked('b.md'), finish))).not.toBe(idOf(one));
  });

  test('do not depend on the numbers that the browser gave to table headers', () => {
    const pdf = (one: number, other: number): Uint8Array => {
      const [first, last] = [one, other].map((id) => `(node${String(id).padStart(8, '0')})`);
      const tags = [
        `<</ID ${last} /Headers [${first} ${last}]>>`,
        `<</Limits [${first} ${last}] /Names [${first} 1 0 R ${last} 2 0 R]>>`,
      ];
      return finishPdf(smallPdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids []>>', ...tags, '<<>>']), {
        title: 'T',
      });
    };
    expect(Buffer.compare(pdf(22, 31), pdf(1044, 2000))).toBe(0);
    expect(textOf(pdf(22, 31))).toContain('/Limits [(node00000001) (node00000002)]');
  });

  test('may be finished again', async () => {
    const twice = finishPdf(finishPdf(linked('a.md'), { title: 'One' }), { title: 'Two', boxes: card });
    expect((await readPdf(twice)).info.Title).toBe('Two');
  });

  test.each([
    ['nothing', ''],
    ['a PDF that ends early', twoPages().toString('latin1').slice(0, -40)],
    ['a PDF with a table that is a stream', '%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'],
  ])('of %s are an error', (_, text) => {
    expect(() => finishPdf(Buffer.from(text, 'latin1'), { title: 'T' })).toThrow(
      expect.objectContaining({ name: 'PdfError' }),
    );
  });

  test('of a thousand pages take well under a second', () => {
    const count = 1000;
    const stream = 'x'.repeat(10_000);
    const pages = Array.from(
      { length: count },
      (_, index) => `<</Type /Page /MediaBox [0 0 197 267] /Parent 2 0 R /Contents ${count + index + 3} 0 R>>`,
    );
    const kids = pages.map((_, index) => `${index + 3} 0 R`).join(' ');
    const contents = pages.map(() => `<</Length ${stream.length}>> stream\n${stream}\nendstream`);
    const pdf = smallPdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      `<</Type /Pages /Kids [${kids}]>>`,
      ...pages,
      ...contents,
      '<<>>',
    ]);
    // The best of three, as other tests run at the same time.
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      finishPdf(pdf, { title: 'T', boxes: card });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(500);
  });
});
