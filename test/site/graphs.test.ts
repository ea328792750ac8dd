import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, temporaryFolder, writeFiles } from '../support/project.ts';
import { brokenLinks, pagesOf, readPage, type SitePage } from './readPages.ts';

let root: string;
let out: string;

beforeAll(async () => {
  root = exampleProject(temporaryFolder(true));
  out = join(root, 'out');
  expect(await cli(root, 'build', '--only', 'site')).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const flow = (): SitePage => readPage(out, 'site/flows/mlops.html');
const picture = ({ html }: SitePage, nth = 0): string =>
  [...html.matchAll(/<svg width[\s\S]*?<\/svg>/g)][nth]?.[0] ?? '';
/** Texts of a picture that are not quiet: groups with an opacity are taken out from the inside. */
function litTexts(svg: string): string[] {
  const group = /<(g|a)\b(?:(?!<g\b|<a\b|<\/g>|<\/a>)[\s\S])*<\/\1>/;
  let rest = svg;
  for (let found = group.exec(rest); found !== null; found = group.exec(rest)) {
    const isQuiet = found[0].startsWith('<g opacity');
    const inner = found[0].replace(/^<[^>]*>/, '').replace(/<\/\w>$/, '');
    rest = rest.replace(found[0], () => (isQuiet ? '' : inner));
  }
  return [...rest.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);
}

describe('a page of a flow', () => {
  it('has the picture with links to personas and components, in the colours of the page', () => {
    const svg = picture(flow());
    expect(svg).toContain('href="../personas/P004-discriminative-ai-data-scientist.html"');
    expect(svg).toContain('href="../components/azure-machine-learning.html"');
    expect(svg).toContain('class="team-2"');
    expect(svg).not.toMatch(/#[0-9a-f]{6}|style=/);
  });

  it('says the same in lists, numbers running on from lane to lane', () => {
    const { html } = flow();
    const starts = [...html.matchAll(/<ol start="(\d+)">/g)].map(([, start]) => start);
    expect(starts).toEqual(['1', '5', '8']);
    expect(html).toContain('<p class="arrow"><bdi>Back from 10 to 1: drift.</bdi></p>');
    expect(html).toMatch(/P009<\/span> <bdi>BuildAgent MLOps<\/bdi><\/a> <span class="note"><bdi>writes<\/bdi>/);
  });

  it('leads to the other flows, and all pages to the first', () => {
    expect(flow().html).toMatch(/<a href="genaiops.html"><bdi>GenAIOps/);
    expect(readPage(out, 'site/index.html').links).toContain('flows/dataops.html');
    expect(readPage(out, 'site/index.html').links).toContain('architectures/lambda-architecture.html');
  });
});

describe('a page of an architecture', () => {
  it('lists zones with who may do what, and connections with their numbers first', () => {
    const { html } = readPage(out, 'site/architectures/lambda-architecture.html');
    expect(html).toMatch(/<h3><bdi>Batch path<\/bdi><\/h3>/);
    expect(html).toMatch(/<span class="disc">1<\/span> <bdi>From Source systems to Azure Data Factory/);
    const numbers = [...html.matchAll(/<li><span class="disc">(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

describe('a page of a persona', () => {
  it('shows each picture that it is in, its own part lit and the rest quiet', () => {
    const page = readPage(out, 'site/personas/P003-bi-analyst.html');
    const svg = picture(page);
    expect(page.html).toMatch(/<h3 class="picture-title"><a href="..\/flows\/dataops.html"/);
    expect(page.html).not.toContain('flows/mlops.html" dir');
    const lit = litTexts(svg);
    expect(lit).toContain('Analyse curated data');
    expect(lit).toContain('P003');
    expect(lit).not.toContain('Build the pipeline');
    expect(lit).not.toContain('P009');
  });
});

describe('a page of a component', () => {
  it('leads to the pictures that show it', () => {
    const { links } = readPage(out, 'site/components/azure-data-factory.html');
    expect(links).toContain('../flows/dataops.html');
    expect(links).toContain('../architectures/lambda-architecture.html');
    expect(links).not.toContain('../flows/mlops.html');
  });
});

describe('a site with pictures', () => {
  it('has no link that leads nowhere', () => {
    expect(brokenLinks(out, pagesOf(out))).toEqual([]);
  });
});

describe('a site without flows', () => {
  it('has no place for them', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'personas/one.yaml': 'id: P1\nname: Analyst\n' });
    expect(await cli(folder, 'build', '--only', 'site')).toMatchObject({ code: 0 });
    const { html } = readPage(join(folder, 'out'), 'site/index.html');
    expect(html).not.toMatch(/>(Flows|Architectures)</);
  });
});
