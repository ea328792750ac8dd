import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { cardSizes, safeMargin } from '../../src/design/sizes.ts';
import { readPdf } from '../support/pdf.ts';
import { readBoxes, readPlaces, readPrintedBoxes } from '../support/pdfPlaces.ts';
import { cli, exampleProject, persona, projectWith, temporaryFolder, writeFiles } from '../support/project.ts';
import { sampled } from '../support/sampled.ts';

const folder = exampleProject(temporaryFolder(true));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the example into a folder of its own. */
async function build(settings: string, ...args: string[]): Promise<string> {
  const name = `out-${settings}-${args.join('-')}`.replace(/[^a-z0-9.-]+/gi, '-');
  writeFiles(folder, { 'persona-deck.yaml': settings });
  const { code, err } = await cli(folder, 'build', '--only', 'print', '--out', name, ...args);
  expect([code, err]).toEqual([0, err]);
  return join(folder, name);
}

const points = (millimetres: number): number => (millimetres / 25.4) * 72;

const inPoints = ([left, bottom, right, top]: readonly number[]): number[] => [
  left ?? 0,
  bottom ?? 0,
  right ?? 0,
  top ?? 0,
];

/** Every word that the example's personas say in the template's fields, which has to be on cards of any size. */
const said = [
  ...new Set(
    readdirSync(join(folder, 'personas'))
      .filter((name) => /^P\d+.*\.yaml$/.test(name))
      .map((name) => parse(readFileSync(join(folder, 'personas', name), 'utf8')) as Record<string, unknown>)
      .flatMap(({ id, name, summary, processes, skills }) => [id, name, summary, processes, skills].flat())
      .flatMap((text) => (typeof text === 'string' ? text.split(/[\s-]+/) : [])),
  ),
];

type Matrix = readonly [number, number, number, number, number, number];

const product = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + c * B,
  b * A + d * B,
  a * C + c * D,
  b * C + d * D,
  a * E + c * F + e,
  b * E + d * F + f,
];

/** The bounds of what is painted in a colour on the first page: points from its left and lower edge. A dashed line may be many areas. */
async function paintedIn(bytes: Uint8Array, color: string): Promise<number[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const page = await document.getPage(1);
  const [left = 0, bottom = 0] = page.view;
  const { fnArray, argsArray } = await page.getOperatorList();
  interface State {
    readonly matrix: Matrix;
    readonly stroke: string;
    readonly fill: string;
  }
  const saved: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, -left, -bottom], stroke: '', fill: '' };
  const points: Matrix[] = [];
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[];
    if (operation === OPS.save) saved.push(state);
    else if (operation === OPS.restore) state = saved.pop() ?? state;
    else if (operation === OPS.transform)
      state = { ...state, matrix: product(state.matrix, args as unknown as Matrix) };
    else if (operation === OPS.setStrokeRGBColor) state = { ...state, stroke: String(args[0]).toLowerCase() };
    else if (operation === OPS.setFillRGBColor) state = { ...state, fill: String(args[0]).toLowerCase() };
    else if (operation === OPS.constructPath && color === (args[0] === OPS.stroke ? state.stroke : state.fill)) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args[2] as ArrayLike<number> & Iterable<number>;
      points.push(product(state.matrix, [1, 0, 0, 1, x1, y1]), product(state.matrix, [1, 0, 0, 1, x2, y2]));
    }
  }
  await document.cleanup();
  const along = (axis: 4 | 5): number[] => points.map((point) => point[axis]);
  return points.length === 0
    ? []
    : [Math.min(...along(4)), Math.min(...along(5)), Math.max(...along(4)), Math.max(...along(5))];
}

const sizes: readonly (readonly [string, number, number, readonly string[]])[] = [
  ...cardSizes.map(({ name, width, height }) => [name, width, height, []] as const),
  ...['business-us', 'poker', 'tarot', 'a6', 'mini'].map((name) => {
    const size = cardSizes.find((one) => one.name === name);
    return [name, size?.height ?? 0, size?.width ?? 0, ['--orientation', 'landscape']] as const;
  }),
  ['88x56', 88, 56, []],
  ['240x120', 240, 120, ['--paper', '330x480']],
];

