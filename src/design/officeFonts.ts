import type { FontPair } from './design.ts';
import { fontPackage, fontPairs, isInstalled } from './fonts.ts';

/** How a family of Office is shown in the browser. */
export interface ShownFont {
  readonly pair: FontPair;
  /** Shown by another family of other widths. */
  readonly approximated: boolean;
  /** Package that would show the family as it is, or by one of its own widths. */
  readonly package?: string;
}

interface KnownFamily {
  /** The family that ships and looks most like it. */
  readonly like: 'Arimo' | 'Carlito' | 'Tinos' | 'Cousine';
  /** Mean width of a Latin letter, as a multiple of the size. */
  readonly width?: number;
  /** Of a line at single spacing: ascent, descent and gap of the table `hhea`, as a multiple of the size. */
  readonly line?: number;
  /** Another family of the same widths that a package brings. */
  readonly twin?: string;
  /** A package of this very family exists. */
  readonly packaged?: true;
}

/** Mean widths of Latin letters of what ships, as a multiple of the size. */
const shippedWidths = { Arimo: 0.4458, Carlito: 0.4102, Tinos: 0.4063, Cousine: 0.6001 } as const;

/**
 * Well-known families. Widths are means of the advance widths of table `hmtx`, weighted by how often letters occur in
 * English; line heights are from `hhea`. Both as published for each family in the npm package @capsizecss/metrics 4.3.
 */
const families: Readonly<Record<string, KnownFamily>> = {
  'Calibri Light': { like: 'Carlito', width: 0.4102, line: 1.2207 },
  Helvetica: { like: 'Arimo', width: 0.4458, line: 1.1499 },
  'Helvetica Neue': { like: 'Arimo', width: 0.45, line: 1.193 },
  'Liberation Sans': { like: 'Arimo', width: 0.4458, line: 1.1499 },
  'Liberation Serif': { like: 'Tinos', width: 0.4063, line: 1.1499 },
  'Liberation Mono': { like: 'Cousine', width: 0.6001, line: 1.1328 },
  'Segoe UI': { like: 'Arimo', width: 0.4434, line: 1.3301 },
  Verdana: { like: 'Arimo', width: 0.5122, line: 1.2153 },
  Tahoma: { like: 'Arimo', width: 0.4478, line: 1.207 },
  'Trebuchet MS': { like: 'Arimo', width: 0.4561, line: 1.1611 },
  Georgia: { like: 'Tinos', width: 0.4458, line: 1.1362, twin: 'Gelasio' },
  Cambria: { like: 'Tinos', width: 0.411, twin: 'Caladea' },
  Inter: { like: 'Arimo', width: 0.4775, line: 1.21, packaged: true },
  Lato: { like: 'Carlito', width: 0.4355, line: 1.2, packaged: true },
  Montserrat: { like: 'Arimo', width: 0.503, line: 1.219, packaged: true },
  'Noto Sans': { like: 'Arimo', width: 0.474, line: 1.362, packaged: true },
  'Noto Serif': { like: 'Tinos', width: 0.481, line: 1.362, packaged: true },
  'Open Sans': { like: 'Arimo', width: 0.4688, line: 1.3618, packaged: true },
  Poppins: { like: 'Arimo', width: 0.5, line: 1.5, packaged: true },
  Roboto: { like: 'Arimo', width: 0.4448, line: 1.1719, packaged: true },
  'Roboto Slab': { like: 'Tinos', width: 0.4746, line: 1.3188, packaged: true },
  'Source Sans 3': { like: 'Carlito', width: 0.418, line: 1.424, packaged: true },
  'IBM Plex Sans': { like: 'Arimo', width: 0.451, line: 1.3, packaged: true },
  'Work Sans': { like: 'Arimo', width: 0.499, line: 1.173, packaged: true },
  'DM Sans': { like: 'Arimo', width: 0.466, line: 1.302, packaged: true },
  'PT Sans': { like: 'Carlito', width: 0.431, line: 1.294, packaged: true },
  Barlow: { like: 'Carlito', width: 0.431, line: 1.2, packaged: true },
  Nunito: { like: 'Arimo', width: 0.452, line: 1.364, packaged: true },
  'Nunito Sans': { like: 'Arimo', width: 0.452, line: 1.364, packaged: true },
  Raleway: { like: 'Arimo', width: 0.463, line: 1.174, packaged: true },
  Ubuntu: { like: 'Arimo', width: 0.455, line: 1.149, packaged: true },
  Merriweather: { like: 'Tinos', width: 0.485, line: 1.257, packaged: true },
  'Playfair Display': { like: 'Tinos', width: 0.452, line: 1.333, packaged: true },
  Lora: { like: 'Tinos', width: 0.468, line: 1.28, packaged: true },
  'EB Garamond': { like: 'Tinos', width: 0.385, line: 1.305, packaged: true },
  // Of these no tables are published there: either room to spare, or the width of a relative that is as wide or wider.
  Aptos: { like: 'Arimo' },
  'Aptos Display': { like: 'Arimo' },
  Candara: { like: 'Carlito' },
  Corbel: { like: 'Carlito' },
  'Gill Sans': { like: 'Carlito' },
  'Gill Sans MT': { like: 'Carlito' },
  'Tw Cen MT': { like: 'Carlito' },
  'Franklin Gothic Book': { like: 'Arimo' },
  'Franklin Gothic Medium': { like: 'Arimo' },
  Garamond: { like: 'Tinos' },
  'Book Antiqua': { like: 'Tinos', width: 0.4458 },
  Palatino: { like: 'Tinos', width: 0.4458 },
  'Palatino Linotype': { like: 'Tinos', width: 0.4458 },
  Constantia: { like: 'Tinos', width: 0.4458 },
  'DejaVu Sans': { like: 'Arimo', width: 0.5122 },
  'Century Gothic': { like: 'Arimo', width: 0.503 },
  'DejaVu Serif': { like: 'Tinos', width: 0.4876 },
  'Century Schoolbook': { like: 'Tinos', width: 0.4673 },
};

