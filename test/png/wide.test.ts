import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Card, Field } from '../../src/deck/model.ts';
import { pt } from '../../src/design/units.ts';
import { fitWide } from '../../src/layout/cards/fitWide.ts';
import type { MeasureSides, WideSide } from '../../src/layout/cards/model.ts';
import { cli, exampleProject, writeFiles } from '../support/project.ts';

const field = (key: Field['key'], count: number): Field => ({
  key,
  label: key,
  items: Array.from({ length: count }, (_, index) => ({ text: `${key} ${index + 1}` })),
});

const cardOf = (processes: number, components: number): Card => ({
  id: 'P001',
  name: 'Engineer',
  stem: 'P001-engineer',
  kind: { id: 'person', label: 'Person' },
  summary: 'Does things.',
  fields: [field('team', 1), field('components', components), field('processes', processes)],
  access: field('components', components).items.map((component) => ({ component, cells: [] })),
});

/** A line an item, three a component with its roles. */
const measure: MeasureSides<WideSide> = async (requests) =>
  requests.map(({ side }) => {
    const items = side.fields.reduce((sum, { items: all }) => sum + all.length, 0);
    const lines = items + side.rows.length * (side.withRoles ? 3 : 1) + (side.summary === undefined ? 0 : 1);
    return { available: pt(200), bottoms: [pt(lines * side.size)], broken: false, nameLines: 1, nameBroken: false };
  });

const fitted = async (processes: number, components: number): Promise<WideSide | undefined> =>
  (await fitWide([cardOf(processes, components)], measure))[0]?.side;

describe('fitWide', () => {
  it('shows everything, in type as large as fits', async () => {
    expect(await fitted(3, 2)).toMatchObject({ size: 12.5, withRoles: true, leftOut: {}, summary: 'Does things.' });
    expect(await fitted(3, 5)).toMatchObject({ size: 10, withRoles: true, leftOut: {} });
  });

  it('leaves out the roles first, then items, and says how many', async () => {
    expect(await fitted(6, 8)).toMatchObject({ size: 12.5, withRoles: false, leftOut: {} });
    const long = await fitted(40, 30);
    expect(long).toMatchObject({ size: 9, withRoles: false, leftOut: { processes: 31, components: 21 } });
    expect(long?.fields.find(({ key }) => key === 'processes')?.items).toHaveLength(9);
    expect(long?.rows.map(({ component }) => component.text)).toHaveLength(9);
  });

  it('shrinks a name of more than two lines', async () => {
    const long: MeasureSides<WideSide> = async (requests) =>
      (await measure(requests)).map((extent, at) => ({
        ...extent,
        nameLines: (requests[at]?.side.nameSize ?? 0) > 20 ? 3 : 2,
      }));
    const [one] = await fitWide([cardOf(1, 1)], long);
    expect(one?.side).toMatchObject({ nameSize: 20, size: 12.5 });
  });
});

describe('wide pictures', () => {
  it('are 1600 x 900 px, in the file of links, and made only when asked for', { timeout: 120_000 }, async () => {
    const root = exampleProject();
    const build = async (): Promise<string[]> => {
      const { out, code } = await cli(root, 'build', '--json');
      expect(code).toBe(0);
      return (JSON.parse(out) as { removed: string[] }).removed;
    };
    writeFiles(root, { 'persona-deck.yaml': 'outputs: [png]\npng: { also: [wide], palette: true }\n' });
    await build();
    const png = join(root, 'out/png');
    const wide = join(png, 'P007-genai-chat-developer-wide.png');
    const { comments = [], ...size } = await sharp(wide).metadata();
    expect(size).toMatchObject({ width: 1600, height: 900 });
    expect(comments.find(({ keyword }) => keyword === 'Description')?.text).toContain('Azure Cosmos DB');
    const { images } = JSON.parse(readFileSync(join(png, 'P007-genai-chat-developer.links.json'), 'utf8')) as {
      images: { side: string; places: { kind: string; text: string; address?: string; rect: number[] }[] }[];
    };
    expect(images.map(({ side }) => side)).toEqual(['front', 'back', 'wide']);
    const components = images[2]?.places.filter(({ kind }) => kind === 'component') ?? [];
    expect(components).toHaveLength(5);
    for (const { rect, address } of components) {
      const [left = 0, top = 0, width = 0, height = 0] = rect;
      // Statistics are of what comes in, not of what is cut out of it.
      const part = await sharp(wide).extract({ left, top, width, height }).png().toBuffer();
      const { channels } = await sharp(part).stats();
      expect(channels.some(({ stdev }) => stdev > 10)).toBe(true);
      expect(address).toMatch(/^\.\.\/rbac\/azure-/);
    }
    writeFiles(root, { 'persona-deck.yaml': 'outputs: [png]\n' });
    expect((await build()).every((path) => path.endsWith('-wide.png'))).toBe(true);
  });
});
