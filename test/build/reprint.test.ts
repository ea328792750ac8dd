import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { cli, persona, projectWith } from '../support/project.ts';

const files = {
  'personas/P001.yaml': persona('P001', 'Data Engineer', 'team: Data\ncomponents: [Storage]\n'),
  'personas/P002.yaml': persona('P002', 'Analyst', 'team: Data\n'),
  'personas/P003.yaml': persona('P003', 'Scientist', 'team: Lab\n'),
  'personas/rbac/storage.md':
    '# Storage\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| P001 | Reader | Reader | — |\n',
};

interface Built {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly reprint?: {
    readonly changed: readonly string[];
    readonly added: readonly string[];
    readonly gone: readonly string[];
  };
}

async function build(root: string, ...args: string[]): Promise<Built> {
  const { out, code } = await cli(root, 'build', '--json', '--only', 'print,markdown', ...args);
  expect(code).toBe(0);
  return JSON.parse(out) as Built;
}

const cardsIn = (root: string) =>
  (
    JSON.parse(readFileSync(join(root, 'out/manifest.json'), 'utf8')) as {
      cards: { persona: string; version: string }[];
    }
  ).cards;

async function idsIn(root: string, path: string): Promise<string[]> {
  const { texts } = await readPdf(readFileSync(join(root, 'out', path)));
  return [...new Set(texts.flatMap((text) => text.match(/P00\d/g) ?? []))].toSorted();
}

/** A project whose cards were printed, the manifest kept as `printed.json`. */
async function printed(): Promise<string> {
  const root = projectWith(files);
  await build(root);
  copyFileSync(join(root, 'out/manifest.json'), join(root, 'printed.json'));
  return root;
}

describe('the manifest', () => {
  it('says of each card the mark that stands on both its sides', { timeout: 30_000 }, async () => {
    const root = await printed();
    const { texts } = await readPdf(readFileSync(join(root, 'out/cards.pdf')));
    const cards = cardsIn(root);
    expect(cards.map(({ persona: id }) => id)).toEqual(['P001', 'P002', 'P003']);
    for (const [index, { version }] of cards.entries()) {
      expect(texts[2 * index]).toContain(version);
      expect(texts[2 * index + 1]).toContain(version);
    }
  });

  it('keeps what cards said when a build does not print', { timeout: 30_000 }, async () => {
    const root = await printed();
    const before = cardsIn(root);
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    await cli(root, 'build', '--only', 'markdown');
    await cli(root, 'build', '--persona', 'P002', '--only', 'png');
    expect(cardsIn(root)).toEqual(before);
    await build(root);
    expect(cardsIn(root).map(({ version }, at) => version === before[at]?.version)).toEqual([true, false, true]);
  });

  it('of the format before is read, so that what is no longer made is removed', { timeout: 30_000 }, async () => {
    const root = projectWith({ ...files, 'persona-deck.yaml': 'outputs: [markdown]\n' });
    await cli(root, 'build');
    const path = join(root, 'out/manifest.json');
    const { generator, artifacts } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ generator, artifacts }));
    rmSync(join(root, 'personas/P003.yaml'));
    await cli(root, 'build');
    expect(existsSync(join(root, 'out/markdown/P003-scientist.md'))).toBe(false);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 2 });
  });
});

