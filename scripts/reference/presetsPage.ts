import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardSize, Theme, ThemeColors } from '../../src/design/design.ts';
import { fontPairs, installedFonts } from '../../src/design/fonts.ts';
import { type CategoryName, categoryNames } from '../../src/design/icons.ts';
import { shippedLanguages } from '../../src/design/locale.ts';
import { bleed, cardSizes, paperSizes, printerMargin, safeMargin, smallestCard } from '../../src/design/sizes.ts';
import { shops } from '../../src/design/shops.ts';
import { stocks } from '../../src/design/stock.ts';
import { loadTheme } from '../../src/design/themes.ts';
import { mmToDots } from '../../src/design/units.ts';
import { impose } from '../../src/layout/imposition/impose.ts';
import { DPI } from '../../src/outputs/cardPicture.ts';
import { code, page, plain, sentence, table } from './markdown.ts';
import { keysOf } from './schemaKeys.ts';

export async function presetsPage(root: string): Promise<string> {
  const themes = await shippedThemes(root);
  return page(
    'Presets',
    'Names that `build` and [persona-deck.yaml](files.md#settings) know.',
    '## Card sizes',
    `${code('--card')}, or the key ${code('card')}. Beside these, any size whose edges are at least ${smallestCard.shorter} and ${smallestCard.longer} mm: ${code('--card 70x120')}. Named sizes are upright; ${code('--orientation landscape')} exchanges their edges. PNG files have ${DPI} dots an inch. The last columns say how many cards stand on a sheet of ${code('sheets.pdf')}, each with ${bleed} mm of bleed around it and ${printerMargin} mm left free at the edges of the paper. Nothing that must be read stands closer to the trim than ${safeMargin} mm.`,
    cardTable(),
    '## Papers',
    `${code('--paper')}, or the key ${code('paper')}. Beside these, any size: ${code('--paper 320x450')}. The sheet is turned to landscape where it then holds more cards. Print double-sided, flipped on the long edge: see [printing](../printing.md).`,
    table(
      ['Name', 'Size in mm'],
      paperSizes.map(({ name, width, height }) => [code(name), `${width} x ${height}`]),
    ),
    '## Perforated sheets',
    `The key ${code('print.stock')}, or ${code('--stock')}: they say paper and card. Lengths in millimetres.`,
    stockTable(),
    '## Print services',
    `The key ${code('print.shop')}, or ${code('--shop')}: see [print services](../print-shops.md). Pixels of 300 dpi, with the bleed.`,
    shopTable(),
    '## Themes',
    `${code('--theme')}, or the key ${code('theme')}. A theme of your own is one file: see [templates and themes](../templates.md#a-theme).`,
    themeTable(themes),
    'Colours by what they are for:',
    colorTable(themes),
    'Teams in turn, each by colour and pattern. After the last, colours come again with the patterns moved on by one:',
    teamTable(themes),
    '## Fonts',
    'A theme names one of these for running text and one for names and titles. Cards and PDF are set in the font that ships; PowerPoint names its Office partner of the same metrics, so that lines break alike.',
    table(
      ['Font', 'Partner in Office'],
      fontPairs.map(({ browser, office }) => [browser, office]),
    ),
    'What they lack comes from these, as far as they are installed. Those that do not come along are added to a project with `npm install`:',
    await fallbackTable(root),
    '## Languages',
    'Of the labels: the key `language` of the workload or of the settings. Other languages show English labels. Texts of yours may be in any language.',
    table(
      ['Tag', 'Language'],
      shippedLanguages.map((tag) => [code(tag), languageNames.of(tag) ?? tag]),
    ),
    '## Icon categories',
    `The key ${code('category')} of a component in ${code('workload.yaml')}. Another name, or none, shows the icon of ${code('component')}.`,
    table(
      ['Name', 'For'],
      categoryNames.map((name) => [code(name), categories[name]]),
    ),
  );
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

const categories: Readonly<Record<CategoryName, string>> = {
  storage: 'Files, blobs, lakes',
  database: 'Databases of any kind',
  analytics: 'Reports and dashboards',
  pipeline: 'Moving and transforming data',
  ml: 'Training and running models',
  genai: 'Generative models',
  search: 'Search and indexes',
  secrets: 'Keys, secrets and certificates',
  web: 'Web sites and apps',
  api: 'Interfaces and gateways',
  containers: 'Containers and clusters',
  functions: 'Serverless functions',
  devops: 'Builds, releases, boards',
  code: 'Repositories',
  component: 'Everything else',
};

function cardTable(): string {
  const onPapers = (card: CardSize): string[] => paperSizes.map((paper) => perSheet(card, paper));
  return table(
    ['Name', 'Size in mm', `PNG in px`, ...paperSizes.map(({ name }) => `On ${name}`)],
    cardSizes.map((card) => [
      code(card.name),
      `${card.width} x ${card.height}`,
      `${mmToDots(card.width, DPI)} x ${mmToDots(card.height, DPI)}`,
      ...onPapers(card),
    ]),
  );
}

function stockTable(): string {
  return table(
    ['Name', 'The same', 'Paper', 'Card', 'Cards', 'First card from left and top', 'From card to card'],
    stocks.map(({ name, also, paper, card, columns, rows, left, top, pitch }) => [
      code(name),
      also.map(code).join(', '),
      code(paper.name),
      `${card.width} x ${card.height}`,
      `${columns * rows} (${columns} x ${rows})`,
      `${left}, ${top}`,
      `${columns === 1 ? '-' : pitch.x}, ${pitch.y}`,
    ]),
  );
}

function shopTable(): string {
  return table(
    ['Name', 'Service', 'Files', 'Cards', 'Bleed in mm', 'Safe area in mm', 'Source'],
    shops.map(({ name, title, form, pdfx, cards, bleed: over, safe, source }) => [
      code(name),
      title,
      pdfx ? 'PDF/X-1a' : form.toUpperCase(),
      cards?.map(({ card, width, height }) => `${code(card)} ${width} x ${height}`).join(', ') ?? 'any',
      String(Number(over.toFixed(3))),
      String(Number(safe.toFixed(3))),
      source,
    ]),
  );
}

function perSheet(card: CardSize, paper: (typeof paperSizes)[number]): string {
  const sheet = impose({ card, paper, bleed, margin: printerMargin });
  return sheet === undefined ? 'none' : `${sheet.slots.length} (${sheet.columns} x ${sheet.rows})`;
}

async function shippedThemes(root: string): Promise<Theme[]> {
  const names = (await readdir(join(root, 'themes'))).sort((a, b) => Number(b === 'light') - Number(a === 'light'));
  const readings = await Promise.all(names.map((name) => loadTheme(root, name)));
  return readings.flatMap((reading) => reading?.theme ?? []);
}

function themeTable(themes: readonly Theme[]): string {
  return table(
    ['Name', 'Text', 'Font', 'Font of titles', 'Band of a card'],
    themes.map(({ name, mode, fonts, rail }) => [
      code(name),
      mode === 'light' ? 'dark on light' : 'light on dark',
      fonts.body.browser,
      fonts.heading.browser,
      rail === 'filled' ? "filled with the team's colour" : 'white with a rule, to save ink',
    ]),
  );
}

function colorTable(themes: readonly Theme[]): string {
  const meaning = new Map(keysOf('theme').map(({ path, schema }) => [path, schema.description ?? '']));
  const names = Object.keys(themes[0]?.colors ?? {}) as (keyof ThemeColors)[];
  return table(
    ['Colour', 'For', ...themes.map(({ name }) => code(name))],
    names.map((name) => [
      code(name),
      plain(sentence(meaning.get(`colors.${name}`) ?? '')),
      ...themes.map(({ colors }) => code(colors[name])),
    ]),
  );
}

function teamTable(themes: readonly Theme[]): string {
  const count = Math.max(...themes.map(({ teams }) => teams.length));
  return table(
    ['Team', ...themes.map(({ name }) => code(name))],
    Array.from({ length: count }, (_, index) => [
      String(index + 1),
      ...themes.map(({ teams }) =>
        teams[index] === undefined ? '' : `${code(teams[index].color)} ${teams[index].pattern}`,
      ),
    ]),
  );
}

/** Whether a font comes along is for `package.json` to say; what is installed differs from machine to machine. */
async function fallbackTable(root: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const own = new Set(fontPairs.map(({ browser }) => browser));
  return table(
    ['Font', 'Package', 'Comes along'],
    installedFonts(root)
      .filter(({ name }) => !own.has(name))
      .map((font) => [font.name, code(font.package), font.package in manifest.dependencies ? 'yes' : 'no']),
  );
}
