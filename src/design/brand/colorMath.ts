import { toHex, toRgb } from '../contrast.ts';

/** Parts from 0 to 1. */
type Triple = readonly [number, number, number];

/** A change that DrawingML makes to a colour; `value` is a share: 0.75 for 75 %. */
export type ColorChange = (hex: string, value: number) => string;

/** Changes by the names of their elements. Those that are missing here are rare; a colour then stays as it is. */
export const colorChanges: Readonly<Record<string, ColorChange>> = {
  'a:lumMod': (hex, value) => inHsl(hex, ([h, s, l]) => [h, s, l * value]),
  'a:lumOff': (hex, value) => inHsl(hex, ([h, s, l]) => [h, s, l + value]),
  'a:satMod': (hex, value) => inHsl(hex, ([h, s, l]) => [h, s * value, l]),
  'a:satOff': (hex, value) => inHsl(hex, ([h, s, l]) => [h, s + value, l]),
  'a:hueMod': (hex, value) => inHsl(hex, ([h, s, l]) => [h * value, s, l]),
  // Office darkens and lightens light itself, not the numbers that stand for it.
  'a:shade': (hex, value) => inLight(hex, (part) => part * value),
  'a:tint': (hex, value) => inLight(hex, (part) => part * value + (1 - value)),
  'a:inv': (hex) => inLight(hex, (part) => 1 - part),
  'a:gray': (hex) => {
    const [r, g, b] = lightOf(hex);
    const gray = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return inLight(hex, () => gray);
  },
};

/** Of light, 0 to 1, as `scrgbClr` writes colours. */
export function hexOfLight(light: Triple): string {
  return toHex(triple((index) => encode(clamp(light[index] ?? 0)) * 255));
}

export function hexOfHsl([h, s, l]: Triple): string {
  const chroma = (1 - Math.abs(2 * clamp(l) - 1)) * clamp(s);
  const channel = (offset: number): number => {
    const k = (offset + (((h % 1) + 1) % 1) * 12) % 12;
    return clamp(clamp(l) - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return toHex([channel(0) * 255, channel(8) * 255, channel(4) * 255]);
}

function inHsl(hex: string, change: (hsl: Triple) => Triple): string {
  const [r, g, b] = toRgb(hex).map((part) => part / 255) as unknown as Triple;
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = most - least;
  const l = (most + least) / 2;
  const s = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * l - 1));
  const h = chroma === 0 ? 0 : hueOf(r, g, b, most, chroma) / 6;
  return hexOfHsl(change([(h + 1) % 1, s, l]));
}

function hueOf(r: number, g: number, b: number, most: number, chroma: number): number {
  if (most === r) return (g - b) / chroma;
  return most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
}

function inLight(hex: string, change: (part: number) => number): string {
  const light = lightOf(hex);
  return hexOfLight(triple((index) => change(light[index] ?? 0)));
}

function lightOf(hex: string): Triple {
  const rgb = toRgb(hex);
  return triple((index) => {
    const share = (rgb[index] ?? 0) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}

const encode = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
/** Also of what is no number at all. */
const clamp = (part: number): number => (part > 0 ? Math.min(1, part) : 0);
const triple = (of: (index: number) => number): Triple => [of(0), of(1), of(2)];
