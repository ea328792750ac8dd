import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, temporaryFolder } from '../support/project.ts';
import { Reader } from '../support/openPages.ts';

let root: string;
let out: string;
let reader: Reader;

beforeAll(async () => {
  root = exampleProject(temporaryFolder(true));
  expect(await cli(root, 'build', '--only', 'site')).toMatchObject({ code: 0 });
  out = join(root, 'out');
  reader = await Reader.start();
});

afterAll(async () => {
  await reader.close();
  rmSync(root, { recursive: true, force: true });
});

/** Ids of the cards that a reader sees, in their order. */
const shown = (page: Page): Promise<string[]> =>
  page.$$eval('[data-card]', (cards) =>
    cards.filter((card) => card.checkVisibility()).map((card) => card.querySelector('.id')?.textContent ?? ''),
  );

const status = (page: Page): Promise<string> => page.$eval('[role=status]', (element) => element.textContent ?? '');
const hashOf = (page: Page): Promise<string> => page.evaluate(() => decodeURIComponent(location.hash));

describe('the search', () => {
  it('shows what has all the words, as they are typed, and says how many', async () => {
    const { page, faults } = await reader.open(out, 'site/index.html');
    expect(await shown(page)).toHaveLength(6);
    await page.type('#filter-q', 'storage');
    // The last one has it in its summary.
    expect(await shown(page)).toEqual(['P001', 'P003', 'P004', 'P006', 'P007']);
    expect(await status(page)).toBe('5 of 6 personas');
    await page.type('#filter-q', ' VAULT ');
    expect(await shown(page)).toEqual(['P004', 'P006']);
    await page.type('#filter-q', 'nothing of the kind');
    expect(await shown(page)).toEqual([]);
    expect(await page.$eval('[data-nothing]', (element) => element.checkVisibility())).toBe(true);
    expect(await page.$$eval('h2', (all) => all.filter((one) => one.checkVisibility()))).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('finds teams, ids and names', async () => {
    const { page } = await reader.open(out, 'site/index.html');
    await page.type('#filter-q', 'engineering team p009');
    expect(await shown(page)).toEqual(['P009']);
    await page.close();
  });

  it('ends with Escape, and the address is as before', async () => {
    const { page } = await reader.open(out, 'site/index.html');
    await page.type('#filter-q', 'genai');
    expect(await hashOf(page)).toBe('#q=genai');
    await page.keyboard.press('Escape');
    expect(await shown(page)).toHaveLength(6);
    expect(await hashOf(page)).toBe('');
    await page.close();
  });
});

describe('the filters', () => {
  it('go together with each other and with the search', async () => {
    const { page } = await reader.open(out, 'site/index.html');
    await page.select('#filter-skill', 'Python');
    expect(await shown(page)).toEqual(['P001', 'P003', 'P004', 'P006', 'P009']);
    await page.select('#filter-component', 'Azure Storage');
    expect(await shown(page)).toEqual(['P001', 'P003', 'P004', 'P006']);
    await page.select('#filter-process', 'MLOps');
    expect(await shown(page)).toEqual(['P004']);
    await page.select('#filter-process', '');
    await page.type('#filter-q', 'sql');
    expect(await shown(page)).toEqual(['P001', 'P003']);
    await page.click('[type=reset]');
    await page.waitForFunction(() => location.hash === '');
    expect(await shown(page)).toHaveLength(6);
    await page.close();
  });

  it('are in the address, which shows the same to others', async () => {
    const { page } = await reader.open(out, 'site/index.html');
    await page.select('#filter-skill', 'Web Application Architecture (frontend/backend)');
    await page.type('#filter-q', 'chat & api');
    const hash = await page.evaluate(() => location.hash);
    const seen = await shown(page);
    await page.close();
    const { page: other } = await reader.open(out, `site/index.html${hash}`);
    expect(await shown(other)).toEqual(seen);
    expect(await other.$eval('#filter-q', (input) => (input as HTMLInputElement).value)).toBe('chat & api');
    await other.close();
  });

  it('are what a skill on a persona page leads to', async () => {
    const { page } = await reader.open(out, 'site/personas/P004-discriminative-ai-data-scientist.html');
    await Promise.all([page.waitForNavigation(), page.click('.fact.skills a')]);
    expect(await shown(page)).toEqual(['P004', 'P006']);
    await page.close();
  });

  it('leave the anchors of teams alone', async () => {
    const { page } = await reader.open(out, 'site/index.html#team-ai-team');
    expect(await shown(page)).toHaveLength(6);
    await page.close();
  });
});

describe('the matrix', () => {
  it('shows those who can do at least what was asked for', async () => {
    const { page } = await reader.open(out, 'site/access/prod.html#least=write');
    const rows = (): Promise<(string | null)[]> =>
      page.$$eval('[data-matrix] tbody tr', (all) =>
        all.filter((row) => row.checkVisibility()).map((row) => row.querySelector('.id')?.textContent ?? null),
      );
    expect(await rows()).toEqual(['P007', 'P009']);
    const cells = await page.$$eval('[data-matrix] tbody td a', (all) =>
      all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent ?? ''),
    );
    expect(cells.length).toBeGreaterThan(15);
    for (const text of cells) expect(text).toMatch(/write|grant access/);
    await page.select('#least', 'grant');
    expect(await rows()).toEqual(['P009']);
    expect(await hashOf(page)).toBe('#least=grant');
    await page.select('#least', 'read');
    expect(await rows()).toHaveLength(6);
    await page.close();
  });
});

describe('without a script', () => {
  it('all cards are there, and no controls that would do nothing', async () => {
    const { page } = await reader.open(out, 'site/findings.html');
    await page.setJavaScriptEnabled(false);
    for (const path of ['index.html', 'access/prod.html']) {
      await page.goto(new URL(path, page.url().replace(/site\/.*$/, 'site/')).href);
      expect(await page.$$eval('.scripted', (all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    }
    await page.goto(new URL('../index.html', page.url()).href);
    expect(await shown(page)).toHaveLength(6);
    await page.close();
  });
});

describe('the keyboard', () => {
  it('skips to the content first', async () => {
    const { page } = await reader.open(out, 'site/findings.html');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    expect(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.close();
  });
});

describe('every page', () => {
  it('asks for files of the site only', async () => {
    for (const path of ['site/index.html', 'site/components/azure-storage.html', 'site/access/dev.html']) {
      const { page, requests, faults } = await reader.open(out, path);
      await page.evaluate(() => document.fonts.ready);
      expect(requests.length).toBeGreaterThan(3);
      const folder = `${pathToFileURL(join(out, 'site')).href}/`;
      // Patterns of teams stand in the style sheet itself.
      expect(requests.filter((one) => !one.startsWith(folder) && !one.startsWith('data:'))).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  it('cannot reach anything else', async () => {
    const { page, faults } = await reader.open(out, 'site/index.html');
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.org/a.png" onerror="document.title=1">');
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
      await fetch('https://example.org/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { violations: violations.sort(), title: document.title };
    });
    expect(blocked.title).toBe('AI workload');
    expect(blocked.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']));
    expect(faults).toContainEqual(expect.stringMatching(/^Loading the image 'https:.* violates/));
    await page.close();
  });
});
