import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { mm } from '../../src/design/units.ts';
import { readChunks } from '../../src/images/pngChunks.ts';
import { contactSheets } from '../../src/layout/cards/contactSheet.ts';
import { cli, exampleProject, persona, projectWith, snapshot, writeFiles } from '../support/project.ts';

const tarot = { width: mm(69.85), height: mm(120.65) };
const landscape = { width: tarot.height, height: tarot.width };

/** A card's team is its first letter. */
const sheetsOf = (names: readonly string[], card = tarot) => contactSheets(names, ([team]) => team, card);
const many = (count: number, team = 'a'): string[] => Array.from({ length: count }, (_, index) => `${team}${index}`);

describe('contactSheets', () => {
  it('puts teams beside each other, and a team that goes on under its name again', () => {
    const [sheet, ...others] = sheetsOf(['a1', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'c1']);
    expect(others).toEqual([]);
    expect(sheet?.columns).toBe(4);
    expect(sheet?.rows.map(({ runs }) => runs.map(({ team, first, span }) => [team, first, span]))).toEqual([
      [
        ['a', 'a1', 1],
        ['b', 'b1', 3],
      ],
      [
        ['b', 'b4', 3],
        ['c', 'c1', 1],
      ],
    ]);
  });

  it('makes rows of about the same length, and sheets too', () => {
    const shape = (count: number, card = tarot): number[][] =>
      sheetsOf(many(count), card).map(({ rows }) => rows.map(({ cards }) => cards.length));
    expect(shape(6)).toEqual([[6]]);
    expect(shape(7)).toEqual([[4, 3]]);
    expect(shape(30)).toEqual([[6, 6, 6, 6, 6]]);
    expect(shape(31)).toEqual([
      [6, 6, 4],
      [6, 6, 3],
    ]);
    expect(shape(5, landscape)).toEqual([[3, 2]]);
    expect(shape(0)).toEqual([]);
    expect(sheetsOf(many(1000)).flatMap(({ rows }) => rows.flatMap(({ cards }) => cards))).toEqual(many(1000));
    expect(sheetsOf(many(61)).map(({ part, parts }) => [part, parts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('is as large as what stands on it, with room for a title over a single card', () => {
    expect(sheetsOf(many(12))[0]).toMatchObject({ width: 2104, height: 64 + 84 + 2 * (48 + 553) + 24 });
    expect(sheetsOf(many(1))[0]).toMatchObject({ columns: 1, width: 64 + 3 * 320 + 48 });
  });
});

const front = 'P001-ai-data-engineer';

/** Mean difference of two pictures of the same size, of 255. */
async function difference(one: Sharp, other: Sharp): Promise<number> {
  const [first, second] = await Promise.all([one, other].map((picture) => picture.removeAlpha().raw().toBuffer()));
  expect(second?.length).toBe(first?.length);
  return (
    (first ?? Buffer.of()).reduce((sum, value, at) => sum + Math.abs(value - (second?.[at] ?? 0)), 0) /
    (first?.length ?? 1)
  );
}

async function textsOf(file: string): Promise<Record<string, string>> {
  const { comments = [] } = await sharp(file).metadata();
  return Object.fromEntries(comments.map(({ keyword, text }) => [keyword, text]));
}

const metresWide = (file: string, width: number): number => {
  const data = readChunks(readFileSync(file)).find(({ type }) => type === 'pHYs')?.data ?? Buffer.alloc(9);
  return width / Buffer.from(data).readUInt32BE(0);
};

describe('besides the cards', () => {
  it('thumbnails and a contact sheet show the very fronts, small', { timeout: 180_000 }, async () => {
    const root = exampleProject();
    const png = join(root, 'out/png');
    const settings = (also: string): void =>
      writeFiles(root, { 'persona-deck.yaml': `outputs: [png]\npng: ${also}\n` });
    const build = async (): Promise<{ written: string[]; removed: string[] }> => {
      const { out, code } = await cli(root, 'build', '--json');
      expect(code).toBe(0);
      return JSON.parse(out) as { written: string[]; removed: string[] };
    };
    settings('{ also: [thumbnails, contact-sheet] }');
    await build();
    const thumbnail = join(png, `${front}-thumbnail.png`);
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 240, height: 415, space: 'srgb' });
    const whole = sharp(join(png, `${front}.png`)).resize({ width: 240, height: 415, fit: 'fill' });
    expect(await difference(sharp(thumbnail), whole)).toBeLessThan(1);
    expect(statSync(thumbnail).size).toBeLessThan(60_000);
    expect(await textsOf(thumbnail)).toEqual(await textsOf(join(png, `${front}.png`)));
    expect(metresWide(thumbnail, 240)).toBeCloseTo(0.06985, 4);
    // By team: the order of the example.
    const sheet = join(png, 'contact-sheet.png');
    expect(await sharp(sheet).metadata()).toMatchObject({ width: 2104, height: 749 });
    const stems = ['P001-ai-data-engineer', 'P003-bi-analyst', 'P004-discriminative-ai-data-scientist'].concat(
      'P006-genai-data-scientist',
      'P007-genai-chat-developer',
      'P009-buildagent-mlops',
    );
    for (const [index, stem] of stems.entries()) {
      const cell = sharp(sheet).extract({ left: 32 + index * 344, top: 164, width: 320, height: 553 });
      const card = (name: string) => sharp(join(png, `${name}.png`)).resize({ width: 320, height: 553, fit: 'fill' });
      const near = await difference(cell, card(stem));
      const far = await difference(cell, card(stems[(index + 1) % stems.length] ?? ''));
      expect([stem, near < 6, near < far / 2]).toEqual([stem, true, true]);
    }
    expect(await textsOf(sheet)).toMatchObject({
      Title: 'AI workload',
      Description: expect.stringMatching(/^P001 AI Data Engineer, .*, P009 BuildAgent MLOps\.$/) as string,
    });
    // Nothing to do again, and as large at any scale; only the front's own size is the most a thumbnail has.
    const before = snapshot(png);
    expect((await build()).written).toEqual([]);
    settings('{ also: [thumbnails, contact-sheet], scale: 0.25 }');
    await build();
    expect(readFileSync(sheet).equals(before.get('contact-sheet.png') ?? Buffer.of())).toBe(true);
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 206, height: 356 });
    // A change of one card is one thumbnail more, and the sheet.
    writeFiles(root, { 'personas/P003-bi-analyst.yaml': 'id: P003\nname: BI Analyst\nteam: Analytics Team\n' });
    expect((await build()).written.filter((path) => path.endsWith('.png'))).toEqual([
      'png/P003-bi-analyst-back.png',
      'png/P003-bi-analyst-thumbnail.png',
      'png/P003-bi-analyst.png',
      'png/contact-sheet.png',
    ]);
    settings('{ scale: 0.25 }');
    expect((await build()).removed.sort()).toEqual(
      [...stems.map((stem) => `png/${stem}-thumbnail.png`), 'png/contact-sheet.png'].sort(),
    );
    expect(existsSync(sheet)).toBe(false);
  });

  it('a sheet is read from the right where the language is, and goes on on a second one', {
    timeout: 120_000,
  }, async () => {
    const root = projectWith({
      ...Object.fromEntries(
        many(31, 'P').map((id) => [`personas/${id}.yaml`, persona(id, 'Role', `team: Team of ${id}\n`)]),
      ),
      'personas/workload.yaml': 'name: Deck\nlanguage: he\n',
      'persona-deck.yaml': 'outputs: [png]\npng: { also: [contact-sheet], scale: 0.25 }\n',
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    const sheets = ['contact-sheet.png', 'contact-sheet-2.png'].map((name) => join(root, 'out/png', name));
    const heights = await Promise.all(sheets.map(async (sheet) => (await sharp(sheet).metadata()).height));
    expect(heights).toEqual([64 + 84 + 3 * 601 + 48, 64 + 84 + 3 * 601 + 48]);
    // The last row of the first has four cards, at the right; at the left is nothing but ground.
    const top = 32 + 84 + 2 * (601 + 24) + 48;
    const spread = async (left: number): Promise<number> => {
      const part = await sharp(sheets[0]).extract({ left, top, width: 320, height: 553 }).png().toBuffer();
      const { channels } = await sharp(part).stats();
      return Math.max(...channels.map(({ stdev }) => stdev));
    };
    expect(await spread(32)).toBe(0);
    expect(await spread(32 + 5 * 344)).toBeGreaterThan(20);
    expect((await textsOf(sheets[1] ?? '')).Title).toBe('Deck 2/2');
  });
});
