import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { safeMargin } from '../../src/design/sizes.ts';
import { cli, exampleProject, persona, projectWith, temporaryFolder, writeFiles } from '../support/project.ts';
import { codeIn, type FoundCode, hasPoppler, isQuietAround, linkedCodes } from '../support/qrCodes.ts';
import { sampled } from '../support/sampled.ts';

const folder = exampleProject(temporaryFolder(true));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = 'https://example.com/personas/';
const dots = (millimetres: number): number => (millimetres / 25.4) * 300;

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly about?: { readonly persona?: string };
}

/** Builds into a folder of its own; findings about codes come along. */
async function build(root: string, settings: string, ...args: string[]): Promise<{ out: string; findings: Finding[] }> {
  const name = `out-${settings}-${args.join('-')}`.replace(/[^a-z0-9.-]+/gi, '-').slice(0, 100);
  writeFiles(root, { 'persona-deck.yaml': settings });
  const { code, out, err } = await cli(root, 'build', '--json', '--out', name, ...args);
  expect([code, err]).toEqual([0, err]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Finding[] };
  return { out: join(root, name), findings: diagnostics.filter((one) => one.code.startsWith('PRT')) };
}

const backs = (out: string): string[] => readdirSync(join(out, 'png')).filter((name) => name.endsWith('-back.png'));

/** Large enough to be read, all of it in the safe area, light modules around it. */
function expectSound(code: FoundCode, [width, height]: readonly [number, number]): void {
  expect(code.module).toBeGreaterThan(dots(0.4));
  const inset = dots(safeMargin) - 2;
  expect(code.left).toBeGreaterThan(inset);
  expect(code.top).toBeGreaterThan(inset);
  expect(code.right).toBeLessThan(dots(width) - inset);
  expect(code.bottom).toBeLessThan(dots(height) - inset);
}

/** Cards in a folder of PNG files: the front of each with its back. */
const cardsIn = (out: string): (readonly [id: string, front: string, back: string])[] =>
  backs(out).map((name) => [name.split('-')[0] ?? '', name.replace('-back.png', '.png'), name]);

/** Every card has one code, on its back or on its front, which leads to its persona and can be read. */
async function expectCodes(out: string, size: readonly [number, number]): Promise<void> {
  const cards = cardsIn(out);
  expect(cards.length).toBeGreaterThan(3);
  for (const [id, front, back] of cards) {
    const [own = back, code] = (await firstCode(join(out, 'png'), [back, front])) ?? [];
    expect([own, code?.text]).toEqual([own, `${base}p/${id}.html`]);
    if (code === undefined) continue;
    expectSound(code, size);
    expect([own, await isQuietAround(readFileSync(join(out, 'png', own)), code)]).toEqual([own, true]);
  }
}

async function firstCode(
  folder: string,
  [name, ...others]: readonly string[],
): Promise<[string, FoundCode] | undefined> {
  if (name === undefined) return undefined;
  const code = await codeIn(readFileSync(join(folder, name)));
  return code === undefined ? firstCode(folder, others) : [name, code];
}

/** A persona that fills several cards of any size. */
const crowded = persona(
  'P900',
  'Crowded Platform Engineer',
  [
    `components: [${Array.from({ length: 12 }, (_, at) => `Component ${at}`).join(', ')}]`,
    `skills: [${Array.from({ length: 60 }, (_, at) => `a rather long skill ${at}`).join(', ')}]\n`,
  ].join('\n'),
);
const crowdedFiles = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `personas/rbac/component-${at}.md`,
    `# Component ${at}\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n` +
      '| P900 | Service Contributor for everything, Data Reader | Service Reader | Monitoring Reader |\n',
  ]),
);

/** The smallest and the largest, wide and narrow ones, each theme; sizes between them are laid out by the same rules. */
const looks: readonly (readonly [string, 'portrait' | 'landscape', string])[] = [
  ['mini', 'portrait', 'low-ink'],
  ['mini', 'landscape', 'light'],
  ['business-us', 'portrait', 'light'],
  ['business-us', 'landscape', 'dark'],
  ['bridge', 'portrait', 'light'],
  ['tarot', 'portrait', 'low-ink'],
  ['tarot', 'landscape', 'light'],
  ['a5', 'landscape', 'light'],
  ['44x90', 'portrait', 'light'],
  ['100x50', 'landscape', 'dark'],
];

