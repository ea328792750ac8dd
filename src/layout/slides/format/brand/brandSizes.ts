import type { BrandTemplate } from '../../../../design/brand/model.ts';
import { type Pt, pt } from '../../../../design/units.ts';
import { FLOOR, ownFormat } from '../ownFormat.ts';
import type { TypeScale } from '../model.ts';

/**
 * How large a slide is beside ours of 960 x 540 pt. Narrow slides are as high as wide ones, so their width counts for
 * less.
 */
export function scaleOf({ width, height }: Pick<BrandTemplate, 'width' | 'height'>): number {
  return Math.min(height / ownFormat.height, Math.sqrt(width / ownFormat.width));
}

/** Our type scale on a slide of another size; the floor grows with the slide, but never shrinks. */
export function brandSizes(scale: number): TypeScale {
  const floor = pt(Math.round(FLOOR * Math.max(1, scale)));
  const scaled = (size: Pt): Pt => pt(Math.max(floor, Math.round(size * scale)));
  const { sizes } = ownFormat;
  return {
    id: scaled(sizes.id),
    identity: scaled(sizes.identity),
    value: scaled(sizes.value),
    summary: scaled(sizes.summary),
    accessTable: scaled(sizes.accessTable),
    strip: scaled(sizes.strip),
    label: floor,
    floor,
  };
}
