import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readChunks } from '../../src/images/pngChunks.ts';
import { cli, exampleProject, snapshot, temporaryFolder, writeFiles } from '../support/project.ts';

const folder = exampleProject(temporaryFolder(true));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const front = 'P001-ai-data-engineer.png';

async function build(out: string, ...args: string[]): Promise<string> {
  const { code, err } = await cli(folder, 'build', '--only', 'png', '--out', out, ...args);
  expect([code, err]).toEqual([0, err]);
  return join(folder, out, 'png');
}

const inches = (millimetres: number): number => millimetres / 25.4;

/** Pixels a metre. */
function resolutionOf(file: string): number {
  const data = readChunks(readFileSync(file)).find(({ type }) => type === 'pHYs')?.data ?? Buffer.alloc(9);
  return Buffer.from(data).readUInt32BE(0);
}

describe('PNG cards', () => {
  it.each([
    ['0.25', 206, 356],
    ['.5', 413, 713],
    ['2', 1650, 2850],
  ])('at scale %s are %d x %d px and as large on paper as ever', { timeout: 60_000 }, async (scale, width, height) => {
    const png = await build(`scale${scale}`, '--scale', scale, '--persona', 'P001');
    expect(await sharp(join(png, front)).metadata()).toMatchObject({ width, height, format: 'png' });
    const metres = width / resolutionOf(join(png, front));
    expect(Math.abs(metres / 0.0254 - inches(69.85))).toBeLessThan(1 / (300 * Number(scale)));
    const links = JSON.parse(readFileSync(join(png, 'P001-ai-data-engineer.links.json'), 'utf8')) as {
      images: { width: number; height: number; places: { text: string; rect: number[] }[] }[];
    };
    expect(links.images[0]).toMatchObject({ width, height });
    const { rect = [] } = links.images[0]?.places.find(({ text }) => text === 'Azure Storage') ?? {};
    const usual = [25, 814, 286, 59];
    for (const [at, value] of rect.entries()) {
      expect(Math.abs(value - (usual[at] ?? 0) * Number(scale))).toBeLessThanOrEqual(2 * Math.max(1, Number(scale)));
    }
  });

  it('say what they are, for those who do not see them too', { timeout: 60_000 }, async () => {
    const png = await build('texts', '--persona', 'P001');
    const chunks = readChunks(readFileSync(join(png, front))).map(({ type }) => type);
    expect(chunks.join()).toMatch(/^IHDR,sRGB,pHYs,(tEXt|iTXt|,)+(,IDAT)+,IEND$/);
    const { comments = [] } = await sharp(join(png, front)).metadata();
    expect(Object.fromEntries(comments.map(({ keyword, text }) => [keyword, text]))).toEqual({
      Title: 'P001 AI Data Engineer',
      Description:
        'P001 AI Data Engineer (Person). Brings data in and keeps it clean, current and documented. Team: Data Ingestion Team. ' +
        'Primary interaction: AI Team. Components access: Azure Data Factory, Azure Databricks, Azure SQL Database, Azure Storage. ' +
        'Processes: DataOps, ETL, ELT. Skills: SQL, Python, PySpark.',
      Source: 'AI workload',
      Software: 'persona-deck',
    });
  });

  it('with a palette are half as large, and hardly differ', { timeout: 60_000 }, async () => {
    const usual = await build('usual');
    writeFiles(folder, { 'persona-deck.yaml': 'png: { palette: true }\n' });
    const small = await build('palette');
    rmSync(join(folder, 'persona-deck.yaml'));
    const names = readdirSync(usual).filter((name) => name.endsWith('.png'));
    expect(names).toHaveLength(12);
    for (const name of names) {
      const [one, other] = [join(usual, name), join(small, name)];
      expect([name, statSync(other).size < 0.55 * statSync(one).size]).toEqual([name, true]);
      expect(readChunks(readFileSync(other)).map(({ type }) => type)).toContain('PLTE');
      expect(resolutionOf(other)).toBe(resolutionOf(one));
      const [first, second] = await Promise.all([one, other].map((file) => sharp(file).removeAlpha().raw().toBuffer()));
      let [sum, most] = [0, 0];
      for (const [index, value] of (first ?? Buffer.of()).entries()) {
        const difference = Math.abs(value - (second?.[index] ?? 0));
        sum += difference;
        most = Math.max(most, difference);
      }
      expect([name, sum / (first?.length ?? 1) < 0.1, most < 32]).toEqual([name, true, true]);
    }
  });

  it('stay as they are, bytes and times, when nothing changed', { timeout: 60_000 }, async () => {
    const png = await build('same', '--scale', '0.5');
    const times = (): number[] => readdirSync(png).map((name) => statSync(join(png, name)).mtimeMs);
    const [before, earlier] = [snapshot(png), times()];
    await build('same', '--scale', '0.5', '--browser', '/nonexistent/chrome');
    expect(times()).toEqual(earlier);
    // Drawn again, they are the same.
    await build('same', '--scale', '0.5', '--force');
    expect(snapshot(png)).toEqual(before);
    expect(times()).not.toEqual(earlier);
    // The settings say the same as the command line.
    writeFiles(folder, { 'persona-deck.yaml': 'png: { scale: 0.5 }\n' });
    const { out } = await cli(folder, 'build', '--only', 'png', '--out', 'same', '--json');
    rmSync(join(folder, 'persona-deck.yaml'));
    expect((JSON.parse(out) as { written: string[] }).written).toEqual([]);
  });

  it.each(['0.1', '5', 'large', '1e0', ''])('have no scale %j', async (scale) => {
    const { code, err } = await cli(folder, 'build', '--only', 'png', '--scale', scale);
    expect(code).toBe(2);
    expect(err).toContain('give a number from 0.25 to 4');
  });
});
