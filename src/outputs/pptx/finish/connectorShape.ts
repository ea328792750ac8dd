import type { Point } from '../../../layout/diagrams/model.ts';
import { simplified } from '../../../layout/diagrams/polyline.ts';

/**
 * A connector of PowerPoint that draws a given path. Extents and offset in points, of the box before it is turned about
 * its middle; `turn` in degrees clockwise. Adjust values are in hundred thousandths of the box.
 */
export interface ConnectorShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn: 0 | 90;
  readonly flipH: boolean;
  readonly flipV: boolean;
  readonly geometry:
    | { readonly preset: ConnectorPreset; readonly adjust: readonly number[] }
    /** For paths of more pieces than presets have: points from the corner of the box. */
    | { readonly path: readonly Point[] };
}

export type ConnectorPreset = 'straightConnector1' | `bentConnector${2 | 3 | 4 | 5}`;

const presets: readonly ConnectorPreset[] = [
  'straightConnector1',
  'bentConnector2',
  'bentConnector3',
  'bentConnector4',
  'bentConnector5',
];

const WHOLE = 100_000;

/**
 * Adjust values are shares of the box, which has no extent where both ends are level. Such a box is made so wide, and each
 * end is off by half of it; PowerPoint itself takes a point.
 */
const LEAST = 0.4;

/**
 * The connector that draws a path of level and upright pieces. Presets start level at the top left corner of their box
 * and end at its bottom right one; what starts upright is turned by a quarter, and flips put the start in its corner.
 */
export function connectorShape(points: readonly Point[]): ConnectorShape {
  const path = simplified(points);
  const [start, second] = path;
  const end = path.at(-1);
  if (start === undefined || second === undefined || end === undefined) throw new Error('A connector has two ends');
  const preset = presets[path.length - 2];
  if (preset === undefined) return freeform(path);
  const upright = path.length > 2 && Math.abs(second.x - start.x) < Math.abs(second.y - start.y);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  // A quarter clockwise takes (u, v) to (-v, u).
  const local = path.map(({ x, y }) =>
    upright ? { u: y - middle.y, v: middle.x - x } : { u: x - middle.x, v: y - middle.y },
  );
  const [first, last] = [local[0], local.at(-1)] as [Local, Local];
  const least = path.length > 3 ? LEAST : 0;
  const width = Math.max(least, Math.abs(last.u - first.u));
  const height = Math.max(path.length > 4 ? least : 0, Math.abs(last.v - first.v));
  const [flipH, flipV] = [last.u < first.u, last.v < first.v];
  const across = (u: number): number => Math.round((WHOLE * (flipH ? width / 2 - u : u + width / 2)) / width);
  const down = (v: number): number => Math.round((WHOLE * (flipV ? height / 2 - v : v + height / 2)) / height);
  // Bends alternate: of a level piece counts how far it reaches across, of an upright one how far down.
  const adjust = local.slice(1, -2).map(({ u, v }, index) => (index % 2 === 0 ? across(u) : down(v)));
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  return { ...box, turn: upright ? 90 : 0, flipH, flipV, geometry: { preset, adjust } };
}

interface Local {
  readonly u: number;
  readonly v: number;
}

function freeform(path: readonly Point[]): ConnectorShape {
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    x,
    y,
    width: Math.max(...xs) - x,
    height: Math.max(...ys) - y,
    turn: 0,
    flipH: false,
    flipV: false,
    geometry: { path: path.map((point) => ({ x: point.x - x, y: point.y - y }) as Point) },
  };
}
