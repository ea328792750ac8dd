import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, persona, projectWith, temporaryFolder } from '../support/project.ts';
import { accessibilityFaults, Reader } from '../support/openPages.ts';
import { brokenLinks, pagesOf, readPage } from './readPages.ts';

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

/** Cells of the table as programs that read aloud have them. */
function cellsOf(): string[][] {
  const rows = [...document.querySelectorAll('.planning tr')];
  return rows.map((row) =>
    [...row.children].map((cell) => {
      const copy = cell.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
      return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
    }),
  );
}

describe('matrices of the site', () => {
  it('have a page each, in the navigation; those of access are the access pages', () => {
    const paths = pagesOf(out).flatMap(({ path }) => (path.startsWith('site/matrices/') ? [path] : []));
    expect(paths).toEqual(
      [
        'processes',
        'responsibilities-dataops',
        'responsibilities-genaiops',
        'responsibilities-mlops',
        'skills',
        'teams',
      ].map((name) => `site/matrices/${name}.html`),
    );
    expect(readPage(out, 'site/index.html').links).toContain('matrices/processes.html');
    expect(readPage(out, 'site/matrices/teams.html').links).toEqual(
      expect.arrayContaining(['../access/prod.html', 'skills.html', '../index.html#team-ai-team']),
    );
    expect(brokenLinks(out, pagesOf(out))).toEqual([]);
  });

  it('say in words what their signs say, and group steps by lane', async () => {
    const { page } = await reader.open(out, 'site/matrices/responsibilities-dataops.html');
    const cells = await page.evaluate(cellsOf);
    expect(cells[0]).toEqual(['Step', 'P001 AI Data Engineer', 'P003 BI Analyst', 'P009 BuildAgent MLOps']);
    expect(cells[1]).toEqual(['Dev']);
    expect(cells[2]).toEqual([
      '1 Build the pipeline',
      'answers for it (accountable), does the work (responsible)',
      '',
      '',
    ]);
    expect(await page.$$eval('.planning .sign', (signs) => signs.map(({ textContent }) => textContent))).toContain(
      'A R',
    );
    await page.close();
  });

  it('draw the signs that not every device has', async () => {
    const { page } = await reader.open(out, 'site/matrices/teams.html');
    const drawn = await page.$$eval('.planning .drawn use', (all) =>
      all.map((use) => {
        const symbol = document.querySelector(use.getAttribute('href') ?? '');
        const { width } = use.getBoundingClientRect();
        return symbol !== null && width > 5;
      }),
    );
    expect(drawn).toHaveLength(7);
    expect(new Set(drawn)).toEqual(new Set([true]));
    await page.close();
  });

  it('keep heads of columns and rows in view', async () => {
    const { page } = await reader.open(out, 'site/matrices/skills.html', { width: 360 });
    const moved = await page.evaluate(() => {
      const scroll = document.querySelector('.scroll') as HTMLElement;
      scroll.style.maxHeight = '20rem';
      scroll.scrollTo(400, 300);
      const edge = scroll.getBoundingClientRect();
      const [head, row] = ['thead .corner', 'tbody tr:last-child th'].map((selector) =>
        (document.querySelector(selector) as HTMLElement).getBoundingClientRect(),
      );
      return [scroll.scrollLeft > 0, (head?.top ?? 0) - edge.top, (row?.left ?? 0) - edge.left].map(Number);
    });
    expect(moved[0]).toBe(1);
    expect(Math.abs(moved[1] ?? 99)).toBeLessThan(2);
    expect(Math.abs(moved[2] ?? 99)).toBeLessThan(2);
    await page.close();
  });
});

it('a matrix of very many personas lists them, each linked', async () => {
  const many = projectWith(
    Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => {
        const id = `P${String(index).padStart(3, '0')}`;
        return [`personas/${id}.yaml`, persona(id, `Persona ${index}`, 'processes: [Ops]')];
      }),
    ),
  );
  expect(await cli(many, 'build', '--only', 'site')).toMatchObject({ code: 0 });
  const { page } = await reader.open(join(many, 'out'), 'site/matrices/processes.html', { width: 360 });
  expect(await page.$$eval('.entries a', (links) => links.length)).toBe(70);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.close();
});
