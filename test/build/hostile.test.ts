import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import { type FittedDeck, fit } from '../../src/build/fit.ts';
import { Measurements } from '../../src/build/measurements.ts';
import { type Prepared, prepare } from '../../src/build/prepare.ts';
import { slidePlanOf } from '../../src/build/slidePlan.ts';
import { readProject } from '../../src/build/project.ts';
import { mm } from '../../src/design/units.ts';
import { sideMeasurer } from '../../src/html/measureSides.ts';
import { cardShell } from '../../src/html/shell.ts';
import { readPdf } from '../support/pdf.ts';
import { cli, temporaryFolder, writeFiles } from '../support/project.ts';

const list = (count: number, name: string): string =>
  `[${Array.from({ length: count }, (_, index) => `${name} ${index + 1}`).join(', ')}]`;
const longWord = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt';
const markup =
  '<script>document.body.remove()</script><b>bold</b> {{name}} {{{name}}} {{#each this}}x{{/each}} &amp; "q"';

const files = {
  'personas/workload.yaml': 'name: R&D <"Hostile">\n',
  'personas/H1.yaml': `id: H1\nname: Many of everything\nteam: T\nskills: ${list(40, 'Skill')}\ncomponents: ${list(30, 'Component')}\n`,
  'personas/H2.yaml': `id: H2\nname: ${JSON.stringify(markup)}\nteam: ${JSON.stringify(markup)}\nsummary: ${JSON.stringify(markup)}\nskills: [${JSON.stringify(markup)}]\ncomponents: [${JSON.stringify(markup)}]\n`,
  'personas/H3.yaml': `id: H3\nname: ${longWord}\nteam: ${longWord}\nprimaryInteraction: ${longWord}\ncomponents: [${longWord}]\nskills: [${longWord}]\n`,
  'personas/H4.yaml':
    'id: H4\nname: مهندس البيانات\nteam: فريق البيانات\nskills: [تحليل البيانات, SQL]\ncomponents: [مخزن]\n',
  'personas/H5.yaml': 'id: H5\nname: データエンジニア\nteam: データチーム\nskills: [機械学習]\ncomponents: [保管庫]\n',
  'personas/H6.yaml': 'id: H6\nname: 🚀 Rocket 👩‍💻 1️⃣\nteam: 🧪 Lab → ✓\nskills: [✨]\n',
  'personas/H7.yaml': 'id: H7\nname: Bare\n',
  'personas/rbac/component-1.md': `| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| H1 | ${'Some Quite Long Role Name<br>'.repeat(60)}Reader | | — |\n`,
};

let root: string;
let pages: BrowserPool;
let prepared: Prepared;
let fitted: FittedDeck;

beforeAll(async () => {
  root = temporaryFolder(true);
  writeFiles(root, files);
  const project = await readProject(root);
  if (project.workload === undefined) throw new Error(JSON.stringify(project.diagnostics));
  const preparation = await prepare(root, project.workload, {}, {});
  if (!preparation.ok) throw new Error('The theme has problems');
  prepared = preparation.prepared;
  pages = createBrowserPool({ limit: 1 });
  fitted = await fit(prepared, ['print', 'pptx'], pages, new Measurements(), slidePlanOf({}, []));
  const built = await cli(root, 'build');
  expect(built.err).toMatch(/Built \d+ files/);
});

afterAll(async () => {
  await pages.close();
  rmSync(root, { recursive: true, force: true });
});

