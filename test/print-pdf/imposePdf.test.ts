import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { pt } from '../../src/design/units.ts';
import { finishPdf } from '../../src/outputs/print/pdf/finishPdf.ts';
import { imposePdf } from '../../src/outputs/print/pdf/imposePdf.ts';
import { joinPdfs } from '../../src/outputs/print/pdf/joinPdfs.ts';
import type { ImposedSheet, PagePlacement } from '../../src/outputs/print/pdf/placedPages.ts';
import { placeholderLink } from '../../src/outputs/print/pdf/placeholderLink.ts';
import { printParts } from '../../src/outputs/print/printParts.ts';
import { shellWith } from '../browser/shells.ts';
import { readTargets, strayObjects, tagLookups } from './joinReading.ts';
import { type Reading, readPdf } from './readPdf.ts';

/** Pages of 216 x 288 pt, the trim 9 pt inside. */
const shell = shellWith(
  `@media screen{body{display:none}}@page{size:288px 384px;margin:0}
   section{position:relative;width:288px;height:384px;overflow:hidden;break-after:page;background:#fed}
   section:last-child{break-after:auto}h1,p{margin:20px}`,
);
const [width, height] = [216, 288];
const boxes = {
  media: { left: pt(0), top: pt(0), width: pt(width), height: pt(height) },
  trim: { left: pt(9), top: pt(9), width: pt(width - 18), height: pt(height - 18) },
};

/** Each page has letters that no other has: its font has the same name as those of other parts, and other letters. */
const titles = ['abc', 'def (1)', 'ghi', 'jkl \\', 'mno', 'pqr', 'stu'];
const hrefs = titles.map((_, index) => `rbac/${index}.md`);
const pageHtml = (title: string, index: number): string =>
  `<section><h1 id="card-${index}">${title}</h1><p><a href="${placeholderLink(`rbac/${index}.md`)}">link ${index}</a></p>
   <table><tr><th scope="col">head ${index}</th></tr><tr><td>cell ${index}</td></tr></table>
   <p><a href="#card-${index}">up</a></p></section>`;

const at = (page: number, x: number, y: number, [cosine, sine] = [1, 0]): PagePlacement => ({
  page,
  place: [cosine ?? 1, -(sine ?? 0), sine ?? 0, cosine ?? 1, x, y],
  clip: [-width / 2, -height / 2, width / 2, height / 2],
});
const sheet = (placements: readonly PagePlacement[], marks = ''): ImposedSheet => ({
  width: pt(600),
  height: pt(800),
  placements,
  marks,
});
/** Out of order, pages of different parts on one sheet, one of them turned to the right by a quarter. */
const sheets: readonly ImposedSheet[] = [
  sheet([at(6, 150, 600), at(0, 400, 600), at(3, 300, 200, [0, 1])], '0 G\n0.25 w\n0 0 m\n600 800 l\nS'),
  sheet([at(5, 150, 600), at(2, 400, 600), at(1, 150, 200), at(4, 400, 200)]),
];
const order = sheets.map(({ placements }) => placements.map(({ page }) => page));

let pool: BrowserPool;
let cards: Uint8Array;
let imposed: Uint8Array;

beforeAll(async () => {
  pool = createBrowserPool({ limit: 2 });
  const pages = titles.map(pageHtml);
  const parts = [pages.slice(0, 3), pages.slice(3, 5), pages.slice(5)].map((part) => () => part.join(''));
  const printed = joinPdfs(await printParts(pool, shell, parts));
  cards = finishPdf(printed, { title: 'Deck', boxes, expectedLinks: hrefs });
  imposed = await imposePdf(cards, sheets);
});
afterAll(() => pool.close());

