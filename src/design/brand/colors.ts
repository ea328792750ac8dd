import { child, elements, type XmlElement } from '../../ooxml/xml.ts';
import { mix } from '../contrast.ts';
import { type ColorChange, colorChanges, hexOfHsl, hexOfLight } from './colorMath.ts';
import type { BrandColor, BrandPaint } from './model.ts';

export const brandColors = [
  'tx1',
  'bg1',
  'tx2',
  'bg2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const satisfies readonly BrandColor[];

/** Colours of a theme by their own names, `dk1` and `lt1` among them, and which of them slides mean by `tx1`. */
export interface ColorScheme {
  readonly slots: Readonly<Record<string, string>>;
  /** From names that slides use to names of the theme. */
  readonly map: Readonly<Record<string, string>>;
  /** The map that slides have, where the layout's own is another: names are given by it. */
  readonly slideMap: Readonly<Record<string, string>>;
}

const usualMap: Readonly<Record<string, string>> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' };

/** Office's own, for a theme that leaves one out. */
const usualSlots: Readonly<Record<string, string>> = {
  dk1: '#000000',
  lt1: '#ffffff',
  dk2: '#44546a',
  lt2: '#e7e6e6',
  accent1: '#4472c4',
  accent2: '#ed7d31',
  accent3: '#a5a5a5',
  accent4: '#ffc000',
  accent5: '#5b9bd5',
  accent6: '#70ad47',
  hlink: '#0563c1',
  folHlink: '#954f72',
};

/** @param theme root of a theme part; @param master root of the slide master whose map applies */
export function colorSchemeOf(theme: XmlElement | undefined, master: XmlElement): ColorScheme {
  const written = child(child(theme, 'a:themeElements'), 'a:clrScheme');
  const slots: Record<string, string> = { ...usualSlots };
  for (const slot of written === undefined ? [] : elements(written)) {
    const [color] = elements(slot);
    const hex = color === undefined ? undefined : plainHex(color);
    if (hex !== undefined) slots[slot.name.replace(/^a:/, '')] = hex;
  }
  const map = { ...usualMap, ...child(master, 'p:clrMap')?.attributes };
  return { slots, map, slideMap: map };
}

/** The scheme as a layout sees it: it may swap dark and light. */
export function overriddenBy(layout: XmlElement, scheme: ColorScheme): ColorScheme {
  const override = child(child(layout, 'p:clrMapOvr'), 'a:overrideClrMapping');
  return override === undefined ? scheme : { ...scheme, map: { ...scheme.map, ...override.attributes } };
}

/** `#rrggbb` of a name that slides or themes use. */
export function schemeHex(name: string, { slots, map }: ColorScheme): string | undefined {
  return slots[map[name] ?? name];
}

/** What slides call a colour of the theme, `lt1` for example. */
function slideName(slot: string, { slideMap }: ColorScheme): BrandColor | undefined {
  return brandColors.find((name) => (slideMap[name] ?? name) === slot);
}

/**
 * The paint of a fill or of whatever else holds a colour element. `placeholder` is what `phClr` stands for. A colour
 * that lets the ground through is mixed with the scheme's background.
 */
export function paintOf(
  holder: XmlElement | undefined,
  scheme: ColorScheme,
  placeholder?: BrandPaint,
): BrandPaint | undefined {
  const color = holder === undefined ? undefined : elements(holder).find(({ name }) => name.endsWith('Clr'));
  if (color === undefined) return undefined;
  const base = basePaint(color, scheme, placeholder);
  if (base === undefined) return undefined;
  let { hex } = base;
  let alpha = 1;
  for (const change of elements(color)) {
    const value = Number(change.attributes.val ?? '100000') / 100_000;
    if (!Number.isFinite(value)) continue;
    if (change.name === 'a:alpha') alpha = Math.min(1, Math.max(0, value));
    else hex = (colorChanges[change.name] ?? unchanged)(hex, value);
  }
  if (alpha < 1) hex = mix(schemeHex('bg1', scheme) ?? '#ffffff', hex, alpha);
  return hex === base.hex && base.scheme !== undefined ? base : { hex };
}

const unchanged: ColorChange = (hex) => hex;

function basePaint(color: XmlElement, scheme: ColorScheme, placeholder?: BrandPaint): BrandPaint | undefined {
  if (color.name !== 'a:schemeClr') {
    const hex = plainHex(color);
    return hex === undefined ? undefined : { hex };
  }
  const { val = '' } = color.attributes;
  if (val === 'phClr') return placeholder;
  const hex = schemeHex(val, scheme);
  if (hex === undefined) return undefined;
  const name = slideName(scheme.map[val] ?? val, scheme);
  return name === undefined ? { hex } : { hex, scheme: name };
}

/** Colours that stand for themselves, their changes left out. */
function plainHex({ name, attributes }: XmlElement): string | undefined {
  const { val = '', lastClr = '' } = attributes;
  const share = (key: string): number => Number(attributes[key] ?? '0') / 100_000;
  switch (name) {
    case 'a:srgbClr':
      return hexOrNone(val);
    case 'a:sysClr':
      return hexOrNone(lastClr) ?? (/text|frame/i.test(val) ? '#000000' : '#ffffff');
    case 'a:scrgbClr':
      return hexOfLight([share('r'), share('g'), share('b')]);
    case 'a:hslClr':
      return hexOfHsl([Number(attributes.hue ?? '0') / 21_600_000, share('sat'), share('lum')]);
    case 'a:prstClr':
      return presets[val];
    default:
      return undefined;
  }
}

const hexOrNone = (value: string): string | undefined =>
  /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined;

/** The named colours that themes use; others are left to what is inherited. */
const presets: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  dkGray: '#a9a9a9',
  ltGray: '#d3d3d3',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  navy: '#000080',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  silver: '#c0c0c0',
  teal: '#008080',
  maroon: '#800000',
};
