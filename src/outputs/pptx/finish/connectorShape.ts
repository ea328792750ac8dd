import { pt } from '../../../design/units.ts';
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
    /** For paths of more pieces than presets have: points from the corner of the box, which may lie outside of it. */
    | { readonly path: readonly Point[] };
  /** Whether a program that draws connectors by rules of its own, from side to side by the middle, draws this one right. */
  readonly isUsual: boolean;
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
 * Paths of our own keep to that, so that their ends are where programs look for them.
 */
export function connectorShape(points: readonly Point[]): ConnectorShape {
  const path = simplified(points);
  const [start, second] = path;
  const end = path.at(-1);
  if (start === undefined || second === undefined || end === undefined) throw new Error('A connector has two ends');
  const upright = path.length > 2 && Math.abs(second.x - start.x) < Math.abs(second.y - start.y);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  // A quarter clockwise takes (u, v) to (-v, u).
  const turned = path.map(({ x, y }) =>
    upright ? { u: y - middle.y, v: middle.x - x } : { u: x - middle.x, v: y - middle.y },
  );
  const [first, last] = [turned[0], turned.at(-1)] as [Place, Place];
  const width = Math.max(path.length > 3 ? LEAST : 0, Math.abs(last.u - first.u));
  const height = Math.max(path.length > 4 ? LEAST : 0, Math.abs(last.v - first.v));
  const [flipH, flipV] = [last.u < first.u, last.v < first.v];
  const local = turned.map(({ u, v }) => ({ u: width / 2 + (flipH ? -u : u), v: height / 2 + (flipV ? -v : v) }));
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const geometry = geometryOf(local, width, height);
  return { ...box, turn: upright ? 90 : 0, flipH, flipV, geometry, isUsual: isUsual(geometry) };
}

interface Place {
  readonly u: number;
  readonly v: number;
}

function geometryOf(local: readonly Place[], width: number, height: number): ConnectorShape['geometry'] {
  const preset = presets[local.length - 2];
  if (preset === undefined) return { path: local.map(({ u, v }) => ({ x: pt(u), y: pt(v) })) };
  // Bends alternate: of a level piece counts how far it reaches across, of an upright one how far down.
  const adjust = local
    .slice(1, -2)
    .map(({ u, v }, index) => Math.round(WHOLE * (index % 2 === 0 ? u / width : v / height)));
  return { preset, adjust };
}

/** Of the way, in hundred thousandths, that a middle may be off. */
const NEARLY = 2500;

function isUsual(geometry: ConnectorShape['geometry']): boolean {
  if ('path' in geometry || geometry.adjust.length > 1) return false;
  return geometry.adjust.every((value) => Math.abs(value - WHOLE / 2) < NEARLY);
}

/** The same path in a box around all of it, without turns: as any program draws it. */
export function freeformOf(points: readonly Point[]): Pick<ConnectorShape, 'x' | 'y' | 'width' | 'height'> & {
  readonly path: readonly Point[];
} {
  const path = simplified(points);
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    x,
    y,
    width: Math.max(...xs) - x,
    height: Math.max(...ys) - y,
    path: path.map((point) => ({ x: pt(point.x - x), y: pt(point.y - y) })),
  };
}