describe('hostile texts on cards', () => {
  it('stand inside their sides, every one of them', async () => {
    const { design, fonts, templates, deck } = prepared;
    const shell = cardShell(design, fonts, templates, { title: 'test', bleed: mm(0) });
    const painting = {
      design,
      templates,
      deckTitle: deck.title,
      environments: deck.environments,
      href: () => undefined,
      address: () => '',
      picture: () => undefined,
      bleed: mm(0),
    };
    const sides = (fitted.cards?.cards ?? []).flatMap(({ card, front, back }) =>
      [front, back].flatMap((side) => (side.kind === 'plain' ? [] : [{ card, side }])),
    );
    expect(sides.length).toBeGreaterThan(14);
    const extents = await sideMeasurer(pages, shell, painting)(sides);
    for (const [index, extent] of extents.entries()) {
      const { card, side } = sides[index] as (typeof sides)[number];
      const lowest = Math.max(0, ...extent.bottoms);
      expect(lowest, `${card.id} ${side.kind} ${side.part}`).toBeLessThanOrEqual(extent.available);
      expect(extent.available, `${card.id} ${side.kind} ${side.part}`).toBeGreaterThan(20);
    }
  });

  it('overlap nothing and pass no edge', async () => {
    const { design, fonts, templates, deck } = prepared;
    const { sideHtml } = await import('../../src/html/cards.ts');
    const shell = cardShell(design, fonts, templates, { title: 'test', bleed: mm(0) });
    const painting = {
      design,
      templates,
      deckTitle: deck.title,
      environments: deck.environments,
      href: () => undefined,
      address: () => '',
      picture: () => undefined,
      bleed: mm(0),
    };
    const html = (fitted.cards?.cards ?? [])
      .flatMap(({ card, front, back, number, count }) =>
        [front, back].map((side) => sideHtml(painting, card, side, number, count)),
      )
      .join('');
    const faults = await pages.withPage(shell, async (page) => {
      await page.setContent(html);
      return page.evaluate(() => {
        const found: string[] = [];
        for (const card of document.querySelectorAll('.card')) {
          const edge = card.getBoundingClientRect();
          const id = card.querySelector('.id')?.textContent ?? '';
          const boxes: DOMRect[] = [];
          const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            if ((node.textContent ?? '').trim() === '') continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const rect of range.getClientRects()) {
              if (
                rect.left < edge.left ||
                rect.right > edge.right + 0.5 ||
                rect.top < edge.top ||
                rect.bottom > edge.bottom
              ) {
                found.push(`${id}: ${node.textContent} passes the edge`);
              }
              for (const other of boxes) {
                const across = Math.min(rect.right, other.right) - Math.max(rect.left, other.left);
                const down = Math.min(rect.bottom, other.bottom) - Math.max(rect.top, other.top);
                // Line boxes touch; ink overlaps only when a third of a line does.
                if (across > 2 && down > Math.min(rect.height, other.height) / 3)
                  found.push(`${id}: ${node.textContent} lies on another text`);
              }
              boxes.push(rect);
            }
          }
        }
        return found;
      });
    });
    expect(faults).toEqual([]);
  });

  it('shows all components and skills once in the fields', () => {
    const fields = (fitted.cards?.cards ?? [])
      .filter(({ card }) => card.id === 'H1')
      .flatMap(({ front, back }) => [front, back])
      .flatMap((side) => (side.kind === 'front' ? side.fields : []));
    const items = (key: string) =>
      fields.filter((field) => field.key === key).flatMap((field) => field.items.map(({ text }) => text));
    expect(items('skills')).toEqual(Array.from({ length: 40 }, (_, index) => `Skill ${index + 1}`));
    expect(items('components')).toEqual(Array.from({ length: 30 }, (_, index) => `Component ${index + 1}`));
  });

  it('says which package brings a font that is missing, only then', () => {
    // The font for Japanese is installed for tests.
    expect(prepared.fonts.missing).toEqual([]);
    expect(prepared.fonts.fallbacks).toEqual(
      expect.arrayContaining(['Noto Sans Arabic', 'Noto Sans JP', 'Noto Color Emoji']),
    );
  });
});

describe('hostile texts in every output', () => {
  it('are text in the PDF', async () => {
    const { texts } = await readPdf(readFileSync(join(root, 'out/cards.pdf')));
    const all = texts.join(' ').replace(/\s+/g, '');
    expect(all).toContain('<script>document.body.remove()</script><b>bold</b>{{name}}{{{name}}}');
    expect(all).toContain('データエンジニア');
    expect(all).toContain(longWord);
  });

  it('are text in markdown', () => {
    const text = readFileSync(
      join(root, 'out/markdown', readdirSync(join(root, 'out/markdown')).find((name) => name.startsWith('H2')) ?? ''),
      'utf8',
    );
    // In the front matter it is YAML, as it was written.
    const shown = text.slice(text.indexOf('\n---\n', 4));
    expect(shown).toContain('\\<script\\>');
    expect(shown).not.toContain('<script>');
  });

  it('draw pictures that are not blank', async () => {
    for (const name of readdirSync(join(root, 'out/png')).filter((file) => file.endsWith('.png'))) {
      const { data, info } = await sharp(join(root, 'out/png', name))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([825, 1425]);
      const lower = data.subarray(info.width * 300);
      const dark = lower.reduce((count, value) => count + (value < 110 ? 1 : 0), 0);
      expect(dark, name).toBeGreaterThan(200);
    }
  });

  it('leave no dead link: a component without an RBAC file says so', async () => {
    const { links, texts } = await readPdf(readFileSync(join(root, 'out/cards.pdf')));
    expect(new Set(links.map(({ url }) => url))).toEqual(new Set(['./rbac/component-1.md']));
    expect(texts.join(' ')).toContain('no RBAC file');
    expect(existsSync(join(root, 'out/rbac/component-1.md'))).toBe(true);
    const { err } = await cli(root, 'check');
    expect(err).toMatch(/ACC401/);
  });
});

describe('a workload of one file', () => {
  it('is built', async () => {
    const one = temporaryFolder();
    writeFiles(one, {
      'team.yaml': 'name: One\npersonas:\n  - {id: P1, name: A}\n  - {id: P2, name: B, components: [Store]}\n',
    });
    expect(await cli(one, 'build', 'team.yaml', '--only', 'markdown')).toMatchObject({ code: 0 });
    expect(readdirSync(join(one, 'out/markdown'))).toEqual(['P1-a.md', 'P2-b.md', 'index.md']);
  });
});