describe('build --changed-since', () => {
  it('prints what changed and what is new, and names whose cards can go', { timeout: 60_000 }, async () => {
    const root = await printed();
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    writeFileSync(join(root, 'personas/P004.yaml'), persona('P004', 'Operator'));
    rmSync(join(root, 'personas/P003.yaml'));
    const { written, reprint } = await build(root, '--changed-since', 'printed.json');
    expect(reprint).toEqual({ changed: ['P002'], added: ['P004'], gone: ['P003'] });
    expect(await idsIn(root, 'cards.pdf')).toEqual(['P002', 'P004']);
    expect(await idsIn(root, 'sheets.pdf')).toEqual(['P002', 'P004']);
    // Other outputs hold the whole deck.
    expect(written).toEqual(expect.arrayContaining(['markdown/P004-operator.md', 'markdown/index.md']));
    expect(readFileSync(join(root, 'out/markdown/index.md'), 'utf8')).toContain('P001');
    expect(cardsIn(root).map(({ persona: id }) => id)).toEqual(['P001', 'P002', 'P004']);
    const { code, err } = await cli(root, 'build', '--changed-since', 'printed.json', '--only', 'print');
    expect(code).toBe(0);
    expect(err).toMatch(/Nothing to do[\s\S]*changed since printed\.json: P002\n {2}new: P004\n[^\n]*P003\n$/);
    // Without it, all cards are there again.
    await build(root);
    expect(await idsIn(root, 'cards.pdf')).toEqual(['P001', 'P002', 'P004']);
  });

  it('sees a role in a table, and not the looks of cards', { timeout: 60_000 }, async () => {
    const root = await printed();
    const themed = await build(root, '--changed-since', 'printed.json', '--theme', 'dark', '--card', 'a6');
    expect(themed.reprint).toEqual({ changed: [], added: [], gone: [] });
    writeFileSync(join(root, 'personas/rbac/storage.md'), files['personas/rbac/storage.md'].replace('—', 'Reader'));
    expect((await build(root, '--changed-since', 'printed.json')).reprint?.changed).toEqual(['P001']);
  });

  it('leaves the PDFs that are there when nothing changed, and writes none', { timeout: 60_000 }, async () => {
    const root = await printed();
    const before = readFileSync(join(root, 'out/cards.pdf'));
    const { code, err } = await cli(root, 'build', '--changed-since', 'out/manifest.json', '--only', 'print');
    expect(code).toBe(0);
    expect(err).toContain('No card has changed since out/manifest.json');
    expect(readFileSync(join(root, 'out/cards.pdf')).equals(before)).toBe(true);
    const full = await cli(root, 'build', '--json', '--changed-since', 'printed.json');
    expect((JSON.parse(full.out) as Built).removed).toEqual([]);
    expect(existsSync(join(root, 'out/cards.pdf'))).toBe(true);
    expect((await build(root, '--changed-since', 'printed.json', '--out', 'other')).written).not.toContain('cards.pdf');
  });

  it('holds for print services too', { timeout: 60_000 }, async () => {
    const root = projectWith(files);
    const fronts = async (...args: string[]): Promise<string[]> => {
      await build(root, '--shop', 'thegamecrafter', '--card', 'poker', ...args);
      return readdirSync(join(root, 'out/print/thegamecrafter/fronts'));
    };
    expect(await fronts()).toHaveLength(3);
    copyFileSync(join(root, 'out/manifest.json'), join(root, 'printed.json'));
    expect(await fronts('--changed-since', 'printed.json')).toHaveLength(3);
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    expect(await fronts('--changed-since', 'printed.json')).toEqual(
      expect.arrayContaining(['001-front-P002-analyst.png']),
    );
  });

  it('takes its own manifest, and prints each change once', { timeout: 60_000 }, async () => {
    const root = await printed();
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    expect((await build(root, '--changed-since', 'out/manifest.json')).reprint?.changed).toEqual(['P002']);
    expect((await build(root, '--changed-since', 'out/manifest.json')).reprint?.changed).toEqual([]);
    expect(await idsIn(root, 'cards.pdf')).toEqual(['P002']);
  });

  it('leaves the list of the deck and blank cards out', { timeout: 60_000 }, async () => {
    const root = projectWith({ ...files, 'persona-deck.yaml': 'print: { index: true, blanks: 2 }\n' });
    await build(root);
    copyFileSync(join(root, 'out/manifest.json'), join(root, 'printed.json'));
    appendFileSync(join(root, 'personas/P002.yaml'), 'skills: [SQL]\n');
    await build(root, '--changed-since', 'printed.json');
    expect((await readPdf(readFileSync(join(root, 'out/cards.pdf')))).pages).toBe(2);
  });

  it.each([
    ['none.json', undefined, /cannot be read/],
    ['a.json', '# no JSON', /is no manifest of a build: it is not JSON/],
    ['a.json', '{"format":2,"cards":[]}', /is no manifest of a build/],
    ['a.json', '[]', /is no manifest of a build/],
    ['a.json', '{"generator":"persona-deck 0.0.1","artifacts":[]}', /older version/],
    ['a.json', '{"format":99,"generator":"persona-deck 9.0.0"}', /newer version/],
  ])('refuses %s with %j', async (name, content, message) => {
    const root = projectWith({ ...files, ...(content === undefined ? {} : { [name]: content }) });
    const { code, err } = await cli(root, 'build', '--changed-since', name);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).toContain(name);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  it.each([
    ['--only', 'markdown'],
    ['--persona', 'P001'],
  ])('refuses %s %s, which prints nothing', async (...args) => {
    const root = projectWith({ ...files, 'a.json': '{}' });
    expect((await cli(root, 'build', '--changed-since', 'a.json', ...args)).code).toBe(2);
  });
});
