import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { mm, mmToPt, pt } from '../../src/design/units.ts';
import { finishPdf } from '../../src/outputs/print/pdf/finishPdf.ts';
import { joinPdfs } from '../../src/outputs/print/pdf/joinPdfs.ts';
import { placeholderLink } from '../../src/outputs/print/pdf/placeholderLink.ts';
import { printParts } from '../../src/outputs/print/printParts.ts';
import { shellWith } from '../browser/shells.ts';
import { objectTexts, readTargets, strayObjects, tagLookups } from './joinReading.ts';
import { type Reading, readPdf } from './readPdf.ts';

const [width, height] = [69.35, 94.35];
const shell = shellWith(
  `@media screen{body{display:none}}@page{size:${width}mm ${height}mm;margin:0}section{width:${width}mm;height:${height}mm;overflow:hidden;break-after:page}section:last-child{break-after:auto}`,
);

/** Two pages, with everything that a document has once. Titles hold what PDF gives a meaning, and other scripts. */
const titles = ['One (1 0 R)', 'Two \\', 'Three', 'Four endobj', 'Viisi é'];
const hrefs = titles.flatMap((_, index) => [`rbac/${index}.md`, `rbac/${index}-wide.md#part`]);
const cardHtml = (title: string, index: number): string =>
  `<section><h1 id="card-${index}">${title}</h1>
    <p style="width:90px"><a href="${placeholderLink(`rbac/${index}.md`)}">A link ${index} that breaks over lines</a></p>
    <h2>Below ${index}</h2><img alt="(3 0 R) picture" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></section>
  <section><table><tr><th scope="col">Stage ${index}</th><th scope="col">Production</th></tr><tr><td>read</td><td>none</td></tr></table>
    <a href="#card-${index}">up</a> <a href="${placeholderLink(`rbac/${index}-wide.md#part`)}">wide ${index}</a></section>`;

const media = { left: pt(0), top: pt(0), width: mmToPt(mm(width)), height: mmToPt(mm(height)) };
const finish = (pdf: Uint8Array): Uint8Array =>
  finishPdf(pdf, { title: 'Deck', boxes: { media, trim: media }, expectedLinks: hrefs });

let pool: BrowserPool;
let whole: Uint8Array;
let joined: Uint8Array;

async function printed(...cardsOfParts: (readonly string[])[]): Promise<Uint8Array> {
  let first = 0;
  const bodies = cardsOfParts.map((cards) => {
    const html = cards.map((title, index) => cardHtml(title, first + index)).join('');
    first += cards.length;
    return () => html;
  });
  return finish(joinPdfs(await printParts(pool, shell, bodies)));
}

const inThree = (): Promise<Uint8Array> => printed(titles.slice(0, 2), titles.slice(2, 3), titles.slice(3));

beforeAll(async () => {
  pool = createBrowserPool({ limit: 2 });
  whole = await printed(titles);
  joined = await inThree();
});
afterAll(() => pool.close());

describe('a document printed in parts and joined is the one that is printed whole', () => {
  let one: Reading;
  let other: Reading;
  beforeAll(async () => {
    [one, other] = [await readPdf(whole), await readPdf(joined)];
  });

  test('with its pages, texts, links, tags, outline, language and information', () => {
    expect({ ...other, fonts: [] }).toEqual({ ...one, fonts: [] });
    expect(other.info).toMatchObject({ Title: 'Deck', Language: 'en' });
  });

  test('which are what was put in', () => {
    expect(other.texts.filter((_, index) => index % 2 === 0).map((text) => text.split(' A link')[0])).toEqual(titles);
    expect(other.views).toHaveLength(10);
    expect([...new Set(other.links)]).toEqual(hrefs.map((href) => `./${href}`));
    expect(other.tags.at(-1)).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'Link']));
    expect(other.outline).toEqual(titles);
  });

  test('with bookmarks and anchors that lead to the same pages', async () => {
    const targets = await readTargets(joined);
    expect(targets).toEqual(await readTargets(whole));
    expect(targets.bookmarks.slice(-2)).toEqual(['Viisi é: 9', '  Below 4: 9']);
    expect(targets.anchors).toEqual({ 'card-0': 1, 'card-1': 3, 'card-2': 5, 'card-3': 7, 'card-4': 9 });
    expect(targets.anchorLinks.at(-1)).toEqual(['card-4']);
  });

  test('with fonts of each part, none as a drawing that was none before', () => {
    const namesOf = ({ fonts }: Reading) => [...new Set(fonts.map(({ name }) => name))].sort();
    expect(namesOf(other)).toEqual(namesOf(one));
  });

  test('whose pages, links and table cells find their tags', () => {
    const { pages, links, nextKey } = tagLookups(joined);
    expect(pages).toEqual(tagLookups(whole).pages);
    expect(links.length).toBeGreaterThanOrEqual(15);
    expect(links).not.toContain(false);
    expect(nextKey).toBe(pages.length + links.length);
  });

  test('with the same names of table headers, each in the list of names', () => {
    const idsIn = (pdf: Uint8Array, pattern: RegExp): string[] =>
      [...objectTexts(pdf).values()].flatMap((text) => [...text.matchAll(pattern)].map(([match]) => match));
    const names = idsIn(joined, /\/ID \(node\d+\)/g);
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(10);
    expect(names).toEqual(idsIn(whole, /\/ID \(node\d+\)/g));
    expect(idsIn(joined, /\/Headers \[[^\]]*\]/g)).toEqual(idsIn(whole, /\/Headers \[[^\]]*\]/g));
    expect(idsIn(joined, /\/IDTree \d+ 0 R/g)).toHaveLength(1);
    const listed = idsIn(joined, /(?<=[[ ])\(node\d+\)(?= \d+ 0 R)/g);
    expect(listed.map((name) => `/ID ${name}`).sort()).toEqual([...names].sort());
  });
});

test('no reference leads nowhere, no object is left over', () => {
  expect(strayObjects(whole)).toEqual([]);
  expect(strayObjects(joined)).toEqual([]);
});

test('the same content gives the same bytes, though parts are printed at the same time', async () => {
  expect(Buffer.compare(joined, await inThree())).toBe(0);
});

test('each card may be a part', async () => {
  const many = await printed(...titles.map((title) => [title]));
  expect({ ...(await readPdf(many)), fonts: [] }).toEqual({ ...(await readPdf(whole)), fonts: [] });
  expect(await readTargets(many)).toEqual(await readTargets(whole));
});

test('a font that is missing fails the print', async () => {
  const css = '@font-face{font-family:Gone;src:url("file:///nowhere/gone.woff2")}';
  await expect(printParts(pool, shellWith(css), [() => '<p>1</p>', () => '<p>2</p>'])).rejects.toMatchObject({
    name: 'PageContentError',
  });
});
