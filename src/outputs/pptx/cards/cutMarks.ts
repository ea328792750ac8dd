import type { PathCommand } from '../../../design/paths.ts';
import { mmToPt } from '../../../design/units.ts';
import { box } from '../../../layout/box.ts';
import type { Imposition, Line, Sheet } from '../../../layout/imposition/model.ts';
import type { Color, ShapeSpec } from '../slideSpec.ts';

/** Thin enough not to show on a card that was cut a hair off. */
const WIDTH = 0.25;

/** Lines to cut and to fold along, as one shape; none on sheets that are perforated. */
export function cutMarks({ marks, backMarks, fold }: Imposition, side: Sheet['side'], color: Color): ShapeSpec[] {
  return [
    ...lineShape('Cut marks', side === 'back' ? backMarks : marks, color),
    ...lineShape('Fold', fold === undefined ? [] : [fold], color),
  ];
}

function lineShape(name: string, lines: readonly Line[], color: Color): ShapeSpec[] {
  if (lines.length === 0) return [];
  const [left, right] = span(lines.flatMap(({ x1, x2 }) => [mmToPt(x1), mmToPt(x2)]));
  const [top, bottom] = span(lines.flatMap(({ y1, y2 }) => [mmToPt(y1), mmToPt(y2)]));
  // A single line has no width or no height, which no shape may have.
  const place = box(left, top, Math.max(right - left, WIDTH), Math.max(bottom - top, WIDTH));
  const commands = lines.flatMap(({ x1, y1, x2, y2 }): PathCommand[] => [
    ['M', mmToPt(x1) - left, mmToPt(y1) - top],
    ['L', mmToPt(x2) - left, mmToPt(y2) - top],
  ]);
  return [
    {
      kind: 'shape',
      name,
      box: place,
      geometry: { kind: 'path', commands, viewBox: [place.width, place.height] },
      stroke: { color, width: WIDTH },
      description: { decorative: true },
    },
  ];
}

function span(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
