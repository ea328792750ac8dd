import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, snapshot, temporaryFolder } from '../support/project.ts';
import { accessibilityFaults, Reader } from '../support/openPages.ts';

interface Area {
  readonly alt: string;
  readonly href: string;
  /** Its middle in the window, once it was scrolled to. */
  readonly x: number;
  readonly y: number;
}

/** Scrolls to an area of the page and says where it is; undefined past the last. */
function areaInPage(index: number): Area | undefined {
  const area = [...document.querySelectorAll('area')][index];
  if (area === undefined) return undefined;
  const map = area.closest('map')?.name ?? '';
  const image = document.querySelector<HTMLImageElement>(`img[usemap="#${map}"]`);
  image?.scrollIntoView();
  const [left = 0, top = 0, right = 0, bottom = 0] = area.coords.split(',').map(Number);
  const box = image?.getBoundingClientRect();
  const border = image?.clientLeft ?? 0;
  return {
    alt: area.alt,
    href: area.href,
    x: (box?.left ?? 0) + border + (left + right) / 2,
    y: (box?.top ?? 0) + border + (top + bottom) / 2,
  };
}

describe('the wiki in plain HTML, opened from its folder', async () => {
  const root = exampleProject(temporaryFolder(true));
  const { code, err } = await cli(root, 'build', '--only', 'wiki', '--wiki', 'html');
  if (code !== 0) throw new Error(err);
  const wiki = join(root, 'out/wiki/html');
  const pages = [...snapshot(wiki).keys()].filter((path) => path.endsWith('.html'));
  const reader = await Reader.start();
  afterAll(async () => {
    await reader.close();
    rmSync(dirname(dirname(dirname(wiki))), { recursive: true, force: true });
  });

  it('leads from each component on each picture to its page', { timeout: 120_000 }, async () => {
    const personas = pages.filter((path) => /^P\d/.test(path));
    expect(personas).toHaveLength(6);
    let clicked = 0;
    for (const persona of personas) {
      const { page, faults, requests } = await reader.open(wiki, persona);
      for (let index = 0; ; index += 1) {
        const area = await page.evaluate(areaInPage, index);
        if (area === undefined) break;
        await Promise.all([page.waitForNavigation(), page.mouse.click(area.x, area.y)]);
        expect([persona, area.alt, page.url()]).toEqual([persona, area.alt, area.href]);
        expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe(`Access to ${area.alt}`);
        await page.goBack();
        clicked += 1;
      }
      expect([persona, faults]).toEqual([persona, []]);
      const folder = pathToFileURL(wiki).href;
      expect(requests.filter((address) => !address.startsWith(folder))).toEqual([]);
      await page.close();
    }
    // 24 components on cards, on the front and on the back.
    expect(clicked).toBe(48);
  });

  it.each([
    [360, false],
    [360, true],
    [1280, false],
  ])('has nothing that axe finds, and fits a window of %d px (dark: %s)', { timeout: 60_000 }, async (width, dark) => {
    for (const path of ['index.html', 'P004-Discriminative-AI-Data-Scientist.html', 'Access-to-Azure-Storage.html']) {
      const { page } = await reader.open(wiki, path, { width, dark });
      expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, over]).toEqual([path, 0]);
      await page.close();
    }
  });
});