const byName = new Map(Object.entries(families).map(([name, known]) => [name.toLowerCase(), known]));

/** Where widths are not known: among families of a kind, few run wider than the one that ships by more. */
const UNKNOWN_WIDTH = 1.15;
/** Where lines are not known: above most families' own. */
const UNKNOWN_LINE = 1.25;

/** The family that shows `office` best, of those that ship and those that are installed beside the project. */
export function shownFont(office: string, projectRoot: string): ShownFont {
  const exact = fontPairs.find((pair) => [pair.office, pair.browser].some((name) => sameName(name, office)));
  if (exact !== undefined) return { pair: { ...exact, office: exact.office }, approximated: false };
  const known: KnownFamily = byName.get(office.toLowerCase()) ?? { like: likeByName(office) };
  const lineHeight = known.line ?? UNKNOWN_LINE;
  const own = [office, ...(known.twin === undefined ? [] : [known.twin])].find(
    (name) => isPackageName(name) && isInstalled(name, projectRoot),
  );
  if (own !== undefined) return { pair: { browser: own, office, widthFactor: 1, lineHeight }, approximated: false };
  const ratio = known.width === undefined ? UNKNOWN_WIDTH : known.width / shippedWidths[known.like];
  // Rounded up, and never below what was measured: some letters are wider where most are narrower.
  const widthFactor = Math.max(1, Math.ceil(ratio * 100 - 1e-6) / 100);
  const better = known.packaged ? office : known.twin;
  return {
    pair: { browser: known.like, office, widthFactor, lineHeight },
    approximated: ratio !== 1,
    ...(better === undefined ? {} : { package: fontPackage(better) }),
  };
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Names from a file become part of a package's name: only such as packages have. */
const isPackageName = (name: string): boolean => /^[a-z0-9][a-z0-9 -]{0,60}$/i.test(name);

function likeByName(name: string): KnownFamily['like'] {
  if (/\b(mono|code|courier|consolas|console|typewriter)/i.test(name)) return 'Cousine';
  if (/sans/i.test(name)) return 'Arimo';
  return /serif|roman|garamond|times|antiqua|bodoni|baskerville|caslon|didot|slab|book\b/i.test(name)
    ? 'Tinos'
    : 'Arimo';
}
