import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { contrast, luminance } from '../../src/design/contrast.ts';
import { inGrey, savingInk } from '../../src/design/printTheme.ts';
import { greyPicture } from '../../src/images/greyPicture.ts';
import { darkTheme, lightTheme } from '../support/deckFixture.ts';
import { cli, exampleProject, persona, projectWith, temporaryFolder, writeFiles } from '../support/project.ts';

const folder = exampleProject(temporaryFolder(true));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every colour that is painted with on the first pages. */
async function colorsIn(file: string): Promise<Set<string>> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const colors = new Set<string>();
  for (let number = 1; number <= 4; number += 1) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      if (operation === OPS.setFillRGBColor || operation === OPS.setStrokeRGBColor) {
        colors.add(String((argsArray[index] as readonly unknown[])[0]).toLowerCase());
      }
    }
  }
  await document.cleanup();
  return colors;
}

const isGrey = (color: string): boolean => /^#(..)\1\1$/.test(color);

async function printed(settings: string): Promise<Set<string>> {
  writeFiles(folder, { 'persona-deck.yaml': settings });
  expect(await cli(folder, 'build', '--only', 'print')).toMatchObject({ code: 0 });
  return colorsIn(join(folder, 'out/cards.pdf'));
}

describe('colours of print', () => {
  it('are those of the theme, or greys', { timeout: 60_000 }, async () => {
    const full = await printed('card: a6\n');
    expect(full).toContain('#0072b2');
    const grey = await printed('card: a6\nprint: { colors: grey }\n');
    expect(grey.size).toBeGreaterThan(5);
    expect([...grey].filter((color) => !isGrey(color))).toEqual([]);
  });

  it('are greys in the list of the deck too, whatever colours teams have', { timeout: 60_000 }, async () => {
    const root = projectWith({
      'persona-deck.yaml': 'outputs: [print]\ncard: a6\nprint: { colors: grey, index: true }\n',
      'personas/workload.yaml': 'teams: [{ name: Data, color: "#8b1e3f" }]\n',
      'personas/P001.yaml': persona('P001', 'One', 'team: Data\n'),
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    expect([...(await colorsIn(join(root, 'out/cards.pdf')))].filter((color) => !isGrey(color))).toEqual([]);
  });

  it('leave the paper white to save ink, also in a dark theme', { timeout: 60_000 }, async () => {
    const colors = await printed('card: a6\ntheme: dark\nprint: { ink: low }\n');
    expect(colors).not.toContain('#1a232e');
    expect(colors).toContain('#ffffff');
  });
});

describe('a theme in print', () => {
  it.each([lightTheme, darkTheme])('saves ink and is still read: $name', (theme) => {
    const { colors, teams, rail } = savingInk(theme);
    expect(rail).toBe('ruled');
    expect([colors.surface, colors.ground, colors.tint, colors.production]).toEqual(Array(4).fill('#ffffff'));
    for (const color of [colors.ink, colors.quiet, colors.link, colors.attention]) {
      expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
    for (const { color } of teams) expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  it.each([lightTheme, darkTheme])('keeps its contrasts in greys: $name', (theme) => {
    const grey = inGrey(theme);
    for (const [name, color] of Object.entries(theme.colors)) {
      expect(Math.abs(luminance(grey.colors[name as keyof typeof grey.colors]) - luminance(color))).toBeLessThan(0.005);
    }
    expect(grey.teams.map(({ pattern }) => pattern)).toEqual(theme.teams.map(({ pattern }) => pattern));
  });
});

it.each(['png', 'jpeg'] as const)('a picture is grey all over: %s', async (format) => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c04020' } });
  const bytes = await (format === 'png' ? image.png() : image.jpeg()).toBuffer();
  const grey = await greyPicture(`data:image/${format};base64,${bytes.toString('base64')}`);
  expect(grey.startsWith(`data:image/${format};base64,`)).toBe(true);
  const { data, info } = await sharp(Buffer.from(grey.slice(grey.indexOf(',') + 1), 'base64'))
    .toColorspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += info.channels) {
    expect(Math.abs((data[at] ?? 0) - (data[at + info.channels - 1] ?? 0))).toBeLessThan(2);
  }
});
