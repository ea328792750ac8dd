import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontPair, Theme } from './design.ts';

/** One font file for the browser. */
export interface FontFace {
  readonly family: string;
  readonly weight: '400' | '700' | '400 700';
  readonly file: string;
  /** Name and version of its package. */
  readonly package: string;
  /** Code point ranges, as CSS writes them: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
  /** What glyphs are scaled to, as CSS writes it: `98%`. */
  readonly sizeAdjust?: string;
}

/** Faces for a set of texts, the families to name in CSS in order, and what no installed font can show. */
export interface FontSet {
  readonly faces: readonly FontFace[];
  /** The same for PDFs, where colour glyphs would become Type 3 fonts: emoji are outlines of one colour, as wide. */
  readonly outlines: readonly FontFace[];
  readonly fallbacks: readonly string[];
  readonly missing: readonly MissingGlyphs[];
  /** Digest of the faces that says the same wherever the packages lie. */
  readonly digest: string;
}

/** Characters that no installed font has, and the package that brings one, when we know it. */
export interface MissingGlyphs {
  readonly characters: string;
  readonly package?: string;
}

/**
 * Families a theme may name, each with the Office family of the same metrics. Arimo, Tinos and Cousine were drawn to
 * the metrics of Arial, Times New Roman and Courier New, Carlito to those of Calibri: lines break alike in both.
 */
export const fontPairs: readonly FontPair[] = [
  { browser: 'Carlito', office: 'Calibri' },
  { browser: 'Arimo', office: 'Arial' },
  { browser: 'Tinos', office: 'Times New Roman' },
  { browser: 'Cousine', office: 'Courier New' },
];

interface Family {
  readonly name: string;
  readonly package: string;
  /** Subsets to take, in the package's own words; all when absent. */
  readonly subsets?: readonly string[];
  /** The ranges name more than the font draws, so the next family is asked for the same characters too. */
  readonly partial?: true;
  /** Needed here and there only, so not installed by default. */
  readonly optional?: true;
  /** A code point that tells whether a missing character would be in this family. */
  readonly script?: RegExp;
}

const family = (name: string): Family => ({
  name,
  package: `@fontsource/${name.toLowerCase().replaceAll(' ', '-')}`,
});

const colorEmoji: Family = { ...family('Noto Color Emoji'), subsets: ['emoji'] };
/** Stands in for `colorEmoji` under the same name, so that styles need not know. */
const outlineEmoji: Family = family('Noto Emoji');
/** Advance of a glyph of Noto Color Emoji by that of Noto Emoji: 2550 / 2048 em and 2600 / 2048 em. */
const OUTLINE_SIZE = '98.08%';

/** Asked in this order for what the theme's own family lacks. */
const fallbackFamilies: readonly Family[] = [
  { ...family('Noto Sans Arabic'), subsets: ['arabic'] },
  { ...family('Noto Sans Hebrew'), subsets: ['hebrew'] },
  { ...family('Noto Sans Symbols'), subsets: ['symbols'], partial: true },
  { ...family('Noto Sans Symbols 2'), subsets: ['symbols', 'braille'], partial: true },
  colorEmoji,
  // Large, or for one script: a project that needs one installs it beside persona-deck.
  {
    ...family('Noto Sans JP'),
    optional: true,
    script: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
  },
  { ...family('Noto Sans KR'), optional: true, script: /\p{Script=Hangul}/u },
  { ...family('Noto Sans SC'), optional: true, script: /\p{Script=Han}/u },
  { ...family('Noto Sans Thai'), optional: true, script: /\p{Script=Thai}/u },
  { ...family('Noto Sans Devanagari'), optional: true, script: /\p{Script=Devanagari}/u },
  { ...family('Noto Sans Georgian'), optional: true, script: /\p{Script=Georgian}/u },
  { ...family('Noto Sans Armenian'), optional: true, script: /\p{Script=Armenian}/u },
];

