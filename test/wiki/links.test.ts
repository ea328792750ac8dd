import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type WikiFlavour, wikiFlavours } from '../../src/schema/settings.ts';
import { cli, exampleProject, snapshot, temporaryFolder, writeFiles } from '../support/project.ts';
import { readers } from './readers/readers.ts';

/** A wiki that was built, as its files by their path. */
type Files = ReadonlyMap<string, string>;

/** Whether a link on a page leads to something, as the wiki itself goes about it. */
const leads: Readonly<Record<WikiFlavour, (link: string, from: string, files: Files) => boolean>> = {
  github: (link, from, files) => {
    // The front page has the address of the wiki, every other page one below, whatever folder its file is in.
    const name = posix.basename(from, '.md');
    const page = name === 'Home' ? '/o/r/wiki' : `/o/r/wiki/${encodeURIComponent(name)}`;
    const path = decodeURIComponent(new URL(link, `https://github.com${page}`).pathname);
    const wanted = path.slice('/o/r/wiki/'.length).toLowerCase();
    const pages = [...files.keys()].map((file) => (file.endsWith('.md') ? posix.basename(file, '.md') : file));
    return path.startsWith('/o/r/wiki/') && pages.filter((known) => known.toLowerCase() === wanted).length === 1;
  },
  gitlab: (link, _from, files) => {
    const path = decodeURIComponent(link);
    const known = path.includes('.') ? path.slice(1) : `${path.slice(1)}.md`;
    return path.startsWith('/') && files.has(known);
  },
  'azure-devops': (link, _from, files) => link.startsWith('/') && files.has(unescaped(link.slice(1))),
  confluence: (link, _from, files) => pagesJson(files).some(({ title }) => title === link),
  mediawiki: (link, _from, files) => (files.get('import.xml') ?? '').includes(`<title>${link}</title>`),
  dokuwiki: (link, _from, files) => link.startsWith('.:') && files.has(`pages/${link.slice(2)}.txt`),
  html: (link, from, files) => files.has(decodeURIComponent(posix.join(posix.dirname(from), link))),
};

/** Azure DevOps does not decode what stands in names of files; what the reader of markdown encoded is not in the file. */
const unescaped = (path: string): string => path.replace(/(?:%[A-F89][0-9A-F])+/g, decodeURIComponent);

const pagesJson = (files: Files): { title: string; file: string; parent?: string; attachments: string[] }[] =>
  (JSON.parse(files.get('pages.json') ?? '') as { pages: [] }).pages;

const isPage = (wiki: WikiFlavour, path: string): boolean =>
  /\.(?:md|html|wiki|txt)$|^pages\/.*\.xml$/.test(path) &&
  !posix.basename(path).startsWith('_') &&
  !(wiki === 'html' && path.endsWith('.md'));

/** Links of the sidebar of GitHub are by name. */
const byName = (text: string): string[] =>
  [...text.matchAll(/\[\[[^|\]]+\|([^\]]+)\]\]/g)].map(([, name = '']) => name);

const wikiIn = (out: string, wiki: WikiFlavour): Files =>
  new Map(
    [...snapshot(join(out, 'wiki', wiki))].map(([path, bytes]) => [path.replaceAll('\\', '/'), bytes.toString('utf8')]),
  );

async function built(): Promise<string> {
  const root = exampleProject(temporaryFolder(true));
  writeFiles(root, {
    'personas/P020.yaml':
      'id: P020\nname: "R&D (lead): Event-driven / C#"\nteam: Ääkköset\ncomponents: [C#, C++, "Päiväkirja (uusi)"]\nskills: [{name: C, learn: "https://example.org/c?a=b&c=(d)"}]\n',
    'personas/rbac/c-sharp.md':
      '# C#\n\n![map](img/map.png) [storage](azure-storage.md) [home](../P001-ai-data-engineer.yaml) [lead](../P020.yaml)\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| P020 | Reader | — | — |\n',
    'personas/rbac/img/map.png': 'not really a picture',
  });
  const { code, err } = await cli(root, 'build', '--only', 'wiki', '--wiki', wikiFlavours.join(','));
  if (code !== 0) throw new Error(err);
  return join(root, 'out');
}

