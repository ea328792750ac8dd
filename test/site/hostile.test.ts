import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, temporaryFolder, writeFiles } from '../support/project.ts';
import { accessibilityFaults, Reader } from '../support/openPages.ts';
import { brokenLinks, pagesOf, resolved, type SitePage } from './readPages.ts';

const texts = [
  '<script>document.title = "run"</script>',
  '"quoted" & \'single\' {{x}} {{{y}}} `code`',
  '<img src=x onerror="document.title=1">',
  'مهندس البيانات',
  'データ エンジニア',
];
const json = (text: string): string => JSON.stringify(text);

const longWord = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** A flow and an architecture with each text in each place. */
const graphs = [
  'flows:',
  ...texts.map((text, index) =>
    [
      `  - name: ${json(`${text} ${longWord}`)}`,
      `    summary: ${json(text)}`,
      `    lanes: [{ name: ${json(text)}, loop: ${json(text)} }]`,
      '    steps:',
      `      - { name: ${json(text)}, lane: ${json(text)}, personas: { H${index}: write }, components: [${json(text)}], skills: [${json(text)}] }`,
      `      - { name: ${json(longWord)}, personas: { H${index}: [own, approve] } }`,
      `    feedback: [{ from: ${json(longWord)}, to: ${json(text)}, label: ${json(text)} }]`,
    ].join('\n'),
  ),
  'architectures:',
  ...texts.map((text) =>
    [
      `  - name: ${json(text)}`,
      `    zones: [{ name: ${json(text)}, parts: [${json(text)}, { name: ${json(longWord)} }] }]`,
      `    connections: [{ from: ${json(longWord)}, to: ${json(text)}, label: ${json(text)}, step: 1 }]`,
    ].join('\n'),
  ),
  '',
].join('\n');

const files = {
  'personas/workload.yaml': `name: ${json(texts[0] ?? '')}\nsummary: ${json(texts[2] ?? '')}\n${graphs}`,
  ...Object.fromEntries(
    texts.map((text, index) => [
      `personas/H${index}.yaml`,
      [
        `id: H${index}`,
        ...['name', 'team', 'summary', 'goal', 'notes', 'sponsor'].map((key) => `${key}: ${json(text)}`),
        ...['primaryInteraction', 'components', 'processes', 'skills', 'duties'].map(
          (key) => `${key}: [${json(text)}]`,
        ),
      ].join('\n'),
    ]),
  ),
  'personas/L.yaml': `id: L-${'0123456789'.repeat(3)}\nname: ${longWord}\nteam: ${longWord}\nskills: [${longWord}]\ncomponents: [Store, index]\n`,
  'personas/rbac/store.md': [
    '# Store',
    '<script>document.title = "run"</script>',
    '',
    '[run](javascript:alert(1)) [data](data:text/html,x) [persona](../H0.yaml) [web](https://example.org/?a="b"&c)',
    '![remote](https://example.org/x.png) <b onclick="alert(1)">bold</b> {{x}} `{{y}}`<br>&lt;i&gt; <!-- comment -->',
    '',
    '| Persona | Environment | Role | Scope | Note |',
    '|---|---|---|---|---|',
    '| H0 | Production | <script>1</script> | "a" | **b** [x](vbscript:1) |',
    '',
    '### Deep',
    '',
    '1. one',
    '   - two',
    '',
    '> quote',
    '',
    '```html',
    '<script>3</script>',
    '```',
  ].join('\n'),
};

let root: string;
let pages: SitePage[];
let reader: Reader;

beforeAll(async () => {
  root = temporaryFolder(true);
  writeFiles(root, files);
  expect(await cli(root, 'build', '--only', 'site')).toMatchObject({ code: 0 });
  pages = pagesOf(join(root, 'out'));
  reader = await Reader.start();
});

afterAll(async () => {
  await reader.close();
  rmSync(root, { recursive: true, force: true });
});

const pathOf = (start: string): string => pages.find(({ path }) => path.startsWith(start))?.path ?? '';