/**
 * Chooses the font files that `texts` need in `theme`. Optional families are looked for beside the project at
 * `projectRoot` and beside this package. Only files whose range holds a character of the texts are named, so that a
 * page loads no more than it shows.
 */
export function fontsFor(theme: Pick<Theme, 'fonts'>, texts: Iterable<string>, projectRoot: string): FontSet {
  const wanted = codePointsOf(texts);
  const missing = new Set(wanted);
  const unsettled = new Set(wanted);
  const faces: FontFace[] = [];
  const fallbacks: string[] = [];
  for (const name of new Set([theme.fonts.body.browser, theme.fonts.heading.browser])) {
    // The theme's own family is always there, so that an empty deck has a font too.
    faces.push(...take(family(name), wanted, missing, projectRoot, 'latin'));
  }
  keepOnly(unsettled, missing);
  for (const candidate of fallbackFamilies) {
    const found = take(candidate, unsettled, missing, projectRoot);
    if (!candidate.partial) keepOnly(unsettled, missing);
    if (found.length > 0) fallbacks.push(candidate.name);
    faces.push(...found);
  }
  const outlines = faces.flatMap((face) =>
    face.family === colorEmoji.name ? inOutlines(wanted, projectRoot) : [face],
  );
  return { faces, outlines, fallbacks, missing: missingGlyphs(missing), digest: digestOf([...faces, ...outlines]) };
}

function inOutlines(wanted: ReadonlySet<number>, projectRoot: string): FontFace[] {
  return take(outlineEmoji, wanted, new Set(), projectRoot).map((face) => ({
    ...face,
    family: colorEmoji.name,
    sizeAdjust: OUTLINE_SIZE,
  }));
}

function digestOf(faces: readonly FontFace[]): string {
  const hash = createHash('sha256');
  for (const face of faces) hash.update(`${face.package}\0${basename(face.file)}\0${face.unicodeRange}\0`);
  return hash.digest('hex');
}