describe('QR codes on PNG cards', () => {
  it.each(sampled(looks, 3))(
    'are on every card and lead to its persona: %s, %s, %s',
    { timeout: 120_000 },
    async (card, orientation, theme) => {
      const root = exampleProject();
      writeFiles(root, { 'personas/P900.yaml': crowded, ...crowdedFiles });
      // Few words and many, an agent, and more than a card holds.
      const args = ['--persona', 'P003,P001,P009,P900', '--card', card, '--orientation', orientation, '--theme', theme];
      const { out, findings } = await build(root, '', '--only', 'png', '--link-base', base, ...args);
      expect(findings).toEqual([]);
      const meta = await sharp(join(out, 'png', backs(out)[0] ?? '')).metadata();
      await expectCodes(out, [(meta.width / 300) * 25.4, (meta.height / 300) * 25.4]);
    },
  );

  it('keep clear of a long title of the deck', { timeout: 60_000 }, async () => {
    const title = 'Personas of the AI workload of the Northern Region and all its neighbours, third edition';
    const root = projectWith({
      'personas/one.yaml': persona('P001', 'Analyst'),
      'personas/workload.yaml': `name: ${title}\n`,
    });
    for (const card of ['poker', 'mini', 'a5']) {
      const { out } = await build(root, '', '--only', 'png', '--card', card, '--link-base', base);
      const png = readFileSync(join(out, 'png/P001-analyst-back.png'));
      const code = await codeIn(png);
      expect([card, code?.text]).toEqual([card, `${base}p/P001.html`]);
      expect([card, code && (await isQuietAround(png, code))]).toEqual([card, true]);
    }
  });

  it('lead to a page that leads on to the card', { timeout: 60_000 }, async () => {
    const { out } = await build(folder, '', '--only', 'png', '--card', 'a6', '--link-base', base);
    const code = await codeIn(readFileSync(join(out, 'png/P001-ai-data-engineer-back.png')));
    const page = join(out, decodeURIComponent(new URL(code?.text ?? '').pathname).slice('/personas/'.length));
    const html = readFileSync(page, 'utf8');
    const [, refreshed = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html) ?? [];
    const [, linked] = /<a href="([^"]+)">P001 AI Data Engineer<\/a>/.exec(html) ?? [];
    expect(refreshed).toBe(linked);
    expect(existsSync(join(page, '..', decodeURIComponent(refreshed)))).toBe(true);
    expect(html).not.toMatch(/<script|https?:/);
  });

  it('are the same when the persona has another name, and lead to it', { timeout: 60_000 }, async () => {
    const root = projectWith({ 'personas/one.yaml': persona('P 1', 'Analyst', 'skills: [SQL]\n') });
    const before = await build(root, '', '--only', 'png', '--link-base', base);
    const was = await codeIn(readFileSync(join(before.out, 'png/P-1-analyst-back.png')));
    writeFiles(root, { 'personas/one.yaml': persona('P 1', 'Data <b>Analyst</b>') });
    const { out } = await build(root, '', '--only', 'png', '--link-base', base);
    const [name = ''] = backs(out).filter((one) => one.includes('data'));
    const is = await codeIn(readFileSync(join(out, 'png', name)));
    expect(is?.text).toBe(was?.text);
    const page = readFileSync(join(out, new URL(is?.text ?? '').pathname.slice('/personas/'.length)), 'utf8');
    expect(page).toContain('url=../markdown/P-1-data-b-analyst-b.md');
    expect(page).toContain('Data &lt;b&gt;Analyst&lt;/b&gt;');
  });

  it('are drawn anew when the address changes', { timeout: 60_000 }, async () => {
    const root = projectWith({ 'personas/one.yaml': persona('P001', 'Analyst') });
    await build(root, '', '--only', 'png', '--link-base', base);
    writeFiles(root, { 'persona-deck.yaml': '' });
    const { out } = await cli(root, 'build', '--json', '--only', 'png', '--out', 'out-', '--link-base', base);
    expect(out).toContain('"written"');
    const moved = await cli(root, 'build', '--json', '--only', 'png', '--out', 'out-', '--link-base', `${base}moved/`);
    expect((JSON.parse(moved.out) as { written: string[] }).written).toContain('png/P001-analyst-back.png');
    const code = await codeIn(readFileSync(join(root, 'out-/png/P001-analyst-back.png')));
    expect(code?.text).toBe(`${base}moved/p/P001.html`);
  });
});

