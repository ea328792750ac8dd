import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../../src/ooxml/xml.ts';
import { Reader } from '../support/openPages.ts';
import { cli, exampleProject, temporaryFolder } from '../support/project.ts';

let root: string;

beforeAll(async () => {
  root = exampleProject(temporaryFolder(true));
  expect(await cli(root, 'build', '--only', 'diagrams,markdown')).toMatchObject({ code: 0 });
  expect(await cli(root, 'build', '--only', 'diagrams', '--out', 'alone')).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const svgFiles = (out: string): string[] =>
  readdirSync(join(root, out, 'diagrams')).filter((name) => /^(flow|architecture)-.*\.svg$/.test(name));
const read = (out: string, name: string): string => readFileSync(join(root, out, 'diagrams', name), 'utf8');
const linksOf = (svg: string): string[] => [...svg.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);

describe('the pictures of the example', () => {
  it('are an SVG and a PNG for each flow and architecture', () => {
    const files = readdirSync(join(root, 'out/diagrams'));
    for (const stem of ['flow-dataops', 'flow-mlops', 'flow-genaiops', 'architecture-lambda-architecture']) {
      expect(files).toContain(`${stem}.svg`);
      expect(files).toContain(`${stem}.png`);
    }
  });

  it('are well-formed, and lead to files that are there', () => {
    for (const out of ['out', 'alone']) {
      for (const name of svgFiles(out)) {
        const svg = read(out, name);
        parseXml(svg);
        const links = linksOf(svg);
        expect(links.length).toBeGreaterThan(2);
        const missing = links.filter(
          (link) => !existsSync(join(root, out, posix.join('diagrams', decodeURIComponent(link)))),
        );
        expect(missing).toEqual([]);
      }
    }
  });

  it('lead to personas where the build describes them', () => {
    expect(linksOf(read('out', 'flow-mlops.svg')).some((link) => link.startsWith('../markdown/P004'))).toBe(true);
    expect(linksOf(read('alone', 'flow-mlops.svg')).filter((link) => !link.startsWith('../rbac/'))).toEqual([]);
  });

  it('are linked from the list of markdown cards where they are built', async () => {
    const list = (out: string): string => readFileSync(join(root, out, 'markdown/index.md'), 'utf8');
    expect(list('out')).toContain('## Flows');
    expect(list('out')).toContain('- [MLOps](../diagrams/flow-mlops.svg): From an experiment');
    expect(await cli(root, 'build', '--only', 'markdown', '--out', 'cards')).toMatchObject({ code: 0 });
    expect(list('cards')).not.toContain('## Flows');
  });

  it('are not made again when nothing changed', async () => {
    expect((await cli(root, 'build', '--only', 'diagrams', '--out', 'alone')).err).toMatch(
      /up to date|unchanged|fresh|0 built/i,
    );
  });

  it('are opened by a browser with all texts inside the picture, those of boxes inside of their box', async () => {
    const reader = await Reader.start();
    try {
      for (const name of svgFiles('out')) {
        const { page, requests, faults } = await reader.open(join(root, 'out'), `diagrams/${name}`, { width: 1400 });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const found = await page.evaluate(textsOutside);
        expect([name, found.outside]).toEqual([name, []]);
        expect(found.count).toBeGreaterThan(20);
        expect(requests.filter((request) => !request.startsWith('data:') && !request.endsWith('.svg'))).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      }
    } finally {
      await reader.close();
    }
  });
});

/** Runs in the page: texts that leave the picture, or the box of a node that they begin in. */
function textsOutside(): { count: number; outside: string[] } {
  const root = document.documentElement as unknown as SVGSVGElement;
  const whole = root.getBoundingClientRect();
  const boxes = [...document.querySelectorAll('rect')]
    .filter((rect) => rect.getAttribute('rx') === '5')
    .map((rect) => rect.getBoundingClientRect());
  const texts = [...document.querySelectorAll('text')];
  const outside = texts.filter((text) => {
    const own = text.getBoundingClientRect();
    const [x, y] = [own.left + 1, (own.top + own.bottom) / 2];
    const around = boxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom) ?? whole;
    return own.left < around.left - 0.5 || own.right > around.right + 0.5 || y < around.top || y > around.bottom;
  });
  return { count: texts.length, outside: outside.map((text) => text.textContent ?? '') };
}
