import { luminance, toHex, toRgb } from '../design/contrast.ts';
import type { Theme } from '../design/design.ts';

/**
 * Where a fill comes from: the team's colour or one of the theme's own, made lighter (`tone` towards 1) or darker
 * (towards -1) in HSL. DrawingML says the same with `satMod`, `lumMod` and `lumOff`, so that a change of theme recolours
 * the figure.
 */
export interface FigurePaint {
  readonly source: 'team' | 'surface' | 'ink';
  readonly tone: number;
}

export interface FigureTones {
  readonly ground: FigurePaint;
  /** For the pattern's layers, back to front. */
  readonly layers: readonly FigurePaint[];
}

/** Above this luminance a colour has more room below it than above. */
const BRIGHT = 0.36;

/**
 * Three tones that stay apart in greyscale on any team colour. Themes that save ink keep the paper and tint it instead.
 * `inverted` swaps which layer is strong, so that two figures of one team differ in weight too.
 */
export function figureTones(color: string, theme: Theme, inverted: boolean): FigureTones {
  const team = (tone: number): FigurePaint => ({ source: 'team', tone });
  if (theme.rail === 'ruled') {
    const layers = inverted ? [0.78, 0.2, 0.55] : [0.78, 0.55, 0.2];
    return { ground: { source: 'surface', tone: 0 }, layers: layers.map(team) };
  }
  const level = luminance(color);
  const [back, strong, soft] =
    level > BRIGHT ? [-0.3, 0.72, -0.6] : level < 0.1 ? [0.22, 0.85, 0.5] : [-0.34, 0.8, 0.36];
  const layers = inverted ? [soft, strong, back] : [back, strong, soft];
  return { ground: team(0), layers: layers.map((tone) => team(tone ?? 0)) };
}

export function paintColor(paint: FigurePaint, teamColor: string, theme: Theme): string {
  const source = paint.source === 'team' ? teamColor : theme.colors[paint.source];
  return paint.tone === 0 ? source : toned(source, paint.tone);
}

/** How much saturation a lighter tone keeps: pure hues turn to neon when they are only made lighter. */
export const TINT_SATURATION = 0.75;

/** Lightens or darkens in HSL, hue kept. `tone` -1 gives black, 0 the colour, 1 white. */
export function toned(color: string, tone: number): string {
  const [hue, saturation, lightness] = toHsl(color);
  if (tone < 0) return fromHsl(hue, saturation, lightness * (1 + tone));
  return fromHsl(hue, saturation * TINT_SATURATION, lightness + (1 - lightness) * tone);
}

function toHsl(color: string): [number, number, number] {
  const [r, g, b] = toRgb(color).map((value) => value / 255) as [number, number, number];
  const [low, high] = [Math.min(r, g, b), Math.max(r, g, b)];
  const [lightness, range] = [(low + high) / 2, high - low];
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sector = high === r ? ((g - b) / range + 6) % 6 : high === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [sector / 6, saturation, lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const channel = (offset: number): number => {
    const distance = Math.abs(((((hue * 6 + offset) % 6) + 6) % 6) - 3);
    return lightness + chroma * (Math.min(1, Math.max(0, distance - 1)) - 0.5);
  };
  return toHex([channel(0) * 255, channel(4) * 255, channel(2) * 255]);
}