describe('links', async () => {
  const out = await built();
  afterAll(() => rmSync(dirname(out), { recursive: true, force: true }));

  it.each(wikiFlavours)('of every page of %s lead to what is there', (wiki) => {
    const files = wikiIn(out, wiki);
    const links = [...files]
      .filter(([path]) => isPage(wiki, path))
      .flatMap(([path, text]) => readers[wiki](text).links.map((link) => ({ link, path })));
    const local = links.filter(({ link }) => !/^https?:/.test(link));
    expect(local.length).toBeGreaterThan(70);
    expect(local.filter(({ link, path }) => !leads[wiki](link, path, files))).toEqual([]);
    expect(links.length).toBeGreaterThan(local.length);
  });

  it.each(wikiFlavours)('to pictures of %s lead to what is there', (wiki) => {
    const files = wikiIn(out, wiki);
    const names = [...files.keys()].filter((path) => path.endsWith('.png')).map((path) => posix.basename(path));
    const shown = [...files]
      .filter(([path]) => isPage(wiki, path))
      .flatMap(([, text]) => readers[wiki](text).pictures)
      .map((picture) => posix.basename(decodeURIComponent(picture).replace(/^\.:/, '')));
    expect(shown.filter((picture) => !names.includes(picture))).toEqual([]);
    // A front and a back each.
    expect(new Set(shown.filter((picture) => /^p0/i.test(picture))).size).toBe(14);
  });

  it.each(wikiFlavours)('and all else on the page of a persona in %s is as it was looked at', async (wiki) => {
    const [path = '', page] = [...wikiIn(out, wiki)].find(([name]) => isPage(wiki, name) && /p007/i.test(name)) ?? [];
    await expect(page).toMatchFileSnapshot(`golden/${wiki}${posix.extname(path)}`);
  });

  it('of the sidebar of GitHub are names of pages', () => {
    const files = wikiIn(out, 'github');
    const names = byName(files.get('_Sidebar.md') ?? '');
    expect(names.map((name) => `${name}.md`)).toEqual(
      names.map((name) => `${name}.md`).filter((file) => files.has(file)),
    );
    expect(names.length).toBe(35);
  });

  it.each(['github', 'gitlab', 'azure-devops'] as const)('of RBAC files in %s lead to pages and pictures', (wiki) => {
    const files = wikiIn(out, wiki);
    const [path = '', text = ''] = [...files].find(([, content]) => content.startsWith('# C#')) ?? [];
    const { links, pictures } = readers[wiki](text);
    const all = [...links, ...pictures];
    expect(all.map((target) => [target, leads[wiki](target, path, files)])).toEqual(
      all.map((target) => [target, true]),
    );
    expect([links.length, pictures.length]).toEqual([3, 1]);
  });

  it('to RBAC files are there where the wiki holds them, and only there', () => {
    for (const wiki of wikiFlavours) {
      const page = readFileSync(join(out, 'wiki', wiki, pageOfStorage(wiki)), 'utf8');
      const target = readers[wiki](page).links.find((link) => /azure-storage/.test(link));
      expect([wiki, target]).toEqual([wiki, rbacOfStorage[wiki]]);
    }
  });

  it('of Confluence: every page has its file, every other one the first as its parent', () => {
    const files = wikiIn(out, 'confluence');
    const [index, ...others] = pagesJson(files);
    expect([index, ...others].map((page) => page && files.has(page.file))).not.toContain(false);
    expect(new Set(others.map(({ parent }) => parent))).toEqual(new Set([index?.title]));
    expect(index?.parent).toBeUndefined();
  });

  it('of Azure DevOps: the order names every page at the root once', () => {
    const files = wikiIn(out, 'azure-devops');
    const names = (files.get('.order') ?? '').trim().split('\n');
    const pages = [...files.keys()].filter((path) => /^[^/]+\.md$/.test(path)).map((path) => path.slice(0, -3));
    expect([...names].sort()).toEqual(pages.sort());
  });
});

const rbacOfStorage: Readonly<Record<WikiFlavour, string | undefined>> = {
  github: 'RBAC-azure-storage',
  gitlab: '/rbac/azure-storage',
  'azure-devops': '/RBAC/azure-storage.md',
  confluence: undefined,
  mediawiki: undefined,
  dokuwiki: undefined,
  html: 'rbac/azure-storage.md',
};

const pageOfStorage = (wiki: WikiFlavour): string =>
  ({
    github: 'Access-to-Azure-Storage.md',
    gitlab: 'Access-to-Azure-Storage.md',
    'azure-devops': 'Access-to-Azure-Storage.md',
    confluence: 'pages/Access-to-Azure-Storage.xml',
    mediawiki: 'pages/Access_to_Azure_Storage.wiki',
    dokuwiki: 'pages/access_to_azure_storage.txt',
    html: 'Access-to-Azure-Storage.html',
  })[wiki];