describe('the pages of a document on sheets', () => {
  let one: Reading;
  let other: Reading;
  beforeAll(async () => {
    [one, other] = [await readPdf(cards), await readPdf(imposed)];
  });

  test('say what they said, in the order of the sheets', () => {
    expect(other.views).toEqual([
      [0, 0, 600, 800],
      [0, 0, 600, 800],
    ]);
    expect(other.texts).toEqual(order.map((pages) => pages.map((page) => one.texts[page]).join(' ')));
    expect(one.texts[1]).toContain(titles[1]);
  });

  test('keep their tags, links, title and language', () => {
    const ofPages = one.tags[0] ?? [];
    expect(ofPages).toEqual(expect.arrayContaining(['H1', 'Link', 'Table', 'TH', 'TD']));
    for (const [index, pages] of order.entries()) {
      expect(other.tags[index]).toEqual([
        'Root',
        'Document',
        ...pages.flatMap((page) => (one.tags[page] ?? []).slice(2)),
      ]);
      expect(other.links.filter((link) => pages.some((page) => link === `./${hrefs[page]}`))).toHaveLength(
        pages.length,
      );
    }
    expect(other.info).toMatchObject({ Title: 'Deck', Language: 'en' });
    const { pages, links, nextKey } = tagLookups(imposed);
    const before = tagLookups(cards).pages;
    expect(pages).toEqual(order.map((numbers) => numbers.reduce((sum, page) => sum + (before[page] ?? 0), 0)));
    expect(links).toHaveLength(14);
    expect(links).not.toContain(false);
    expect(nextKey).toBe(pages.length + links.length);
  });

  test('are where their bookmarks and anchors lead', async () => {
    const sheetOf = (page: number): number => order.findIndex((pages) => pages.includes(page)) + 1;
    const { bookmarks, anchors, anchorLinks } = await readTargets(imposed);
    expect(bookmarks).toEqual(titles.map((title, page) => `${title}: ${sheetOf(page)}`));
    expect(anchors).toEqual(Object.fromEntries(titles.map((_, page) => [`card-${page}`, sheetOf(page)])));
    expect(anchorLinks.map((names) => names.length)).toEqual(order.map((pages) => pages.length));
  });

  test('have their texts where their links and destinations are, turned or not', async () => {
    const document = await getDocument({ data: new Uint8Array(imposed), verbosity: VerbosityLevel.ERRORS }).promise;
    const destinations: Record<string, unknown[]> = await document.getDestinations();
    for (const [index, pages] of order.entries()) {
      const page = await document.getPage(index + 1);
      const links = await page.getAnnotations();
      const { items } = await page.getTextContent();
      for (const number of pages) {
        const textAt = (text: string): readonly [number, number] => {
          const item = items.find((one) => 'str' in one && one.str === text);
          if (item === undefined || !('transform' in item)) throw new Error(`no text ${text}`);
          return [Number(item.transform[4]), Number(item.transform[5])];
        };
        const [left, bottom, right, top] =
          links.find(({ unsafeUrl }) => unsafeUrl === `./${hrefs[number]}`)?.rect ?? [];
        const [x, y] = textAt(`link ${number}`);
        expect(x).toBeGreaterThanOrEqual(left - 0.1);
        expect(x).toBeLessThanOrEqual(right + 0.1);
        expect(y).toBeGreaterThanOrEqual(bottom - 0.1);
        expect(y).toBeLessThanOrEqual(top + 0.1);
        // The heading begins at the destination, a line below it or, turned, beside it.
        const [headX = 0, headY = 0] = (destinations[`card-${number}`] ?? []).slice(2).map(Number);
        const [titleX, titleY] = textAt(titles[number] ?? '');
        expect(Math.hypot(titleX - headX, titleY - headY)).toBeLessThan(30);
        expect(number === 3 ? titleY - headY : titleX - headX).toBeCloseTo(0, 0);
      }
    }
    const quarter = sheets[0]?.placements[2]?.place;
    expect(quarter).toEqual([0, -1, 1, 0, 300, 200]);
    await document.cleanup();
  });
});

test('no reference leads nowhere, and only what is on no page any more is left over', () => {
  expect(strayObjects(imposed)).toEqual([]);
});

test('the same pages on the same sheets give the same bytes', async () => {
  expect(Buffer.compare(imposed, await imposePdf(cards, sheets))).toBe(0);
});

test('each page has to be on a sheet, once', async () => {
  const two = (first: number, second: number) => [sheet([at(first, 0, 0), at(second, 0, 0)])];
  await expect(imposePdf(cards, two(0, 1))).rejects.toThrow('5 pages are on no sheet');
  await expect(imposePdf(cards, two(0, 0))).rejects.toThrow('page 1 is placed twice');
  await expect(imposePdf(cards, two(0, 7))).rejects.toThrow('there is no page 8');
  await expect(imposePdf(Buffer.from('no PDF'), sheets)).rejects.toMatchObject({ name: 'PdfError' });
});
