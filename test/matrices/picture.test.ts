import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { composeDeck } from '../../src/deck/compose.ts';
import type { Deck } from '../../src/deck/model.ts';
import { fontsFor } from '../../src/design/fonts.ts';
import { loadLabels } from '../../src/design/locale.ts';
import { readChunks } from '../../src/images/pngChunks.ts';
import { layoutMatrices } from '../../src/layout/matrices/layoutMatrices.ts';
import type { PlacedMatrix } from '../../src/layout/matrices/model.ts';
import { parseXml } from '../../src/ooxml/xml.ts';
import { pictureTasks } from '../../src/outputs/diagrams/pictureTasks.ts';
import { type MatrixPictureInput, matrixPictures } from '../../src/outputs/matrixPicture.ts';
import type { RenderContext, Task } from '../../src/outputs/task.ts';
import { measureLetters } from '../layout-diagrams/graphs.ts';
import { darkTheme, fixtureDesign, lightTheme } from '../support/deckFixture.ts';
import { exampleWorkload } from '../support/exampleWorkload.ts';
import { persona, repository } from '../support/project.ts';
import { workloadOf } from '../workload/reading.ts';

const { signal } = new AbortController();
const pages = createBrowserPool({ limit: 1, signal });
const context: RenderContext = { pages, signal };
afterAll(() => pages.close());

const labels = loadLabels('en');
let deck: Deck;
let matrices: PlacedMatrix[];
beforeAll(async () => {
  deck = composeDeck(await exampleWorkload(), labels);
  matrices = await layoutMatrices(deck.matrices, deck, labels, measureLetters);
});

const inputOf = (more: Partial<MatrixPictureInput> = {}): MatrixPictureInput => ({
  deck,
  matrices,
  design: fixtureDesign(),
  fonts: fontsFor(lightTheme, ['Latin'], repository),
  policy: {},
  sources: { all: ['personas/workload.yaml'] },
  look: { scale: 1, palette: false },
  describedAt: ({ stem }) => ({ kind: 'site', id: `personas/${stem}.html` }),
  readBytes: (file) => readFile(file),
  ...more,
});

const taskOf = (path: string, more?: Partial<MatrixPictureInput>): Task => {
  const task = pictureTasks(matrixPictures(inputOf(more))).find((one) => one.path === path);
  if (task === undefined) throw new Error(`no ${path}`);
  return task;
};
const svgOf = async (path: string, more?: Partial<MatrixPictureInput>): Promise<string> =>
  Buffer.from(await taskOf(path, more).render(context)).toString('utf8');

describe('the files', () => {
  it('are an SVG and a PNG of each matrix', () => {
    const paths = pictureTasks(matrixPictures(inputOf())).map(({ path }) => path);
    expect(paths).toHaveLength(18);
    expect(paths.slice(0, 2)).toEqual(['diagrams/matrix-processes.svg', 'diagrams/matrix-processes.png']);
    expect(paths).toContain('diagrams/matrix-components-prod.png');
  });

  it('have keys that follow what is drawn, and where links lead only where there are some', () => {
    const key = (path: string, more?: Partial<MatrixPictureInput>): string => taskOf(path, more).key;
    const base = { policy: { base: 'https://example.org/' } };
    const dark = { design: fixtureDesign(darkTheme) };
    for (const path of ['diagrams/matrix-skills.svg', 'diagrams/matrix-skills.png']) {
      expect(key(path)).toBe(key(path));
      expect(key(path, dark)).not.toBe(key(path));
    }
    expect(key('diagrams/matrix-skills.svg', base)).not.toBe(key('diagrams/matrix-skills.svg'));
    expect(key('diagrams/matrix-skills.png', base)).toBe(key('diagrams/matrix-skills.png'));
  });
});

describe('the SVG', () => {
  it('stands alone: well-formed, with its fonts, a title and a text, and no other address', async () => {
    const svg = await svgOf('diagrams/matrix-teams.svg');
    parseXml(svg);
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="title desc"><title id="title">Teams: who works with whom/,
    );
    expect(svg).toContain('<desc id="desc">Teams: who works with whom: 4 rows, 5 columns.');
    expect(svg.match(/@font-face/g)).toHaveLength(2);
    expect(svg.match(/url\((?!"data:font\/woff2;base64,)/)).toBeNull();
    expect(svg).not.toMatch(/[●○◐→←↔]/u.exec(svg.replace(/<(title|desc)[^>]*>[^<]*<\/\1>/g, '')) ? /^/ : /\u0000/);
  });

  it('leads from heads to personas and RBAC files', async () => {
    const svg = await svgOf('diagrams/matrix-components-prod.svg');
    expect(svg).toContain('<a href="../site/personas/P001-ai-data-engineer.html"><title>P001 AI Data Engineer</title>');
    expect(svg).toContain('<a href="../rbac/azure-storage.md"><title>Azure Storage</title>');
    const without = await svgOf('diagrams/matrix-components-prod.svg', { describedAt: undefined } as object);
    expect(without).not.toContain('../site/');
  });

  it('has Production on its own ground', async () => {
    const { production } = lightTheme.colors;
    expect(await svgOf('diagrams/matrix-components-prod.svg')).toContain(`fill="${production}"`);
    expect(await svgOf('diagrams/matrix-components-dev.svg')).not.toContain(`fill="${production}"`);
  });

  it('shows texts, whatever they say, and nothing else', async () => {
    const name = '</text><script>alert(1)</script> & "x"';
    const hostile = composeDeck(
      await workloadOf({
        'personas/P1.yaml': persona('P1', JSON.stringify(name), `processes: [${JSON.stringify(name)}]`),
      }),
      labels,
    );
    const placed = await layoutMatrices(hostile.matrices, hostile, labels, measureLetters);
    const svg = await svgOf('diagrams/matrix-processes.svg', { matrices: placed });
    expect(svg).not.toContain('<script');
    parseXml(svg);
  });
});

describe('the PNG', () => {
  it('is the same picture: its size, its ground, its texts', async () => {
    const [picture] = matrixPictures(inputOf({ matrices: matrices.slice(3, 4) }));
    const png = await picture!.png('x.png').render(context);
    const { width, height } = await sharp(png).metadata();
    expect([width, height]).toEqual([picture!.width, picture!.height]);
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => {
      const start = (Math.round(y * picture!.scale) * info.width + Math.round(x * picture!.scale)) * 3;
      return [...data.subarray(start, start + 3)];
    };
    const { head, cells } = picture!.matrix;
    expect(at(3, 3)).toEqual([255, 255, 255]);
    // Right of the last head's text there is Production's ground.
    expect(at(head.x + head.width - 2, head.y + 2)).toEqual([0xfd, 0xf0, 0xd2]);
    const standing = cells.find(({ signs }) => signs?.pieces[0]?.piece.kind === 'drawn')?.signs;
    const [disc] = standing?.pieces ?? [];
    expect(at((disc?.x ?? 0) + (disc?.width ?? 0) / 2, standing?.y ?? 0)).toEqual([0x16, 0x20, 0x2b]);
    const texts = readChunks(png).flatMap(({ type, data: bytes }) =>
      type === 'iTXt' || type === 'tEXt' ? [Buffer.from(bytes).toString('utf8')] : [],
    );
    expect(texts.join('\n')).toContain('Access in Production: 18 rows, 6 columns.');
  });
});
