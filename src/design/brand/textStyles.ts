import { child, element, elements, type XmlElement } from '../../ooxml/xml.ts';
import { pt } from '../units.ts';
import { type ColorScheme, paintOf } from './colors.ts';
import type { BrandPaint, BrandTextStyle } from './model.ts';

/** What styles are resolved with. */
export interface StyleContext {
  readonly scheme: ColorScheme;
  /** Families of the master's theme. */
  readonly fonts: { readonly heading: string; readonly body: string };
  /** Of the template's first theme: slides name these as the theme's. */
  readonly named: { readonly heading: string; readonly body: string };
}

const LEVELS = 9;
const EMU_PER_POINT = 12_700;
/** Where nothing says a size. */
const DEFAULT_SIZE = 18;
/** Of a line to the size, for what a file says of spacing in points: about what families have. */
const USUAL_LINE = 1.2;

/** Styles of the outline levels. `lists` are elements with `lvl1pPr` and so on, the nearest to the text first. */
export function textStyles(lists: readonly (XmlElement | undefined)[], context: StyleContext): BrandTextStyle[] {
  return Array.from({ length: LEVELS }, (_, index) => {
    const name = `a:lvl${index + 1}pPr`;
    const levels = lists.map((list) => child(list, name)).filter((level) => level !== undefined);
    return levelStyle(levels, context);
  });
}

function levelStyle(levels: readonly XmlElement[], context: StyleContext): BrandTextStyle {
  const runs = levels.map((level) => child(level, 'a:defRPr')).filter((run) => run !== undefined);
  const size = (numberOf(runs, 'sz') ?? DEFAULT_SIZE * 100) / 100;
  const margin = numberOf(levels, 'marL') ?? 0;
  const first = margin + (numberOf(levels, 'indent') ?? 0);
  return {
    size: pt(size),
    sized: numberOf(runs, 'sz') !== undefined,
    bold: /^(1|true|on)$/.test(attributeOf(runs, 'b') ?? ''),
    capitals: attributeOf(runs, 'cap') === 'all',
    font: fontOf(runs, context),
    color: colorOf(runs, context.scheme),
    align: alignOf(attributeOf(levels, 'algn')),
    lineSpacing: lineSpacingOf(levels, size),
    spaceBefore: pt(spaceOf(levels, 'a:spcBef', size)),
    indent: pt(Math.max(0, margin, first) / EMU_PER_POINT),
    bullet: hasBullet(levels),
  };
}

/** The first that says it. */
function attributeOf(owners: readonly XmlElement[], name: string): string | undefined {
  return owners.find(({ attributes }) => attributes[name] !== undefined)?.attributes[name];
}

function numberOf(owners: readonly XmlElement[], name: string): number | undefined {
  const value = Number(attributeOf(owners, name) ?? 'none');
  return Number.isFinite(value) ? value : undefined;
}

function fontOf(runs: readonly XmlElement[], { fonts, named }: StyleContext): BrandTextStyle['font'] {
  const family = attributeOf(
    runs.map((run) => child(run, 'a:latin')).filter((latin) => latin !== undefined),
    'typeface',
  );
  const use = family === '+mj-lt' ? 'heading' : family === undefined || /^\+|^$/.test(family) ? 'body' : undefined;
  if (use === undefined) return { family: family as string };
  return fonts[use] === named[use] ? use : { family: fonts[use] };
}

function colorOf(runs: readonly XmlElement[], scheme: ColorScheme): BrandPaint {
  for (const run of runs) {
    const gradient = child(child(child(run, 'a:gradFill'), 'a:gsLst'), 'a:gs');
    const paint = paintOf(child(run, 'a:solidFill'), scheme) ?? paintOf(gradient, scheme);
    if (paint !== undefined) return paint;
  }
  return paintOf(usualFill, scheme) ?? { hex: '#000000' };
}

const usualFill = element('a:solidFill', {}, element('a:schemeClr', { val: 'tx1' }));

function alignOf(written: string | undefined): BrandTextStyle['align'] {
  if (written === 'ctr') return 'center';
  return written === 'r' ? 'end' : 'start';
}

function lineSpacingOf(levels: readonly XmlElement[], size: number): number {
  const spacing = spacingOf(levels, 'a:lnSpc');
  if (spacing === undefined) return 1;
  return spacing.points === undefined ? spacing.share : spacing.points / (size * USUAL_LINE);
}

function spaceOf(levels: readonly XmlElement[], name: string, size: number): number {
  const spacing = spacingOf(levels, name);
  if (spacing === undefined) return 0;
  return spacing.points ?? spacing.share * size * USUAL_LINE;
}

type Spacing = { readonly share: number; readonly points?: undefined } | { readonly points: number };

function spacingOf(levels: readonly XmlElement[], name: string): Spacing | undefined {
  for (const level of levels) {
    const spacing = child(level, name);
    const share = Number(child(spacing, 'a:spcPct')?.attributes.val ?? 'none');
    if (Number.isFinite(share)) return { share: share / 100_000 };
    const points = Number(child(spacing, 'a:spcPts')?.attributes.val ?? 'none');
    if (Number.isFinite(points)) return { points: points / 100 };
  }
  return undefined;
}

const bullets: readonly string[] = ['a:buNone', 'a:buChar', 'a:buAutoNum', 'a:buBlip'];

function hasBullet(levels: readonly XmlElement[]): boolean {
  const nearest = levels.flatMap(elements).find(({ name }) => bullets.includes(name));
  return nearest !== undefined && nearest.name !== 'a:buNone';
}
