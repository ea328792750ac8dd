import type { BrandLayout } from '../../../../design/brand/model.ts';
import { type Box, box, overlapOf } from '../../../box.ts';

/** Drawings that cover less of the content than this are left to be seen. */
const COVERED = 0.08;
/** Around the content. */
const EDGE = 10;

/**
 * A ground for the content of layouts that draw something behind it, or have a picture for a background: text of ours is
 * made for the theme's plain background.
 */
export function panelOn(layout: BrandLayout, area: Box, scale: number): Box | undefined {
  const covered = layout.drawn.reduce((total, drawn) => total + overlapOf(area, drawn), 0);
  const plain = layout.background !== undefined && covered < COVERED * area.width * area.height;
  if (plain) return undefined;
  const edge = EDGE * scale;
  return box(area.x - edge, area.y - edge, area.width + 2 * edge, area.height + 2 * edge);
}
