import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import markdownIt from 'markdown-it';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { readSlideLinks } from '../support/slideLinks.ts';
import { cli, exampleProject, repository, temporaryFolder } from '../support/project.ts';

/** A link as a reader meets it: the words, and where they lead. */
interface Link {
  readonly text: string;
  readonly url: string;
}

interface Persona {
  readonly id: string;
  readonly components: readonly string[];
}

const stems = [
  'P001-ai-data-engineer',
  'P003-bi-analyst',
  'P004-discriminative-ai-data-scientist',
  'P006-genai-data-scientist',
  'P007-genai-chat-developer',
  'P009-buildagent-mlops',
];
const personas = stems.map((stem) => parse(readFileSync(join(repository, `personas/${stem}.yaml`), 'utf8')) as Persona);

/** Components on cards, by the file that describes each; names on cards are those of `workload.yaml`. */
const declared = (
  parse(readFileSync(join(repository, 'personas/workload.yaml'), 'utf8')) as {
    components: { id: string; name: string }[];
  }
).components;
const fileOf = new Map(declared.map(({ id, name }) => [name, `rbac/${id}.md`]));
const linksOnCards = personas
  .flatMap(({ components }) => components.map((name) => `${name} -> ${fileOf.get(name)}`))
  .sort();

let folder: string;
/** The output, after it was moved away from where it was built. */
let moved: string;
let based: string;

