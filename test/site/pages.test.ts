import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, snapshot, temporaryFolder } from '../support/project.ts';
import { brokenLinks, pagesOf, type SitePage } from './readPages.ts';

let root: string;
let out: string;
let pages: SitePage[];

beforeAll(async () => {
  root = exampleProject(temporaryFolder(true));
  expect(await cli(root, 'build', '--only', 'site')).toMatchObject({ code: 0 });
  out = join(root, 'out');
  pages = pagesOf(out);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the site of the example', () => {
  it('has a page for the personas, each persona, each component, each environment and the findings', () => {
    const count = (start: string): number => pages.filter(({ path }) => path.startsWith(start)).length;
    expect(count('site/personas/')).toBe(6);
    expect(count('site/components/')).toBe(18);
    expect(pages.filter(({ path }) => path.startsWith('site/access/')).map(({ path }) => path)).toEqual([
      'site/access/dev.html',
      'site/access/prod.html',
      'site/access/stage.html',
    ]);
    expect(['index', 'components', 'findings'].map((name) => count(`site/${name}.html`))).toEqual([1, 1, 1]);
  });

  it('leads nowhere but to pages, files and anchors that exist, also after it was moved', () => {
    const moved = join(root, 'some where', 'else');
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(800);
    expect(brokenLinks(out, pages)).toEqual([]);
    rmSync(moved, { recursive: true, force: true });
    renameSync(out, join(root, 'moved'));
    expect(brokenLinks(join(root, 'moved'), pagesOf(join(root, 'moved')))).toEqual([]);
    renameSync(join(root, 'moved'), out);
  });

  it('leads from each component to its RBAC file', () => {
    const components = pages.filter(({ path }) => path.startsWith('site/components/'));
    for (const { path, links } of components) {
      expect(links).toContain(`../../rbac/${path.slice('site/components/'.length, -'.html'.length)}.md`);
    }
  });

  it('has no script and no style in its pages', () => {
    for (const { path, html } of pages) {
      expect([path, /<style|\sstyle=|\son[a-z]+=/i.exec(html)?.[0]]).toEqual([path, undefined]);
      expect([path, html.match(/<script/g)?.length]).toEqual([path, 1]);
      expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`);
    }
  });

  it('is small', () => {
    const bytes = [...snapshot(join(out, 'site'))].map(([name, content]) => [name, content.length] as const);
    const fonts = bytes.filter(([name]) => name.startsWith('fonts')).reduce((sum, [, size]) => sum + size, 0);
    expect(fonts).toBeGreaterThan(20_000);
    expect(fonts).toBeLessThan(150_000);
    expect(bytes.filter(([name]) => /css|js$/.test(name)).reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(
      60_000,
    );
  });

  it('names only fonts that are there', () => {
    const css = readFileSync(join(out, 'site/site.css'), 'utf8');
    const named = [...css.matchAll(/url\("(fonts\/[^"]+)"\)/g)].map(([, file = '']) => file).sort();
    expect(named).toEqual([...snapshot(join(out, 'site')).keys()].filter((name) => name.startsWith('fonts/')).sort());
  });
});

describe('a second build', () => {
  it('renders nothing when nothing has changed', async () => {
    const { out: json } = await cli(root, 'build', '--only', 'site', '--json');
    const { written, fresh } = JSON.parse(json) as { written: string[]; fresh: string[] };
    expect(written).toEqual([]);
    expect(fresh.length).toBeGreaterThan(35);
  });

  it('gives the same bytes', async () => {
    await cli(root, 'build', '--only', 'site', '--out', 'again');
    expect(snapshot(join(root, 'again/site'))).toEqual(snapshot(join(out, 'site')));
  });
});
