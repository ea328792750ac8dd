import type { Graph, GraphGroup } from '../../deck/graphs/model.ts';
import type { Arranged } from './arranged.ts';
import type { EdgeLabel } from './edgeLabel.ts';
import { placedGroup } from './groupHead.ts';
import type { PlacedEdge, Point, Side } from './model.ts';
import type { NodeFace } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { anchored, middleOfSide } from './polyline.ts';
import type { TextSetter } from './setText.ts';

/** An architecture with the sizes of all that stands in it. */
export interface Measured {
  readonly graph: Graph;
  readonly faces: ReadonlyMap<string, NodeFace>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
  readonly setter: TextSetter;
}

/** An arrow's way through the picture, and from which side of its parts it starts and ends. */
interface EdgeRun {
  readonly start: Side;
  readonly end: Side;
  readonly points: readonly Point[];
}

/** Distances that all ways share. */
export const zoneSpacing: Readonly<Record<string, string>> = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.spacing.nodeNode': '16',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.componentComponent': '16',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
};

/** Everything at the places that elk gave; `run` says how each arrow goes. */
export function placedZones(
  { graph, faces, labels, setter }: Measured,
  places: Arranged,
  run: (edge: Graph['edges'][number]) => EdgeRun,
): PlacedGraph {
  const depths = depthsOf(graph.groups);
  return {
    width: places.width,
    height: places.height,
    groups: graph.groups
      .map((group) => placedGroup(group, places.boxOf(group.id), depths.get(group.id) ?? 0, setter))
      .sort((a, b) => a.depth - b.depth),
    nodes: graph.nodes.map(({ id }) => {
      const { x, y } = places.boxOf(id);
      return (faces.get(id) as NodeFace).place(x, y);
    }),
    edges: graph.edges.map((edge): PlacedEdge => {
      const { start, end, points } = run(edge);
      const at = places.labelOf(edge.id);
      return {
        edge,
        start,
        end,
        points: anchored(
          points,
          middleOfSide(places.boxOf(edge.from), start),
          middleOfSide(places.boxOf(edge.to), end),
        ),
        ...(at === undefined ? {} : labels.get(edge.id)?.place(at.x, at.y)),
      };
    }),
  };
}

function depthsOf(groups: readonly GraphGroup[]): Map<string, number> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string): number => {
    const parent = parents.get(id);
    return parent === undefined ? 0 : depthOf(parent) + 1;
  };
  return new Map(groups.map(({ id }) => [id, depthOf(id)]));
}
