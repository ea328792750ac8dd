import { ptToEmu } from '../../../design/units.ts';
import type { Box } from '../../../layout/box.ts';

/** Where a box is and how large, in EMU. */
export function placeOf({ x, y, width, height }: Box): {
  offset: Record<string, number>;
  extent: Record<string, number>;
} {
  return {
    offset: { x: ptToEmu(x), y: ptToEmu(y) },
    extent: { cx: ptToEmu(width), cy: ptToEmu(height) },
  };
}
