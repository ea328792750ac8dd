import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cli, persona, projectWith } from '../support/project.ts';

const color = { r: 200, g: 0, b: 180 };
const canvas = () => sharp({ create: { width: 400, height: 400, channels: 3, background: color } });

async function pixel(file: string, x: number, y: number): Promise<number[]> {
  return [...(await sharp(file).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer())];
}

const close = (found: readonly number[]): boolean =>
  [color.r, color.g, color.b].every((channel, index) => Math.abs(channel - (found[index] ?? 0)) < 12);

it('puts a PNG, JPEG or SVG of the persona where the figure would be, on cards and slides', async () => {
  const root = projectWith({
    'personas/P1.yaml': persona('P1', 'Png', 'image: p.png\n'),
    'personas/P2.yaml': persona('P2', 'Jpeg', 'image: p.jpg\n'),
    'personas/P3.yaml': persona('P3', 'Svg', 'image: p.svg\n'),
    'personas/P4.yaml': persona('P4', 'Figure'),
    'personas/p.png': await canvas().png().toBuffer(),
    'personas/p.jpg': await canvas().jpeg().toBuffer(),
    'personas/p.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="rgb(200,0,180)"/></svg>`,
  });
  expect(await cli(root, 'build')).toMatchObject({ code: 0 });
  for (const stem of ['P1-png', 'P2-jpeg', 'P3-svg']) {
    expect(close(await pixel(join(root, `out/png/${stem}.png`), 790, 30)), stem).toBe(true);
  }
  expect(close(await pixel(join(root, 'out/png/P4-figure.png'), 790, 30))).toBe(false);
  const parts = unzipSync(readFileSync(join(root, 'out/workshop.pptx')));
  const media = Object.keys(parts).filter((name) => name.startsWith('ppt/media/'));
  const colors = await Promise.all(
    media.map(async (name) => [...(await sharp(parts[name]).resize(1, 1).removeAlpha().raw().toBuffer())]),
  );
  expect(colors.filter(close).length).toBeGreaterThanOrEqual(2);
  expect(
    readFileSync(join(root, 'out/cards.pdf'))
      .toString('latin1')
      .match(/\/Subtype \/Image/g)?.length,
  ).toBeGreaterThanOrEqual(2);
});
