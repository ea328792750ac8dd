import { mix, toRgb } from '../../design/contrast.ts';
import type { Scheme, SchemeSlot } from './slideSpec.ts';

/** A colour of the scheme, laid over the surface so thinly that it looks like another one. */
export interface ThinLayer {
  readonly scheme: SchemeSlot;
  readonly alpha: number;
}

/** In steps of the eye: what is farther off than this (of 441, in sRGB) is another colour. */
const FARTHEST = 24;
const STEPS = 60;

/**
 * The layer that comes nearest to a colour. Grounds and lines that are layers suit whatever theme the deck gets: a
 * fixed light ground would be unreadable below the light text of a dark theme. Undefined when none of `slots` comes near.
 */
export function thinLayer(
  hex: string,
  surface: string,
  scheme: Scheme,
  slots: readonly SchemeSlot[],
): ThinLayer | undefined {
  const layers = slots.flatMap((slot) =>
    Array.from({ length: STEPS }, (_, step) => ({ scheme: slot, alpha: (step + 1) / 100 })),
  );
  const found = layers
    .map((layer) => ({ layer, off: distance(hex, mix(surface, scheme[layer.scheme], layer.alpha)) }))
    .reduce((best, each) => (each.off < best.off ? each : best));
  return found.off > FARTHEST ? undefined : found.layer;
}

function distance(a: string, b: string): number {
  const [first, second] = [toRgb(a), toRgb(b)];
  return Math.hypot(...first.map((value, index) => value - (second[index] ?? 0)));
}