/** `@font-face` rules for `faces`, whose files stand where `addressOf` says; by default where they are on this machine. */
export function fontFaceCss(
  faces: readonly FontFace[],
  addressOf: (face: FontFace) => string = ({ file }) => pathToFileURL(file).href,
): string {
  return faces
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-display:block;` +
        `src:url("${addressOf(face)}") format("woff2");unicode-range:${face.unicodeRange}` +
        `${face.sizeAdjust === undefined ? '' : `;size-adjust:${face.sizeAdjust}`}}`,
    )
    .join('\n');
}

/**
 * Those of a set's faces that `texts` need, for a document that brings its fonts along. Emoji and symbols are left to the
 * reader's device: it has them, and ours are larger than all the rest.
 */
export function facesToShip({ faces }: Pick<FontSet, 'faces'>, texts: Iterable<string>): FontFace[] {
  const unsettled = codePointsOf(texts);
  return [...new Set(faces.map((face) => face.family))].flatMap((name) => {
    const touched = portableFaces(faces)
      .filter((face) => face.family === name)
      .map((face) => ({ face, covered: [...unsettled].filter(inRanges(face.unicodeRange)) }))
      .filter(({ covered }) => covered.length > 0);
    for (const point of touched.flatMap(({ covered }) => covered)) unsettled.delete(point);
    return touched.map(({ face }) => face);
  });
}

/** Faces that documents for readers' devices bring along: all but emoji and symbols. */
export function portableFaces(faces: readonly FontFace[]): FontFace[] {
  return faces.filter(({ family }) => !/Emoji|Symbols/.test(family));
}

function keepOnly(points: Set<number>, kept: ReadonlySet<number>): void {
  for (const point of points) if (!kept.has(point)) points.delete(point);
}

/** The faces of a family that `wanted` needs; what they cover leaves `missing`. */
function take(
  candidate: Family,
  wanted: ReadonlySet<number>,
  missing: Set<number>,
  projectRoot: string,
  always?: string,
): FontFace[] {
  const folder = packageFolder(candidate.package, projectRoot);
  if (folder === undefined) return [];
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const faces: FontFace[] = [];
  for (const [key, unicodeRange] of Object.entries(rangesOf(candidate, ranges))) {
    const subset = key.replace(/[[\]]/g, '');
    const covered = [...wanted].filter(inRanges(unicodeRange));
    if (covered.length === 0 && subset !== always) continue;
    for (const point of covered) missing.delete(point);
    faces.push(...weightsOf(candidate, folder, subset, unicodeRange));
  }
  return faces;
}

function rangesOf(candidate: Family, ranges: Record<string, string>): Record<string, string> {
  if (candidate === colorEmoji) {
    // The one file with colour vectors (COLRv1); its range must name the parts of keycaps and flags too.
    const all = Object.values(ranges).join(',');
    return { emoji: `${all},U+23,U+2A,U+30-39,U+20E3,U+FE0F` };
  }
  if (candidate.subsets === undefined) return ranges;
  return Object.fromEntries(Object.entries(ranges).filter(([key]) => candidate.subsets?.includes(key)));
}

function weightsOf(candidate: Family, folder: string, subset: string, unicodeRange: string): FontFace[] {
  const stem = candidate.package.slice('@fontsource/'.length);
  const file = (weight: number): string => join(folder, 'files', `${stem}-${subset}-${weight}-normal.woff2`);
  const metadata = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as { weights: number[] };
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const face = (weight: FontFace['weight'], of: number): FontFace => ({
    family: candidate.name,
    weight,
    file: file(of),
    package: `${candidate.package}@${version}`,
    unicodeRange,
  });
  return metadata.weights.includes(700) ? [face('400', 400), face('700', 700)] : [face('400 700', 400)];
}

function packageFolder(name: string, projectRoot: string): string | undefined {
  for (const from of [import.meta.url, pathToFileURL(join(projectRoot, 'package.json')).href]) {
    try {
      return dirname(createRequire(from).resolve(`${name}/unicode.json`));
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

function codePointsOf(texts: Iterable<string>): Set<number> {
  const points = new Set<number>();
  for (const text of texts) for (const character of text) points.add(character.codePointAt(0) ?? 0);
  for (const point of points) if (isInvisible(point)) points.delete(point);
  return points;
}

/** Controls, spaces, joiners and variation selectors need no glyph. */
function isInvisible(point: number): boolean {
  return /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u{fe00}-\u{fe0f}]/u.test(String.fromCodePoint(point));
}

function inRanges(unicodeRange: string): (point: number) => boolean {
  const ranges = unicodeRange.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (point) => ranges.some(([from, to]) => point >= from && point <= to);
}

function missingGlyphs(points: ReadonlySet<number>): MissingGlyphs[] {
  const byPackage = new Map<string | undefined, string[]>();
  for (const point of points) {
    const character = String.fromCodePoint(point);
    const owner = fallbackFamilies.find((candidate) => candidate.optional && candidate.script?.test(character));
    byPackage.set(owner?.package, [...(byPackage.get(owner?.package) ?? []), character]);
  }
  return [...byPackage].map(([name, characters]) => ({
    characters: characters.join(''),
    ...(name === undefined ? {} : { package: name }),
  }));
}

/** Whether the package of a family is installed beside the project or this package. */
export function isInstalled(name: string, projectRoot: string): boolean {
  return packageFolder(family(name).package, projectRoot) !== undefined;
}

/** The npm package that would bring a family. */
export const fontPackage = (name: string): string => family(name).package;

/** Families that a build may use, and whether each is installed beside the project or this package: for `doctor`. */
export function installedFonts(projectRoot: string): { name: string; package: string; installed: boolean }[] {
  return [...fontPairs.map(({ browser }) => family(browser)), ...fallbackFamilies, outlineEmoji].map(
    ({ name, package: from }) => ({
      name,
      package: from,
      installed: packageFolder(from, projectRoot) !== undefined,
    }),
  );
}
