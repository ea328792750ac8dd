import { pt } from '../../design/units.ts';
import { type Box, box } from '../box.ts';
import type { ElkExtendedEdge, ElkNode } from './elk.ts';
import type { Point } from './model.ts';

/** Places that elk gave, by id; all from the top left corner of the picture. */
export interface Arranged {
  readonly width: number;
  readonly height: number;
  boxOf(id: string): Box;
  /** Undefined where elk has no such arrow. */
  pathOf(id: string): readonly Point[] | undefined;
  /** Where the label of an arrow begins. */
  labelOf(id: string): Point | undefined;
}

/** Asks for places from the corner of the picture. */
export const fromCorner: Readonly<Record<string, string>> = {
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
};

/** Reads a graph that was laid out with `fromCorner`. */
export function arranged(root: ElkNode): Arranged {
  const boxes = new Map<string, Box>();
  const edges = new Map<string, ElkExtendedEdge>();
  const gather = (node: ElkNode): void => {
    boxes.set(node.id, box(node.x ?? 0, node.y ?? 0, node.width ?? 0, node.height ?? 0));
    for (const edge of node.edges ?? []) edges.set(edge.id, edge);
    for (const child of node.children ?? []) gather(child);
  };
  gather(root);
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    boxOf(id) {
      const found = boxes.get(id);
      if (found === undefined) throw new Error(`Nothing was placed for ${id}`);
      return found;
    },
    pathOf(id) {
      const [section] = edges.get(id)?.sections ?? [];
      if (section === undefined) return undefined;
      return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => point(x, y));
    },
    labelOf(id) {
      const [label] = edges.get(id)?.labels ?? [];
      return label === undefined ? undefined : point(label.x ?? 0, label.y ?? 0);
    },
  };
}

export const point = (x: number, y: number): Point => ({ x: pt(x), y: pt(y) });
