import type { Pt } from '../../design/units.ts';
import { mirrored } from '../box.ts';
import type { Box } from '../box.ts';
import type { FittedSlide } from './model.ts';

/** The slide as it stands in a script that reads from right to left: every box on the other side. */
export function mirroredSlide<S extends FittedSlide>(slide: S, slideWidth: Pt): S {
  return mirroredValue(slide, slideWidth) as S;
}

/** Boxes are what has a place; cards and texts hold none, and are shared rather than copied. A picture of the work was laid out in the direction of the deck. */
function mirroredValue(value: unknown, slideWidth: Pt): unknown {
  if (Array.isArray(value)) return value.map((inner) => mirroredValue(inner, slideWidth));
  if (typeof value !== 'object' || value === null) return value;
  if (isBox(value)) return mirrored(value, slideWidth);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, untouched.has(key) ? inner : mirroredValue(inner, slideWidth)]),
  );
}

const untouched: ReadonlySet<string> = new Set(['card', 'paragraphs', 'header', 'rows', 'picture']);

function isBox(value: object): value is Box {
  return 'x' in value && 'y' in value && 'width' in value && 'height' in value;
}
