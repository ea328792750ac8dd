import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, writeFiles } from '../support/project.ts';
import { smallProject } from './support.ts';

const root = smallProject();
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function pixelsOf(path: string, area?: { left: number; top: number; width: number; height: number }) {
  const picture = area === undefined ? sharp(path) : sharp(path).extract(area);
  return (await picture.raw().toBuffer({ resolveWithObject: true })).data;
}

/** Mean difference of two pictures, in steps of 255. */
function difference(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / one.length;
}

/** Where the part of a card below its band is found in a picture: its distance from where it should be, in pixels. */
async function shift(picture: string, card: string, offset: number, [width, height]: readonly [number, number]) {
  const part = { left: Math.round(0.35 * width), top: Math.round(0.3 * height), width: 300, height: 300 };
  const wanted = await pixelsOf(card, part);
  const found: { x: number; y: number; off: number }[] = [];
  for (const x of [-2, -1, 0, 1, 2]) {
    for (const y of [-2, -1, 0, 1, 2]) {
      const area = { ...part, left: part.left + offset + x, top: part.top + offset + y };
      found.push({ x, y, off: difference(await pixelsOf(picture, area), wanted) });
    }
  }
  const [best] = found.sort((one, other) => one.off - other.off);
  return [best?.x, best?.y, (best?.off ?? 9) < 1.5];
}

describe('pictures for print services', () => {
  beforeAll(async () => {
    const shops = 'makeplayingcards,thegamecrafter';
    expect(await cli(root, 'build', '--only', 'print,png', '--card', 'poker', '--shop', shops)).toMatchObject({
      code: 0,
    });
  }, 60_000);

  it.each([
    ['makeplayingcards', 822, 1122, 36],
    ['thegamecrafter', 825, 1125, 37],
  ] as const)(
    'of %s have the size to the pixel, dpi, names in order, and the card in its place',
    async (shop, width, height, offset) => {
      const folder = join(root, 'out/print', shop);
      expect(readdirSync(join(folder, 'fronts'))).toEqual([
        '001-front-P001-data-engineer.png',
        '002-front-P002-analyst.png',
      ]);
      expect(readdirSync(join(folder, 'backs'))).toEqual([
        '001-back-P001-data-engineer.png',
        '002-back-P002-analyst.png',
      ]);
      for (const [face, suffix] of [
        ['front', ''],
        ['back', '-back'],
      ] as const) {
        const path = join(folder, `${face}s/001-${face}-P001-data-engineer.png`);
        const { width: wide, height: high, density, channels, hasAlpha } = await sharp(path).metadata();
        expect({ wide, high, density, channels, hasAlpha }).toEqual({
          wide: width,
          high: height,
          density: 300,
          channels: 3,
          hasAlpha: false,
        });
        const plain = join(root, `out/png/P001-data-engineer${suffix}.png`);
        expect(await shift(path, plain, offset, [750, 1050])).toEqual([0, 0, true]);
      }
    },
  );

  it.each(['makeplayingcards', 'thegamecrafter'])('of %s are painted to the last row of pixels', async (shop) => {
    const path = join(root, `out/print/${shop}/fronts/001-front-P001-data-engineer.png`);
    const dot = { width: 1, height: 1 };
    const band = await pixelsOf(join(root, 'out/png/P001-data-engineer.png'), { left: 100, top: 5, ...dot });
    for (const [left, top] of [
      [0, 0],
      [0, 100],
      [400, 0],
      [0, 200],
    ] as const) {
      expect([left, top, await pixelsOf(path, { left, top, ...dot })]).toEqual([left, top, band]);
    }
  });

  it('are not drawn again when nothing changed', async () => {
    const { err } = await cli(root, 'build', '--only', 'print', '--card', 'poker', '--shop', 'makeplayingcards');
    expect(err).toContain('Nothing to do');
  });

  it('of landscape cards are turned upright, backs the other way', { timeout: 60_000 }, async () => {
    const landscape = ['--card', 'poker', '--orientation', 'landscape', '--out', 'flat'];
    await cli(root, 'build', '--only', 'print,png', '--shop', 'makeplayingcards', ...landscape);
    for (const [face, suffix, back] of [
      ['front', '', 270],
      ['back', '-back', 90],
    ] as const) {
      const path = join(root, `flat/print/makeplayingcards/${face}s/001-${face}-P001-data-engineer.png`);
      const { width, height } = await sharp(path).metadata();
      expect([width, height]).toEqual([822, 1122]);
      const turned = join(root, `turned-${face}.png`);
      await sharp(path).rotate(back).toFile(turned);
      const plain = join(root, `flat/png/P001-data-engineer${suffix}.png`);
      expect(await shift(turned, plain, 36, [1050, 750])).toEqual([0, 0, true]);
    }
  });
});

describe('what print services do not take', () => {
  it.each([
    ['a size', ['--card', 'a6', '--shop', 'thegamecrafter'], /not known to sell.*\n.*poker, bridge, tarot, jumbo/],
    ['a measure', ['--card', '70x120', '--shop', 'printerstudio'], /70 x 120 mm\n.*poker/],
    ['landscape', ['--card', 'poker', '--orientation', 'landscape', '--shop', 'drivethrucards'], /upright cards only/],
    ['an unknown service', ['--shop', 'makeplayngcards'], /did you mean makeplayingcards/],
    [
      'PDF/X of pictures',
      ['--card', 'poker', '--shop', 'makeplayingcards', '--pdfx'],
      /take PDF\n.*drivethrucards or offset/,
    ],
    ['files without print', ['--card', 'poker', '--shop', 'offset', '--only', 'png'], /part of the output print/],
  ] as const)('is wrong usage: %s', async (_, args, message) => {
    const { code, err } = await cli(root, 'build', ...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it('is wrong usage: an ICC profile that is none', async () => {
    const other = smallProject({
      'persona-deck.yaml': 'card: poker\nprint: { shop: drivethrucards, iccProfile: inks.icc }\n',
      'inks.icc': 'nothing',
    });
    expect(await cli(other, 'build', '--only', 'print')).toMatchObject({
      code: 2,
      err: expect.stringContaining('inks.icc is no ICC profile') as string,
    });
    rmSync(other, { recursive: true });
  });
});

describe('files for print services of the settings', () => {
  it('come and go with the key', { timeout: 60_000 }, async () => {
    const other = smallProject({
      'persona-deck.yaml': 'card: poker\noutputs: [print]\nprint: { shop: [makeplayingcards] }\n',
    });
    expect(await cli(other, 'build')).toMatchObject({ code: 0 });
    const manifest = () =>
      (
        JSON.parse(readFileSync(join(other, 'out/manifest.json'), 'utf8')) as { artifacts: { path: string }[] }
      ).artifacts
        .map(({ path }) => path)
        .filter((path) => path.startsWith('print/'));
    expect(manifest()).toHaveLength(4);
    writeFiles(other, { 'persona-deck.yaml': 'card: poker\noutputs: [print]\n' });
    expect(await cli(other, 'build')).toMatchObject({ code: 0 });
    expect([manifest(), existsSync(join(other, 'out/print'))]).toEqual([[], false]);
    rmSync(other, { recursive: true });
  });
});