describe('QR codes of components', () => {
  it.skipIf(!hasPoppler).each([
    ['tarot', 'light', ['P003', 'P009']],
    ['a6', 'dark', ['P001', 'P003', 'P004']],
  ] as const)(
    'on %s, %s, lead to the RBAC files, those of %j among them',
    { timeout: 90_000 },
    async (card, theme, ids) => {
      const args = ['--only', 'print', '--card', card, '--theme', theme, '--link-base', base];
      const { out } = await build(folder, 'print: { qr: components }\n', ...args);
      const codes = await linkedCodes(join(out, 'cards.pdf'));
      expect(codes.map(({ code }) => code?.text)).toEqual(codes.map(({ url }) => url));
      for (const { code } of codes) expect(code?.module).toBeGreaterThan(dots(0.4));
      for (const id of ids) {
        const page = codes.find(({ url }) => url === `${base}p/${id}.html`)?.page;
        const [name = ''] = readdirSync(join(out, 'markdown')).filter((one) => one.startsWith(id));
        const markdown = readFileSync(join(out, 'markdown', name), 'utf8');
        const files = new Set([...markdown.matchAll(/\((https:[^)]*rbac[^)]*)\)/g)].map(([, address = '']) => address));
        expect(files.size).toBeGreaterThan(2);
        const addresses = codes.filter((code) => code.page === page).map(({ url }) => url);
        expect([id, addresses.toSorted()]).toEqual([id, [...files, `${base}p/${id}.html`].toSorted()]);
        for (const address of files) expect(existsSync(join(out, address.slice(base.length)))).toBe(true);
      }
    },
  );
});

describe('cards without QR codes', () => {
  it('are those of a project that says no address, which is told once where codes were asked for', async () => {
    for (const [settings, codes] of [
      ['', []],
      ['print: { qr: none }\n', []],
      ['print: { qr: persona }\n', ['PRT901']],
    ] as const) {
      const { out, findings } = await build(folder, settings, '--only', 'png', '--persona', 'P003');
      expect([settings, findings.map(({ code, severity }) => [code, severity])]).toEqual([
        settings,
        codes.map((code) => [code, 'warning']),
      ]);
      expect(await codeIn(readFileSync(join(out, 'png/P003-bi-analyst-back.png')))).toBeUndefined();
    }
  });

  it('are those that were to have none, whose pages are there all the same', async () => {
    const { out } = await build(folder, 'print: { qr: none }\n', '--only', 'png,markdown', '--link-base', base);
    expect(await codeIn(readFileSync(join(out, 'png/P003-bi-analyst-back.png')))).toBeUndefined();
    expect(existsSync(join(out, 'p/P003.html'))).toBe(true);
  });

  it('are those on which not a line has room beside a code, which is told', { timeout: 60_000 }, async () => {
    const far = `https://example.com/${'a-long-way-down/'.repeat(30)}`;
    const { out, findings } = await build(
      folder,
      '',
      '--only',
      'png',
      '--persona',
      'P001,P003',
      '--card',
      'mini',
      '--link-base',
      far,
    );
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['PRT902 warning']);
    expect(findings[0]?.message).toBe('Cards of this size have no room for QR codes');
    for (const name of backs(out)) {
      expect([name, await codeIn(readFileSync(join(out, 'png', name)))]).toEqual([name, undefined]);
    }
  });
});

describe('QR codes in PDFs', () => {
  const printed = [
    ['tarot', 'dark'],
    ['a6', 'light'],
    ['poker', 'low-ink'],
  ] as const;
  it.skipIf(!hasPoppler).each(sampled(printed, 2))('are read from %s, %s', { timeout: 90_000 }, async (card, theme) => {
    const { out } = await build(folder, '', '--only', 'print', '--card', card, '--theme', theme, '--link-base', base);
    const cards = await linkedCodes(join(out, 'cards.pdf'));
    expect(cards.length).toBeGreaterThan(3);
    for (const { url, code } of cards) {
      expect(url).toMatch(/\/p\/P00\d\.html$/);
      expect(code?.text).toBe(url);
      expect(code?.module).toBeGreaterThan(dots(0.4));
    }
    const sheets = await linkedCodes(join(out, 'sheets.pdf'));
    expect(sheets.map(({ code }) => code?.text)).toEqual(sheets.map(({ url }) => url));
    expect(sheets.map(({ url }) => url).toSorted()).toEqual(cards.map(({ url }) => url).toSorted());
  });

  it('say in words what they are, for those who do not see them', { timeout: 60_000 }, async () => {
    const { out } = await build(folder, '', '--only', 'print', '--card', 'a6', '--link-base', base);
    const pdf = readFileSync(join(out, 'cards.pdf')).toString('latin1');
    expect(pdf).toMatch(/\/Alt \(QR code to P003 BI Analyst\)/);
  });
});
