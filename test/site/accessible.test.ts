import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, exampleProject, temporaryFolder, writeFiles } from '../support/project.ts';
import { accessibilityFaults, Reader } from '../support/openPages.ts';

const waiver = `waivers:
  - code: ACC404
    reason: The build agent deploys everything until the platform team has its own
    owner: AI Team
    expires: "2099-12-31"
    persona: P009
`;

let root: string;
let reader: Reader;

beforeAll(async () => {
  root = exampleProject(temporaryFolder(true));
  const workload = readFileSync(join(root, 'personas/workload.yaml'), 'utf8');
  writeFiles(root, { 'personas/workload.yaml': `${workload}\n${waiver}` });
  for (const theme of ['light', 'dark', 'low-ink']) {
    expect(await cli(root, 'build', '--only', 'site', '--theme', theme, '--out', theme)).toMatchObject({ code: 0 });
  }
  reader = await Reader.start();
});

afterAll(async () => {
  await reader.close();
  rmSync(root, { recursive: true, force: true });
});

const kinds = [
  'site/index.html',
  'site/personas/P009-buildagent-mlops.html',
  'site/components.html',
  'site/components/azure-storage.html',
  'site/access/prod.html',
  'site/flows/mlops.html',
  'site/architectures/lambda-architecture.html',
  'site/matrices/skills.html',
  'site/matrices/teams.html',
  'site/matrices/responsibilities-dataops.html',
  'site/findings.html',
];

const looks: readonly (readonly [string, { readonly width: number; readonly dark: boolean }])[] = [
  ['light', { width: 1280, dark: false }],
  ['light', { width: 360, dark: true }],
  ['dark', { width: 1024, dark: true }],
  ['low-ink', { width: 768, dark: false }],
];

describe.each(looks)('with the theme %s, seen as %j', (theme, look) => {
  it.each(kinds)('%s fits the window and has nothing that axe-core finds', async (path) => {
    const { page, faults } = await reader.open(join(root, theme), path, look);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    await page.close();
  });
});

describe('the colours', () => {
  const groundOf = (): string => getComputedStyle(document.body).backgroundColor;
  const [light, dark] = ['rgb(243, 240, 232)', 'rgb(15, 21, 28)'];

  it('follow the device, whatever the theme of the deck', async () => {
    for (const theme of ['light', 'dark']) {
      for (const isDark of [false, true]) {
        const { page } = await reader.open(join(root, theme), 'site/index.html', { dark: isDark });
        expect([theme, isDark, await page.evaluate(groundOf)]).toEqual([theme, isDark, isDark ? dark : light]);
        await page.close();
      }
    }
  });

  it('are what the reader chose, on the next page too', async () => {
    const { page } = await reader.open(join(root, 'light'), 'site/index.html');
    await page.click('[data-mode-switch]');
    expect(await page.evaluate(groundOf)).toBe(dark);
    expect(await page.$eval('[data-mode-switch]', (button) => button.getAttribute('aria-pressed'))).toBe('true');
    await page.close();
    const next = await reader.open(join(root, 'light'), 'site/findings.html');
    expect(await next.page.evaluate(groundOf)).toBe(dark);
    await next.page.click('[data-mode-switch]');
    await next.page.close();
  });

  it('are light on paper', async () => {
    const { page } = await reader.open(join(root, 'light'), 'site/index.html', { dark: true });
    await page.emulateMediaType('print');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    await page.close();
  });
});

describe('a findings page', () => {
  it('tells what is accepted apart', async () => {
    const { page } = await reader.open(join(root, 'light'), 'site/findings.html');
    const texts = await page.$$eval('.finding.accepted', (all) => all.map((one) => one.textContent));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).toContain('Accepted until 2099-12-31 by AI Team: The build agent');
    await page.close();
  });
});
