import { AA_TEXT, contrast, luminance, mix } from '../contrast.ts';
import type { Theme, ThemeColors } from '../design.ts';
import type { BrandTemplate } from './model.ts';

type Colors = BrandTemplate['colors'];

/** Tokens, and which colours of the template could not be taken as they are. */
export interface BrandColorTokens {
  readonly mode: Theme['mode'];
  readonly colors: ThemeColors;
  readonly changed: readonly string[];
}

const BLACK = '#000000';
const WHITE = '#ffffff';
/** Running text has more contrast than it must, so that tints have room. */
const INK_CONTRAST = 7;
/** Black or white on the surface; below it the surface is a middle tone, on which nothing quiet can be read. */
const SURFACE_CONTRAST = 9;
/** How much of the text's contrast a second surface may take away. */
const KEEPS = 0.75;

/** Attention is a red, whatever the brand: dark enough or light enough to begin with. */
const attentionReds = { light: '#a63a00', dark: '#ff9d7a' } as const;

export function brandColorTokens(colors: Colors): BrandColorTokens {
  const mode = modeOf(colors);
  // Towards `pole` text gets stronger, and away from it surfaces do.
  const [pole, other] = mode === 'light' ? [BLACK, WHITE] : [WHITE, BLACK];
  const surface = firstToward(colors.bg1, other, (one) => contrast(pole, one) >= SURFACE_CONTRAST);
  const ink = firstToward(colors.tx1, pole, (one) => contrast(one, surface) >= INK_CONTRAST);
  const calm = (background: string): boolean =>
    contrast(ink, background) >= Math.max(AA_TEXT, contrast(ink, surface) * KEEPS);
  const tint = strongest(surface, ink, 0.06, calm);
  const production = strongest(surface, warmest(colors), 0.22, calm);
  const ground = colors.bg2 !== surface && calm(colors.bg2) ? colors.bg2 : strongest(surface, ink, 0.04, calm);
  const reads = (text: string): boolean =>
    [surface, tint, production, ground].every((background) => contrast(text, background) >= AA_TEXT);
  const text = (wanted: string): string => {
    const found = firstToward(wanted, pole, reads);
    return reads(found) ? found : ink;
  };
  const link = text(colors.hlink);
  return {
    mode,
    colors: {
      ground,
      surface,
      tint,
      ink,
      quiet: colors.tx2 !== ink && reads(colors.tx2) ? colors.tx2 : strongest(ink, surface, 0.45, reads),
      rule: mix(surface, ink, 0.2),
      link,
      production,
      attention: text(attentionReds[mode]),
    },
    changed: [
      ...(surface === colors.bg1 ? [] : [`background ${colors.bg1} as ${surface}`]),
      ...(ink === colors.tx1 ? [] : [`text ${colors.tx1} as ${ink}`]),
      ...(link === colors.hlink ? [] : [`links ${colors.hlink} as ${link}`]),
    ],
  };
}

/** Middle tones take the text that reads better on them. */
function modeOf({ bg1, tx1 }: Colors): Theme['mode'] {
  const [background, text] = [luminance(bg1), luminance(tx1)];
  if (contrast(bg1, tx1) >= AA_TEXT) return background > text ? 'light' : 'dark';
  return contrast(BLACK, bg1) >= contrast(WHITE, bg1) ? 'light' : 'dark';
}

const STEPS = 20;

/** The first of ever stronger mixes that will do; `to` itself when none does. */
function firstToward(from: string, to: string, willDo: (color: string) => boolean): string {
  for (let step = 0; step < STEPS; step += 1) {
    const color = mix(from, to, step / STEPS);
    if (willDo(color)) return color;
  }
  return to;
}

/** The strongest mix up to `most` that will do; `from` itself when none does. */
function strongest(from: string, to: string, most: number, willDo: (color: string) => boolean): string {
  for (let step = STEPS; step > 0; step -= 1) {
    const color = mix(from, to, (most * step) / STEPS);
    if (willDo(color)) return color;
  }
  return from;
}

/** The accent nearest to orange, where there is one that is warm at all; else the first. */
function warmest(colors: Colors): string {
  const accents = [colors.accent1, colors.accent2, colors.accent3, colors.accent4, colors.accent5, colors.accent6];
  const warm = accents
    .map((color) => ({ color, far: farFromOrange(color) }))
    .filter(({ far }) => far <= 40)
    .sort((one, two) => one.far - two.far);
  return warm[0]?.color ?? colors.accent1;
}

/** Degrees of hue; none for what is nearly grey. */
function farFromOrange(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255];
  const chroma = Math.max(r, g, b) - Math.min(r, g, b);
  if (chroma < 40) return Number.POSITIVE_INFINITY;
  const hue = (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
  return Math.abs(hue - 40);
}
