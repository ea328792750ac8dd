import type { Graph, GraphGroup } from '../../deck/graphs/model.ts';
import { type Arranged, arranged, fromCorner } from './arranged.ts';
import { type EdgeLabel, labelsOf } from './edgeLabel.ts';
import type { Arrange, ElkNode } from './elk.ts';
import { elkBox, elkEdge, layered, portOf } from './elkOptions.ts';
import { headHeight, headWidth, placedGroup } from './groupHead.ts';
import type { Side } from './model.ts';
import { type NodeFace, nodeFace, widthOfNodes } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { anchored, middleOfSide } from './polyline.ts';
import type { TextSetter } from './setText.ts';
import { diagramSizes } from './sizes.ts';

/** Parts in the frames of their zones, along the arrows: from left to right or downwards, whichever fills a screen better. */
export async function layoutArchitecture(graph: Graph, setter: TextSetter, arrange: Arrange): Promise<PlacedGraph> {
  const width = widthOfNodes(graph.nodes, diagramSizes.part, setter);
  const faces = new Map(graph.nodes.map((node) => [node.id, nodeFace(node, width, setter)]));
  const labels = labelsOf(graph.edges, setter);
  const ways: readonly Way[] = ['RIGHT', 'DOWN'];
  const roots = await arrange(ways.map((way) => elkGraph(graph, way, faces, labels, setter)));
  const [best] = roots
    .map((root, index) => ({ way: ways[index] as Way, places: arranged(root) }))
    .sort((a, b) => scaleOf(b.places) - scaleOf(a.places));
  if (best === undefined) throw new Error('An architecture was not laid out');
  return placedGraph(graph, best.way, faces, labels, setter, best.places);
}

type Way = 'RIGHT' | 'DOWN';

const sidesOf: Readonly<Record<Way, readonly [Side, Side]>> = { RIGHT: ['right', 'left'], DOWN: ['bottom', 'top'] };

/** How large a picture may be shown on the area of a slide (in points, with the title above and the legend below). */
const scaleOf = ({ width, height }: Arranged): number => Math.min(880 / width, 390 / height);

function elkGraph(
  graph: Graph,
  way: Way,
  faces: ReadonlyMap<string, NodeFace>,
  labels: ReadonlyMap<string, EdgeLabel>,
  setter: TextSetter,
): ElkNode {
  const inside = (group: string | undefined): ElkNode[] => [
    ...graph.groups.filter(({ parent }) => parent === group).map(zone),
    ...graph.nodes.filter((node) => node.group === group).map(({ id }) => elkBox(id, faces.get(id) as NodeFace)),
  ];
  const [start, end] = sidesOf[way];
  const zone = (group: GraphGroup): ElkNode => ({
    id: group.id,
    layoutOptions: {
      'elk.padding': `[top=${headHeight + 2},left=12,bottom=12,right=12]`,
      'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${headWidth(group, setter)},${headHeight + 24})`,
    },
    children: inside(group.id),
  });
  return {
    id: 'root',
    layoutOptions: {
      ...layered,
      ...fromCorner,
      'elk.direction': way,
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.layered.spacing.nodeNodeBetweenLayers': '16',
      'elk.layered.spacing.edgeNodeBetweenLayers': '9',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
      'elk.spacing.nodeNode': '16',
      'elk.spacing.edgeNode': '10',
      'elk.spacing.edgeEdge': '9',
      'elk.spacing.componentComponent': '16',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.nodePlacement.favorStraightEdges': 'true',
      'elk.aspectRatio': '1.78',
    },
    children: inside(undefined),
    edges: graph.edges.map((edge) =>
      elkEdge(edge, portOf(edge.from, start), portOf(edge.to, end), labels.get(edge.id)),
    ),
  };
}

function placedGraph(
  graph: Graph,
  way: Way,
  faces: ReadonlyMap<string, NodeFace>,
  labels: ReadonlyMap<string, EdgeLabel>,
  setter: TextSetter,
  places: Arranged,
): PlacedGraph {
  const [start, end] = sidesOf[way];
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
    edges: graph.edges.map((edge) => {
      const at = places.labelOf(edge.id);
      return {
        edge,
        start,
        end,
        points: anchored(
          places.pathOf(edge.id) ?? [],
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
