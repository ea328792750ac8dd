import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPool, Shell } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { mm, mmToPt, pt } from '../../src/design/units.ts';
import { finishPdf } from '../../src/outputs/print/pdf/finishPdf.ts';
import { placeholderLink } from '../../src/outputs/print/pdf/placeholderLink.ts';
import { shellWith } from '../browser/shells.ts';
import { type Reading, readPdf } from './readPdf.ts';

let pool: BrowserPool;
beforeAll(() => {
  pool = createBrowserPool({ limit: 1 });
});
afterAll(() => pool.close());

const [width, height] = [69.35, 94.35];
const size = `${width}mm ${height}mm`;
const page = `@page{size:${size};margin:0}section{width:${width}mm;height:${height}mm;overflow:hidden;break-after:page}section:last-child{break-after:auto}`;
const shell = shellWith(`@media screen{body{display:none}}${page}`);

const hrefs = ['rbac/azure-storage.md', 'https://example.com/a?b=1&c=2', 'rbac/a b.md#é'];
const content = `<section><h1 id="one">AI Data Engineer</h1><p style="width:90px">
    <a href="${placeholderLink(hrefs[0] ?? '')}">Azure Storage, a link that breaks over lines</a>
    <a href="${placeholderLink(hrefs[1] ?? '')}">web</a></p><ul><li>item</li></ul></section>
  <section><h2>Business Analyst</h2><a href="${placeholderLink(hrefs[2] ?? '')}">anchor</a> <a href="#one">up</a>
    <table><tr><th>Environment</th><td>Production</td></tr></table></section>`;

async function print(shown: Shell, html: string): Promise<Uint8Array> {
  return pool.withPage(shown, async (open) => {
    await open.setContent(html);
    return open.print();
  });
}

const media = { left: pt(0), top: pt(0), width: mmToPt(mm(width)), height: mmToPt(mm(height)) };
const finish = { title: 'Deck', boxes: { media }, expectedLinks: hrefs };

describe('what Chromium printed, finished', () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await readPdf(finishPdf(await print(shell, content), finish));
  });

  test('has its pages at the exact size', () => {
    expect(reading.views).toHaveLength(2);
    for (const [left = 0, bottom = 0, right = 0, top = 0] of reading.views) {
      expect(right - left).toBeCloseTo((width / 25.4) * 72, 3);
      expect(top - bottom).toBeCloseTo((height / 25.4) * 72, 3);
    }
  });

  test('has its links, each line of one the same', () => {
    const addresses = ['./rbac/azure-storage.md', 'https://example.com/a?b=1&c=2', './rbac/a%20b.md#%C3%A9'];
    expect([...new Set(reading.links)]).toEqual(addresses);
    expect(reading.links.length).toBeGreaterThan(3);
  });

  test('can be read: text, language, tags, outline', () => {
    expect(reading.texts[0]).toContain('AI Data Engineer');
    expect(reading.language).toBe('en');
    expect(reading.tags[0]).toEqual(expect.arrayContaining(['H1', 'P', 'Link', 'L', 'LI']));
    expect(reading.tags[1]).toEqual(expect.arrayContaining(['H2', 'Table', 'TR', 'TH', 'TD']));
    expect(reading.outline).toEqual(['AI Data Engineer']);
  });

  test('has its fonts as outlines, not as drawings', () => {
    expect(reading.fonts.map(({ name }) => name).toSorted()).toEqual(['Carlito-Bold', 'Carlito-Regular']);
    expect(reading.fonts.filter(({ isType3 }) => isType3)).toEqual([]);
  });
});

test('the same content gives the same bytes, whatever was printed before and in another browser', async () => {
  const first = finishPdf(await print(shell, content), finish);
  await print(shell, '<section>other</section>');
  const again = finishPdf(await print(shell, content), finish);
  const fresh = createBrowserPool({ limit: 1 });
  const other = await fresh.withPage(shell, async (open) => {
    await open.setContent(content);
    return open.print();
  });
  await fresh.close();
  expect(Buffer.compare(first, again)).toBe(0);
  expect(Buffer.compare(first, finishPdf(other, finish))).toBe(0);
});

test('a body that is not shown on the screen prints the same as one that is', async () => {
  const shown = shellWith(page);
  const [hidden, visible] = [await print(shell, content), await print(shown, content)];
  const normal = (pdf: Uint8Array) => finishPdf(pdf, finish);
  expect(Buffer.compare(normal(hidden), normal(visible))).toBe(0);
});

test('a font that is missing fails the print, though nothing was laid out before', async () => {
  const css = '@media screen{body{display:none}}@font-face{font-family:Gone;src:url("file:///nowhere/gone.woff2")}';
  await expect(print(shellWith(css), '<p style="font-family:Gone">x</p>')).rejects.toMatchObject({
    name: 'PageContentError',
    faults: [expect.stringContaining('Gone')],
  });
});

test('a relative link that is no placeholder does not get out', async () => {
  const pdf = await print(shell, '<section><a href="rbac/a.md">x</a></section>');
  expect(() => finishPdf(pdf, { title: 'T' })).toThrow(/a file of this machine/);
});