describe('hostile texts', () => {
  it('are text on every page, and nothing else', () => {
    expect(pages.length).toBeGreaterThan(14);
    for (const { path, html, links } of pages) {
      // The one of the site, and none of the texts.
      expect([path, html.match(/<script\b/g)?.length]).toEqual([path, 1]);
      expect([path, /<[a-z][^<>]*\son[a-z]+=/i.exec(html.replace(/"[^"<>]*"/g, `""`))?.[0]]).toEqual([path, undefined]);
      expect(links.filter((link) => /^(?!https?:|mailto:)[a-z]+:/i.test(link))).toEqual([]);
    }
    const index = resolved(readFileSync(join(root, 'out/site/index.html'), 'utf8'));
    for (const text of texts) expect(index).toContain(text);
  });

  it('break no links', () => {
    expect(brokenLinks(join(root, 'out'), pages)).toEqual([]);
  });

  it('run nothing, and are found as they are written', async () => {
    const { page, faults } = await reader.open(join(root, 'out'), 'site/index.html');
    expect(await page.title()).toBe(texts[0]);
    await page.type('#filter-q', '{{x}}');
    const names = await page.$$eval('[data-card]', (cards) =>
      cards.filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3')?.textContent),
    );
    expect(names).toEqual([texts[1]]);
    await page.keyboard.press('Escape');
    await page.select('#filter-skill', texts[2] ?? '');
    expect(await page.$eval('[role=status]', (one) => one.textContent)).toBe('1 of 6 personas');
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([
    ['site/index.html', 360],
    ['site/personas/L', 360],
    ['site/components/store', 360],
    ['site/access/production', 768],
    ['site/flows/', 360],
    ['site/architectures/', 360],
    ['site/findings', 360],
  ] as const)('%s at %d px fits the window and has nothing that axe-core finds', async (start, width) => {
    const { page, faults } = await reader.open(join(root, 'out'), encodeURI(pathOf(start)), { width });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('the text of an RBAC file', () => {
  const store = (): string => readFileSync(join(root, 'out/site/components/store.html'), 'utf8');
  const prose = (): string => /<div class="prose"[\s\S]*/.exec(store())?.[0] ?? '';

  it('is shown with its headings, lists, quotes, code and tables', () => {
    expect(prose()).toContain('<h3>Deep</h3>');
    expect(prose()).toContain('<ol start="1"><li><p>one</p>\n<ul><li>two</li></ul></li></ol>');
    expect(prose()).toContain('<blockquote><p>quote</p></blockquote>');
    expect(prose()).toContain('<code dir="ltr">&lt;script&gt;3&lt;/script&gt;\n</code>');
    expect(prose()).toContain('<td><strong>b</strong> x</td>');
    expect(prose()).not.toContain('comment');
  });

  it('leads to pages of the site and to the web, and to nothing else', () => {
    const links = [...prose().matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, href = '', text]) => [
      text,
      resolved(href),
    ]);
    expect(links).toEqual([
      ['persona', expect.stringMatching(/^\.\.\/personas\/H0-.*\.html$/)],
      ['web', 'https://example.org/?a="b"&c'],
      ['remote', 'https://example.org/x.png'],
    ]);
    expect(prose()).not.toContain('<img');
  });
});

describe('a deck from right to left', () => {
  it('has pages from right to left that fit a phone', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...files, 'personas/workload.yaml': 'name: أعمال\nlanguage: ar\n' });
    expect(await cli(folder, 'build', '--only', 'site')).toMatchObject({ code: 0 });
    for (const path of ['site/index.html', 'site/access/production.html']) {
      const { page } = await reader.open(join(folder, 'out'), path, { width: 360 });
      expect(await page.$eval('html', (html) => [html.lang, html.dir])).toEqual(['ar', 'rtl']);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.close();
    }
  });
});

describe('templates of a project', () => {
  it('take the place of ours, one by one', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'personas/one.yaml': 'id: P1\nname: Analyst <x>\n',
      'templates/site/persona.hbs': '{{> page-start}}<h1>Ours: {{name}}</h1>{{> page-end}}',
      'templates/site/site.css': 'h1 { color: red }',
    });
    expect(await cli(folder, 'build', '--only', 'site')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'out/site/personas/P1-analyst-x.html'), 'utf8')).toContain(
      '<h1>Ours: Analyst &lt;x&gt;</h1>',
    );
    expect(readFileSync(join(folder, 'out/site/site.css'), 'utf8')).toMatch(/h1 \{ color: red \}$/);
  });
});