beforeAll(async () => {
  folder = exampleProject(temporaryFolder(true));
  const built = await cli(folder, 'build');
  expect(built.err).toMatch(/Built \d+ files in out\//);
  expect(built.code).toBe(0);
  moved = join(folder, 'somewhere else', 'deck (final)');
  await import('node:fs/promises').then(({ mkdir }) => mkdir(dirname(moved), { recursive: true }));
  renameSync(join(folder, 'out'), moved);
  based = join(folder, 'based');
  expect(await cli(folder, 'build', '--out', 'based', '--link-base', 'https://example.org/deck')).toMatchObject({
    code: 0,
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flows = ['dataops', 'mlops', 'genaiops'];
const graphs = [...flows.map((id) => `flow-${id}`), 'architecture-lambda-architecture', 'architecture-assistant'];
const matrices = [
  'processes',
  'skills',
  'teams',
  ...['dev', 'stage', 'prod'].map((id) => `components-${id}`),
  ...flows.map((id) => `responsibilities-${id}`),
];

describe('the example', () => {
  it('builds every output', () => {
    const { artifacts } = JSON.parse(readFileSync(join(moved, 'manifest.json'), 'utf8')) as {
      artifacts: { path: string; sources: string[] }[];
    };
    // Pages of wikis and of the site have tests of their own.
    expect(artifacts.map(({ path }) => path).filter((path) => !/^(wiki|site)\//.test(path))).toEqual(
      [
        'cards.pdf',
        'cards.pptx',
        'sheets.pdf',
        'workshop.pptx',
        'markdown/index.md',
        ...stems.flatMap((stem) => [
          `markdown/${stem}.md`,
          `png/${stem}.png`,
          `png/${stem}-back.png`,
          `png/${stem}.links.json`,
        ]),
        ...declared.map(({ id }) => `rbac/${id}.md`),
        ...['access.csv', 'matrices.md', 'personas.csv', 'personas.md', 'workload.xlsx'].map(
          (name) => `tables/${name}`,
        ),
        ...matrices.flatMap((id) => [
          `diagrams/matrix-${id}.png`,
          `diagrams/matrix-${id}.svg`,
          `tables/matrix-${id}.csv`,
        ]),
        ...graphs.flatMap((name) => ['mmd', 'png', 'svg'].map((ending) => `diagrams/${name}.${ending}`)),
        'diagrams/architecture.likec4',
      ].sort(),
    );
    for (const { path, sources } of artifacts) {
      expect(existsSync(join(moved, path)), path).toBe(true);
      expect(sources.length, path).toBeGreaterThan(0);
    }
  });

  it('has eighteen components, each on a card and with an RBAC file', () => {
    expect(new Set(linksOnCards).size).toBe(18);
    expect(linksOnCards.filter((link) => link.endsWith('undefined'))).toEqual([]);
  });

  // What it has besides is in test/checks/exampleFindings.txt.
  it('has no errors in its own input', async () => {
    const { out } = await cli(folder, 'check', '--format', 'json');
    const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; severity: string }[] };
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** Reads all links to RBAC files out of a built folder, by format. */
const readers: readonly (readonly [string, (out: string) => Promise<Link[]>])[] = [
  ['cards.pdf', async (out) => (await readPdf(readFileSync(join(out, 'cards.pdf')))).links.slice()],
  ['sheets.pdf', async (out) => (await readPdf(readFileSync(join(out, 'sheets.pdf')))).links.slice()],
  ['workshop.pptx', async (out) => readSlideLinks(unzipSync(readFileSync(join(out, 'workshop.pptx'))))],
  ['cards.pptx', async (out) => readSlideLinks(unzipSync(readFileSync(join(out, 'cards.pptx'))))],
  [
    'markdown',
    async (out) => stems.flatMap((stem) => markdownLinks(readFileSync(join(out, `markdown/${stem}.md`), 'utf8'))),
  ],
];

function markdownLinks(text: string): Link[] {
  const inline = markdownIt()
    .parse(text, {})
    .flatMap((token) => token.children ?? []);
  return inline.flatMap((token, index) =>
    token.type === 'link_open' ? [{ url: String(token.attrGet('href')), text: inline[index + 1]?.content ?? '' }] : [],
  );
}

describe.each(readers)('links in %s', (format, read) => {
  it('lead from every component to its RBAC file, also after the output was moved', async () => {
    const from = format === 'markdown' ? 'markdown' : '.';
    const links = (await read(moved)).filter(({ url }) => url.includes('rbac/'));
    for (const { url } of links) {
      expect(url).not.toMatch(/^(\/|[a-z]+:)/i);
      expect(existsSync(join(moved, from, decodeURIComponent(url))), url).toBe(true);
    }
    const named = links
      .map(({ text, url }) => `${text} -> ${join(from, decodeURIComponent(url))}`)
      .filter((link) => fileOf.has(link.split(' -> ')[0] ?? ''));
    // Fronts and backs, fields and tables may link the same component: each card's pair must be there at least once.
    for (const link of linksOnCards) expect(named).toContain(link);
    for (const link of named) expect(linksOnCards).toContain(link);
    expect(named.length).toBeGreaterThanOrEqual(linksOnCards.length);
  });

  it('are absolute below a link base', async () => {
    const links = (await read(based)).filter(({ url }) => url.includes('rbac/'));
    const named = links.filter(({ text }) => fileOf.has(text)).map(({ text, url }) => `${text} -> ${url}`);
    for (const link of linksOnCards) expect(named).toContain(link.replace('rbac/', 'https://example.org/deck/rbac/'));
    for (const { url } of links) {
      expect(url.startsWith('https://example.org/deck/')).toBe(true);
      expect(existsSync(join(based, decodeURIComponent(url.slice('https://example.org/deck/'.length))))).toBe(true);
    }
  });
});

describe('the PDF decks', () => {
  it('hold a front and a back of every card, with the persona in the outline', async () => {
    const { pages, texts, outline } = await readPdf(readFileSync(join(moved, 'cards.pdf')));
    expect(pages).toBe(2 * personas.length);
    for (const [index, { id }] of personas.entries()) {
      expect(texts[2 * index]).toContain(id);
      expect(texts[2 * index]).toContain('Components access');
      expect(texts[2 * index + 1]).toContain('Production');
    }
    expect(outline).toHaveLength(personas.length);
  });
});