describe('cards.pdf', () => {
  it.each(sampled(sizes, 3))(
    'of %s, %f x %f mm, has exact boxes and all texts in the safe area',
    { timeout: 60_000 },
    async (name, width, height, more) => {
      const paper = name === 'a5' ? ['--paper', 'a3'] : [];
      const out = await build('', '--card', name, ...paper, ...more);
      const bytes = readFileSync(join(out, 'cards.pdf'));
      const pages = await readPlaces(bytes);
      const media = [0, 0, points(width + 6), points(height + 6)];
      const [boxes, trims] = [readBoxes(bytes, 'MediaBox'), readBoxes(bytes, 'TrimBox')];
      expect(boxes).toHaveLength(pages.length);
      expect(trims).toHaveLength(pages.length);
      expect(readBoxes(bytes, 'BleedBox')).toEqual(boxes);
      for (const [index, box] of boxes.entries()) {
        const [left = 0, bottom = 0, right = 0, top = 0] = inPoints(box);
        expect(Math.abs(right - left - (media[2] ?? 0))).toBeLessThan(0.01);
        expect(Math.abs(top - bottom - (media[3] ?? 0))).toBeLessThan(0.01);
        const trim = inPoints(trims[index] ?? []);
        for (const [edge, from] of [left, bottom, right, top].entries()) {
          expect(Math.abs(Math.abs((trim[edge] ?? 0) - from) - points(3))).toBeLessThan(0.01);
        }
      }
      for (const [, , right = 0, top = 0] of readPrintedBoxes(bytes)) {
        expect(right).toBeGreaterThan((media[2] ?? 0) - 0.02);
        expect(top).toBeGreaterThan((media[3] ?? 0) - 0.02);
      }
      const inset = 3 + safeMargin - 0.25;
      for (const [index, page] of pages.entries()) {
        const outside = page.texts.filter(({ corners }) =>
          corners.some(([x, y]) => x < inset || y < inset || x > page.width - inset || y > page.height - inset),
        );
        expect([index, outside.map(({ text }) => text)]).toEqual([index, []]);
        for (const { size } of page.texts) expect(size).toBeGreaterThan(6.9);
      }
      const all = (await readPdf(bytes)).texts.join(' ');
      expect(said.length).toBeGreaterThan(60);
      expect(said.filter((word) => !all.includes(word))).toEqual([]);
    },
  );

  it('has fronts and backs by turns, or all backs after all fronts', { timeout: 60_000 }, async () => {
    const [alternate, after] = [await build('card: a6\n'), await build('card: a6\nprint: { backs: after }\n')].map(
      (out) => readFileSync(join(out, 'cards.pdf')),
    );
    const [byTurns, apart] = [await readPdf(alternate ?? Buffer.of()), await readPdf(after ?? Buffer.of())];
    expect(byTurns.pages).toBe(12);
    expect(apart.texts).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11].map((page) => byTurns.texts[page]));
    expect(apart.links.map(({ url }) => url).toSorted()).toEqual(byTurns.links.map(({ url }) => url).toSorted());
  });

  it('is as it was but for its lines when it is a proof, which stand at bleed, cut and safe area', {
    timeout: 120_000,
  }, async () => {
    const outs = [await build('card: a6\n'), await build('card: a6\n', '--proof')];
    const [plain = Buffer.of(), proof = Buffer.of()] = outs.map((out) => readFileSync(join(out, 'cards.pdf')));
    const [sheets, ofProof] = outs.map((out) => readFileSync(join(out, 'sheets.pdf')));
    // Sheets are for cutting: they never have the lines.
    expect(sheets?.equals(ofProof ?? Buffer.of())).toBe(true);
    expect(await readPlaces(proof)).toEqual(await readPlaces(plain));
    for (const [color, inset] of [
      ['#0050ff', 0],
      ['#e00000', 3],
      ['#008a2e', 3 + safeMargin],
    ] as const) {
      const box = await paintedIn(proof, color);
      const edges = [inset, inset, 105 + 6 - inset, 148 + 6 - inset].map(points);
      const off = box.map((edge, side) => Math.abs(edge - (edges[side] ?? 0)));
      expect([color, off.length, Math.max(...off) < 0.3]).toEqual([color, 4, true]);
      expect(await paintedIn(plain, color)).toEqual([]);
    }
  });

  it('has PNG files of the same orientation beside it', { timeout: 60_000 }, async () => {
    const root = projectWith({
      'persona-deck.yaml': 'outputs: [png]\ncard: business-us\norientation: landscape\n',
      'personas/P001.yaml': persona('P001', 'One'),
    });
    expect(await cli(root, 'build')).toMatchObject({ code: 0 });
    for (const name of ['P001-one.png', 'P001-one-back.png']) {
      expect(await sharp(join(root, 'out/png', name)).metadata()).toMatchObject({ width: 1050, height: 600 });
    }
  });

  it('has the bleed that was asked for', { timeout: 60_000 }, async () => {
    for (const bleed of [0, 3.175, 5]) {
      const bytes = readFileSync(join(await build(`card: a6\npaper: a3\nprint: { bleed: ${bleed} }\n`), 'cards.pdf'));
      const [[, , right = 0] = []] = readBoxes(bytes, 'MediaBox');
      expect(Math.abs(right - points(105 + 2 * bleed))).toBeLessThan(0.01);
    }
  });

  it.each(['card: bridge', 'card: mini\nprint: { ink: low }', 'print: { stock: avery-c32011-10 }'])(
    'has roles below each other and names of environments whole where columns are too narrow: %j',
    { timeout: 60_000 },
    async (settings) => {
      const environments = ['Development', 'Integration', 'Acceptance', 'Production'];
      const rows = environments.map(
        (name) => `| P001 | ${name} | Contributor | ${name === 'Production' ? 'eligible' : ''} |`,
      );
      const root = projectWith({
        'persona-deck.yaml': `outputs: [print]\n${settings}\n`,
        'personas/P001.yaml': persona('P001', 'One', 'components: [Storage]\n'),
        'personas/workload.yaml': `environments: [${environments.map((name) => `{ id: ${name}, name: ${name} }`).join(', ')}]\n`,
        'personas/rbac/storage.md': `| Persona | Environment | Role | Assignment |\n|---|---|---|---|\n${rows.join('\n')}\n`,
      });
      expect(await cli(root, 'build')).toMatchObject({ code: 0 });
      const back = (await readPlaces(readFileSync(join(root, 'out/cards.pdf'))))[1]?.texts ?? [];
      const placesOf = (text: string): number[] => back.filter((one) => one.text === text).map(({ x }) => x);
      const names = environments.flatMap(placesOf);
      expect(names).toHaveLength(4);
      const roles = placesOf('Contributor');
      expect(roles).toHaveLength(4);
      for (const places of [names, roles]) expect(Math.max(...places) - Math.min(...places)).toBeLessThan(0.05);
    },
  );

  it('has the id larger on fronts than on backs, and the title whole, on the smallest cards too', {
    timeout: 60_000,
  }, async () => {
    const pages = await readPlaces(readFileSync(join(await build('card: mini\n'), 'cards.pdf')));
    const idOf = (index: number) => pages[index]?.texts.find(({ text }) => text === 'P004')?.size ?? 0;
    const front = pages.findIndex(({ texts }) => texts.some(({ text }) => text === 'P004'));
    expect(idOf(front)).toBeGreaterThan(idOf(front + 1) + 1);
    const continued = pages[front + 2]?.texts.map(({ text }) => text) ?? [];
    expect(continued).toContain('Person');
    expect(continued).toContain('AI workload');
    expect(continued).toContain('2/4');
    expect(pages[front]?.texts.map(({ text }) => text)).toContain('Primary interaction');
  });

  it('keeps brackets where they belong in texts of the other direction', { timeout: 60_000 }, async () => {
    const drawn = async (name: string, summary: string): Promise<Buffer> => {
      const root = projectWith({
        'persona-deck.yaml': 'outputs: [png]\ncard: a6\nlanguage: ar\n',
        'personas/P001.yaml': persona('P001', name, `summary: ${summary}\n`),
      });
      expect(await cli(root, 'build')).toMatchObject({ code: 0 });
      const [front = ''] = readdirSync(join(root, 'out/png')).filter(
        (file) => file.endsWith('.png') && !file.includes('back'),
      );
      // Without the foot, which tells the version.
      const top = { left: 0, top: 0, width: 1240, height: 1500 };
      return sharp(join(root, 'out/png', front))
        .extract(top)
        .raw()
        .toBuffer();
    };
    const isolated = (text: string): string => `\u2066${text}\u2069`;
    const [name, summary] = ['Reviewer (EU)', 'Checks what others may do.'] as const;
    expect((await drawn(name, summary)).equals(await drawn(isolated(name), isolated(summary)))).toBe(true);
  });

  it.each(['business-us', 'a6', 'mini'])(
    'cuts no component on landscape cards: %s',
    { timeout: 60_000 },
    async (size) => {
      const long = 'Donaudampfschifffahrtsgesellschaftsdatenbank';
      const components = ['Azure Storage', long, 'Azure Kubernetes Service', `Neu${long}`, 'Rindfleischüberwachung'];
      const root = projectWith({
        'persona-deck.yaml': `outputs: [print]\ncard: ${size}\norientation: landscape\n`,
        'personas/P001.yaml': persona('P001', 'One', `components: [${components.join(', ')}]\n`),
      });
      expect(await cli(root, 'build')).toMatchObject({ code: 0 });
      const pages = await readPlaces(readFileSync(join(root, 'out/cards.pdf')));
      const fronts = pages.filter((_, index) => index % 2 === 0);
      for (const { width, texts } of fronts) {
        const cut = texts.filter(({ corners }) => corners.some(([x]) => x > width - 3 - safeMargin + 0.25));
        expect(cut.map(({ text }) => text)).toEqual([]);
      }
      const words = fronts.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
      for (const component of components) expect(words.replace(/\s/g, '')).toContain(component.replace(/\s/g, ''));
    },
  );

  it.each(['card: business-us\norientation: landscape', 'card: mini', 'card: tarot'])(
    'holds long names and ids on both sides: %j',
    { timeout: 60_000 },
    async (settings) => {
      const name = 'Extraordinarily long-named Internationalization Compliance Coordinator for Donaudampfschiff';
      const root = projectWith({
        'persona-deck.yaml': `outputs: [print]\n${settings}\n`,
        'personas/P.yaml': persona('PERSONA-2027-LONG-ID', name, 'team: Data\ncomponents: [Storage]\n'),
        'personas/Q.yaml': persona('Q1', 'مهندس بيانات الذكاء الاصطناعي', 'team: Data\ncomponents: [Storage]\n'),
      });
      expect(await cli(root, 'build')).toMatchObject({ code: 0 });
      const pages = await readPlaces(readFileSync(join(root, 'out/cards.pdf')));
      const inset = 3 + safeMargin - 0.25;
      for (const { width, height, texts } of pages) {
        const outside = texts.filter(({ corners }) =>
          corners.some(([x, y]) => Math.min(x, y, width - x, height - y) < inset),
        );
        expect(outside.map(({ text }) => text)).toEqual([]);
      }
      for (const { texts } of pages.slice(0, 2)) {
        const all = texts
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, '');
        expect(all).toContain(name.replace(/\s/g, ''));
        expect(all).toContain('PERSONA-2027-LONG-ID');
      }
      const back = pages[1]?.texts ?? [];
      const strip = back.filter(({ text }) => name.includes(text) && text.length > 4);
      const table = back.filter(({ text }) => text === 'Storage');
      // Names up the side end before the table begins.
      const right = Math.max(...strip.flatMap(({ turn, corners }) => (turn === 0 ? [] : corners.map(([x]) => x))));
      expect(right).toBeLessThan(Math.min(...table.map(({ x }) => x)));
    },
  );
});
