import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { startBrowser } from '../src/browser/launch.ts';

/**
 * Makes the pictures of the README from the example, with the tool as it was built. Needs LibreOffice (`soffice`),
 * Calibri or a font of its metrics, and poppler (`pdftoppm`), to show slides and pages.
 */
const root = join(import.meta.dirname, '../../..');
const target = join(root, 'docs/images');
const work = mkdtempSync(join(tmpdir(), 'persona-deck-pictures-'));
const paper = '#e9e5da';

mkdirSync(target, { recursive: true });
const light = build('light');
const dark = build('dark');
await row(cards(light, /\d-[a-z-]+(?<!-back)\.png$/), 'cards-front.png', 300, paper);
await row(cards(light, /-back\.png$/), 'cards-back.png', 300, paper);
await row(cards(dark, /(?<!-back)\.png$/).slice(2, 5), 'cards-dark.png', 300, '#0f151c');
pages(join(light, 'sheets.pdf'), 'sheet', 60);
execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, join(light, 'workshop.pptx')], {
  stdio: 'ignore',
});
pages(join(work, 'workshop.pdf'), 'slide', 80);
await row([pageFile('sheet', 1), pageFile('sheet', 2)], 'sheets.png', 480, '#c9c4b6');
await picture(slide('Discriminative AI Data Scientist'), 'slide-persona.png', 900);
await picture(slide('Access to Azure Machine Learning'), 'slide-access.png', 900);
await picture(slide('Teams and personas'), 'slide-overview.png', 900);
await picture(slide('Skills by personas'), 'slide-skills.png', 900);
await picture(join(light, 'diagrams/flow-mlops.png'), 'flow.png', 1100);
await picture(join(light, 'diagrams/architecture-lambda-architecture.png'), 'architecture.png', 1100);
await picture(join(light, 'diagrams/matrix-components-prod.png'), 'matrix-access.png', 900);
await picture(join(light, 'diagrams/matrix-responsibilities-mlops.png'), 'matrix-responsibilities.png', 640);
await site('index.html', 'site.png', 'light');
await site('access/prod.html', 'site-access.png', 'dark');
rmSync(work, { recursive: true, force: true });

function build(theme: string): string {
  const out = join(work, theme);
  const cli = join(root, 'dist/cli/main.js');
  execFileSync(process.execPath, [cli, 'build', 'personas', '--quiet', '--theme', theme, '--out', out], {
    cwd: root,
    stdio: 'ignore',
  });
  return out;
}

function cards(out: string, name: RegExp): string[] {
  const folder = join(out, 'png');
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** Cards side by side, each `width` px wide, on a ground that shows their edges. */
async function row(files: readonly string[], name: string, width: number, background: string): Promise<void> {
  const gap = 18;
  const made = await Promise.all(
    files.map((file) => sharp(file).resize({ width }).png().toBuffer({ resolveWithObject: true })),
  );
  const height = Math.max(...made.map(({ info }) => info.height));
  await sharp({
    create: { width: gap + made.length * (width + gap), height: height + 2 * gap, channels: 3, background },
  })
    .composite(made.map(({ data }, index) => ({ input: data, left: gap + index * (width + gap), top: gap })))
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(target, name));
}

function pages(pdf: string, prefix: string, dpi: number): void {
  execFileSync('pdftoppm', ['-r', String(dpi), '-png', pdf, join(work, prefix)]);
}

function pageFile(prefix: string, page: number): string {
  const found = readdirSync(work).find((file) => new RegExp(`^${prefix}-0*${page}\\.png$`).test(file));
  if (found === undefined) throw new Error(`There is no page ${page} of ${prefix}`);
  return join(work, found);
}

/** The slide that begins with its title. */
function slide(title: string): string {
  const texts = execFileSync('pdftotext', [join(work, 'workshop.pdf'), '-'], { encoding: 'utf8' }).split('\f');
  return pageFile('slide', texts.findIndex((text) => text.trimStart().startsWith(title)) + 1);
}

/** A page of the site as a window shows it. */
async function site(page: string, name: string, mode: 'light' | 'dark'): Promise<void> {
  const { browser } = await startBrowser(mkdtempSync(join(work, 'browser-')), {});
  try {
    const opened = await browser.newPage();
    await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: mode }]);
    await opened.setViewport({ width: 1400, height: 790 });
    await opened.goto(pathToFileURL(join(light, 'site', page)).href);
    await opened.evaluate(() => document.fonts.ready.then(() => undefined));
    const file = join(work, name);
    await opened.screenshot({ path: file });
    await picture(file, name, 900);
  } finally {
    await browser.close();
  }
}

/** One page with a thin edge, so that white paper stands out from a white README. */
async function picture(file: string, name: string, width: number): Promise<void> {
  await sharp(file)
    .resize({ width })
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#c9c4b6' })
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(join(target, name));
}
