import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { fontsFor } from '../../src/design/fonts.ts';
import { readChunks } from '../../src/images/pngChunks.ts';
import { type Diagram } from '../../src/layout/diagrams/model.ts';
import { pictureTasks } from '../../src/outputs/diagrams/pictureTasks.ts';
import { type DiagramPictureInput, diagramPictures } from '../../src/outputs/diagramPicture.ts';
import type { RenderContext, Task } from '../../src/outputs/task.ts';
import { parseXml } from '../../src/ooxml/xml.ts';
import { fixtureDesign, lightTheme } from '../support/deckFixture.ts';
import { architectureDiagram, flowDiagram } from '../support/diagramFixture.ts';
import { repository } from '../support/project.ts';

const { signal } = new AbortController();
const pages = createBrowserPool({ limit: 1, signal });
const context: RenderContext = { pages, signal };
afterAll(() => pages.close());

const fonts = fontsFor(lightTheme, ['Latin, مهندس, 😀 ▶'], repository);

const inputOf = (more: Partial<DiagramPictureInput> = {}): DiagramPictureInput => ({
  deck: { title: 'AI workload', language: 'en' },
  diagrams: [flowDiagram(), architectureDiagram()],
  design: fixtureDesign(),
  fonts,
  policy: {},
  sources: { all: ['personas/workload.yaml'] },
  look: { scale: 1, palette: false },
  describedAt: ({ stem }) => ({ kind: 'card', id: stem }),
  readBytes: (file) => readFile(file),
  ...more,
});

const tasksOf = (more?: Partial<DiagramPictureInput>): Task[] => pictureTasks(diagramPictures(inputOf(more)));
const text = async (task: Task | undefined): Promise<string> =>
  Buffer.from((await task?.render(context)) ?? []).toString('utf8');

describe('the files', () => {
  it('are an SVG and a PNG of each picture, named by kind and id', () => {
    expect(tasksOf().map(({ path, mediaType }) => [path, mediaType])).toEqual([
      ['diagrams/flow-mlops.svg', 'image/svg+xml'],
      ['diagrams/flow-mlops.png', 'image/png'],
      ['diagrams/architecture-lambda-architecture.svg', 'image/svg+xml'],
      ['diagrams/architecture-lambda-architecture.png', 'image/png'],
    ]);
  });

  it('have a key that follows what is drawn, and links only where they are', () => {
    const [svg, png] = tasksOf();
    expect(tasksOf().map(({ key }) => key)).toEqual(tasksOf().map(({ key }) => key));
    const other: Diagram = { ...flowDiagram(), alt: 'Another' };
    expect(tasksOf({ diagrams: [other] })[0]?.key).not.toBe(svg?.key);
    expect(tasksOf({ diagrams: [other] })[1]?.key).not.toBe(png?.key);
    const elsewhere = tasksOf({ policy: { base: 'https://example.org/' } });
    expect(elsewhere[0]?.key).not.toBe(svg?.key);
    expect(elsewhere[1]?.key).toBe(png?.key);
  });
});

describe('the SVG', () => {
  it('brings the fonts whose characters it shows, and no others', async () => {
    const svg = await text(tasksOf()[0]);
    parseXml(svg);
    const rules = [
      ...svg.matchAll(
        /@font-face\{font-family:"([^"]+)";font-weight:(\d+)[^}]*src:url\("data:font\/woff2;base64,([^"]+)"\)/g,
      ),
    ];
    expect(rules.map(([, family, weight]) => [family, weight])).toEqual([
      ['Carlito', '400'],
      ['Carlito', '700'],
    ]);
    for (const [, , , data = ''] of rules) expect(Buffer.from(data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
    expect(svg).not.toMatch(/file:|url\("(?!data:)/);
  });

  it('brings that of another script where it shows one', async () => {
    const { summary: _, ...flow } = flowDiagram();
    const [first, ...nodes] = flow.nodes;
    if (first === undefined) throw new Error('no node');
    const arabic = { ...flow, nodes: [{ ...first, title: { ...first.title, lines: ['مهندس'] } }, ...nodes] };
    const svg = await text(tasksOf({ diagrams: [arabic] })[0]);
    expect(svg).toContain('@font-face{font-family:"Noto Sans Arabic"');
    expect(svg).toContain("'Noto Sans Arabic'");
  });

  it('leads from where it lies to personas and RBAC files', async () => {
    const svg = await text(tasksOf()[0]);
    expect(svg).toContain('<a href="../markdown/P004-discriminative-ai-data-scientist.md">');
    expect(svg).toContain('<a href="../rbac/azure-machine-learning.md">');
  });
});

describe('the PNG', () => {
  it('is twice the size in CSS px, says what it shows, and has the colour of the team where a badge is', async () => {
    const diagram = flowDiagram();
    const png = (await tasksOf()[1]?.render(context)) ?? new Uint8Array();
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const scale = 2 * (96 / 72);
    const [picture] = diagramPictures(inputOf());
    const { x: left = 0, y: top = 0 } = picture?.origin ?? {};
    expect([info.width, info.height]).toEqual([picture?.width, picture?.height]);
    expect(info.width).toBe(Math.round((diagram.width + 2 * left) * scale));
    const colorAt = (x: number, y: number): string => {
      const at = (Math.round((y + top) * scale) * info.width + Math.round((x + left) * scale)) * info.channels;
      return `#${Buffer.from(data.subarray(at, at + 3)).toString('hex')}`;
    };
    for (const { badges } of diagram.nodes) {
      for (const { badge, box } of badges) {
        expect(colorAt(box.x + 5, box.y + box.height / 2)).toBe(lightTheme.teams[badge.team?.index ?? 0]?.color);
      }
    }
    expect(colorAt(2, 2)).toBe(lightTheme.colors.surface);
    const production = diagram.groups[2]?.box;
    expect(colorAt((production?.x ?? 0) + 4, (production?.y ?? 0) + 60)).toBe(lightTheme.colors.production);
    const texts = readChunks(png)
      .filter(({ type }) => type === 'tEXt' || type === 'iTXt')
      .map((chunk) => Buffer.from(chunk.data).toString('utf8'));
    expect(texts.join('\n')).toContain(diagram.alt);
    expect(texts.join('\n')).toContain('AI workload');
  });

  it('is the same bytes each time', async () => {
    const [first, second] = [await tasksOf()[3]?.render(context), await tasksOf()[3]?.render(context)];
    expect(first?.length).toBeGreaterThan(10_000);
    expect(first).toEqual(second);
  });

  it('is no larger than a browser can paint', () => {
    const huge = { ...flowDiagram(), width: 20_000, height: 9000 } as Diagram;
    const [picture] = diagramPictures(inputOf({ diagrams: [huge] }));
    expect(picture?.width).toBe(12_000);
    expect(picture?.height).toBeLessThan(5500);
  });
});
