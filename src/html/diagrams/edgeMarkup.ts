import type { PlacedEdge, Point } from '../../layout/diagrams/model.ts';
import { simplified } from '../../layout/diagrams/polyline.ts';
import { num } from './numbers.ts';
import type { DiagramPaint } from './paint.ts';

const RADIUS = 5;
const HEAD = { length: 7, half: 3.5 } as const;
const WIDTH = 1.25;

/** An arrow: a line with rounded corners, dashed where it leads back, and its head as a shape that every program draws. */
export function edgeMarkup({ edge, points }: PlacedEdge, paint: DiagramPaint): string {
  const path = simplified(points);
  const [before, tip] = path.slice(-2);
  if (before === undefined || tip === undefined) return '';
  const isBack = edge.kind === 'feedback';
  const neck = towards(tip, before, HEAD.length - 1);
  const line = [...path.slice(0, -1), neck];
  const dashes = isBack ? ' stroke-dasharray="5 3"' : '';
  return (
    `<path d="${roundedPath(line)}" stroke-width="${WIDTH}"${dashes}${paint.part(isBack ? 'feedback' : 'arrow')}/>` +
    `<path d="${headPath(tip, before)}"${paint.part(isBack ? 'feedbackHead' : 'arrowHead')}/>`
  );
}

/** The same line, its corners taken off as far as the pieces are long enough. */
export function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [from, to] = [points[index - 1], points[index + 1]];
      if (from === undefined) return `M${at(point)}`;
      if (to === undefined) return `L${at(point)}`;
      const radius = Math.min(RADIUS, distance(from, point) / 2, distance(point, to) / 2);
      return `L${at(towards(point, from, radius))}Q${at(point)} ${at(towards(point, to, radius))}`;
    })
    .join('');
}

function headPath(tip: Point, before: Point): string {
  const base = towards(tip, before, HEAD.length);
  const length = distance(tip, before) || 1;
  const [across, along] = [((tip.y - before.y) / length) * HEAD.half, ((tip.x - before.x) / length) * HEAD.half];
  return (
    `M${num(tip.x)} ${num(tip.y)}L${num(base.x + across)} ${num(base.y - along)}` +
    `L${num(base.x - across)} ${num(base.y + along)}Z`
  );
}

const at = ({ x, y }: { readonly x: number; readonly y: number }): string => `${num(x)} ${num(y)}`;

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** `length` from `from` on the way to `to`, and no further than that. */
function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : Math.min(1, length / whole);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share } as Point;
}
