import type { PathCommand } from '../../../design/paths.ts';
import { box } from '../../../layout/box.ts';
import type { Imposition, Line, Sheet } from '../../../layout/imposition/model.ts';
import type { Color, ShapeSpec } from '../slideSpec.ts';
import { endsOf, type Shift } from './backOffset.ts';

/** Thin enough not to show on a card that was cut a hair off. */
const WIDTH = 0.25;

/** Lines to cut and to fold along, as one shape; none on sheets that are perforated. */
export function cutMarks(
  { marks, backMarks, fold }: Imposition,
  side: Sheet['side'],
  shift: Shift,
  color: Color,
): ShapeSpec[] {
  return [
    ...lineShape('Cut marks', side === 'back' ? backMarks : marks, shift, color),
    ...lineShape('Fold', fold === undefined ? [] : [fold], shift, color),
  ];
}

function lineShape(name: string, lines: readonly Line[], shift: Shift, color: Color): ShapeSpec[] {
  if (lines.length === 0) return [];
  const ends = lines.map((line) => endsOf(line, shift));
  const [left, right] = span(ends.flat().map(({ x }) => x));
  const [top, bottom] = span(ends.flat().map(({ y }) => y));
  // A single line has no width or no height, which no shape may have.
  const place = box(left, top, Math.max(right - left, WIDTH), Math.max(bottom - top, WIDTH));
  const commands = ends.flatMap(([from, to]): PathCommand[] => [
    ['M', from.x - left, from.y - top],
    ['L', to.x - left, to.y - top],
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
