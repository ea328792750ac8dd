import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PersonaWords } from '../support/deckFixture.ts';
import { fixtureDeck } from '../support/deckFixture.ts';
import { flavours } from '../../src/outputs/wiki/flavours.ts';
import { type WikiFlavour, wikiFlavours } from '../../src/schema/settings.ts';
import { pictures, wikiOf } from './wikiOf.ts';

/** Titles and the names of their pages. */
const examples: Readonly<Record<WikiFlavour, readonly (readonly [title: string, name: string])[]>> = {
  github: [
    ['P001 AI Data Engineer', 'P001-AI-Data-Engineer'],
    ['P007 Event-driven Developer', 'P007-Event\u2010driven-Developer'],
    ['P002 R&D / Lead: "A" <b>?', 'P002-R-D-Lead-A-b'],
    ['P003 Node.js Developer', 'P003-Node-js-Developer'],
    ['_Sidebar', 'Sidebar'],
    ['Home', 'Page-Home'],
    ['rbac azure', 'Page-rbac-azure'],
    ['CON', 'Page-CON'],
    ['nul.txt', 'nul-txt'],
    ['P004 محلل 日本語', 'P004-محلل-日本語'],
    ['P005 (lead), 100 % [x]', 'P005-(lead),-100-x'],
  ],
  gitlab: [
    ['P003 Node.js v2.1', 'P003-Node-js-v2-1'],
    ['home', 'Page-home'],
    ['templates', 'Page-templates'],
    ['_sidebar', 'Page-sidebar'],
    ['P007 Event-driven', 'P007-Event-driven'],
  ],
  'azure-devops': [
    ['P007 Event-driven Developer', 'P007-Event%2Ddriven-Developer'],
    ['FAQ?', 'FAQ%3F'],
    ['P002 R&D / Lead: "A" <b> #1', 'P002-R&D-Lead%3A-%22A%22-%3Cb%3E-1'],
    ['.order', 'order'],
    ['rbac', 'Page-rbac'],
    ['100 % sure', '100-sure'],
    ['P003 Node.js 😀 dev.', 'P003-Node.js-dev'],
    ['LPT1', 'Page-LPT1'],
  ],
  confluence: [
    ['P002 R&D / Lead: "A" <b> #1 [x]', 'P002 R&D / Lead: "A" <b> #1 [x]'],
    ['$budget', 'budget'],
    ['..hidden', 'hidden'],
    ['~mine', 'mine'],
  ],
  mediawiki: [
    ['p001 engineer', 'P001 engineer'],
    ['P002 R&D / Lead: [x] {y}|z_1', 'P002 R D Lead x y z 1'],
    ['Talk:x', 'Talk x'],
    ['./x', 'X'],
    ['C#', 'C'],
    ['ßtrasse', 'ßtrasse'],
  ],
  dokuwiki: [
    ['P001 AI Data Engineer', 'p001_ai_data_engineer'],
    ['P007 Event-driven Developer', 'p007_event_driven_developer'],
    ['Päällikkö Ägäis', 'paallikko_agais'],
    ['start', 'page_start'],
    ['Sidebar', 'page_sidebar'],
    ['P004 日本語', 'p004_d413ae09'],
  ],
  html: [
    ['P003 Node.js Developer', 'P003-Node.js-Developer'],
    ['index', 'Page-index'],
    ['a/b\\c', 'a-b-c'],
  ],
};

const long = 'Very long name that goes on - and on - '.repeat(20);

/** Personas whose names a wiki cannot hold, differ in little, or would be something else. */
const odd: readonly PersonaWords[] = [
  'Lead',
  'lead',
  'LEAD!',
  'R&D',
  'R D',
  'R/D',
  '日本語',
  '数据',
  '😀',
  '???',
  '...',
  long,
  `${long}x`,
  'CON',
  'Home',
  '_Sidebar',
  'Access to Storage',
].map((name, index) => ({ id: `P${index + 1}`, name, components: ['C', 'C#', 'C++', 'Storage', `Lake ${index}`] }));

describe.each(wikiFlavours)('names in %s', (wiki) => {
  const flavour = flavours[wiki];

  it.each(examples[wiki])('of %j', (title, name) => {
    expect(flavour.nameOf(title)).toBe(name);
  });

  it('are never empty, and fit where names are short', () => {
    for (const title of [
      '',
      '.',
      '...',
      '_',
      '\u0000',
      '\ud83d',
      '#',
      '|||',
      '😀',
      long,
      '日本'.repeat(100),
      '-'.repeat(200),
    ]) {
      const name = flavour.nameOf(title);
      expect([title, name]).toEqual([title, expect.stringMatching(/^[^\s.](?:.*[^\s.])?$/u)]);
      expect(Buffer.byteLength(flavour.fileOf(name))).toBeLessThan(200);
    }
  });

  it('stay apart when titles are cut', () => {
    expect(flavour.nameOf(`${long}x`)).not.toBe(flavour.nameOf(`${long}y`));
  });

  it('and files of pages, pictures and lists never clash, whatever the letter case', async () => {
    const files = [...(await wikiOf(wiki, { deck: fixtureDeck(odd), pictures })).keys()];
    expect(new Set(files.map((file) => file.normalize('NFC').toLowerCase())).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^(?!.*[<>:"|?*\\])(?!.*[ .](?:\/|$)).+$/);
  });

  it('of a page are the same without the others', async () => {
    const all = new Set((await wikiOf(wiki, { deck: fixtureDeck(odd) })).keys());
    for (const persona of odd) {
      const alone = await wikiOf(wiki, { deck: fixtureDeck([persona]) });
      expect([...alone.keys()].filter((file) => !all.has(file))).toEqual([]);
    }
  });
});

describe('titles that a name cannot hold', () => {
  const deck = fixtureDeck([{ id: 'P001', name: 'R/D: "lead"', components: ['C#'] }], { title: 'A & B' });

  it('stand in the front matter of GitLab', async () => {
    const page = (await wikiOf('gitlab', { deck })).get('P001-R-D-lead.md') ?? '';
    expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(page)?.[1] ?? '')).toEqual({ title: 'P001 R/D: "lead"' });
  });

  it.each([
    ['github', 'P001-R-D-lead.md', '# P001 R/D: "lead"'],
    ['azure-devops', 'P001-R-D%3A-%22lead%22.md', '# P001 R/D: "lead"'],
    ['mediawiki', 'pages/P001_R_D_lead_36869801.wiki', '= P001 R/D: "lead" ='],
  ] as const)('stand above the page in %s', async (wiki, file, heading) => {
    const files = await wikiOf(wiki, { deck });
    expect([...files.keys()]).toContain(file);
    expect(files.get(file)).toContain(`\n${heading}\n`);
  });

  it('are left out where the name says the same', async () => {
    const github = await wikiOf('github', { deck: fixtureDeck([{ id: 'P001', name: 'Event-driven Lead' }]) });
    expect(github.get('P001-Event\u2010driven-Lead.md')).not.toContain('\n# ');
  });
});
