import type { Graph } from '../../deck/graphs/model.ts';
import { labelsOf } from './edgeLabel.ts';
import type { Arrange } from './elk.ts';
import { nodeFace, widthOfNodes } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import type { TextSetter } from './setText.ts';
import { diagramSizes } from './sizes.ts';
import type { Measured } from './zoneLayout.ts';
import { zonesAlong } from './zonesAlong.ts';
import { zonesInRows } from './zonesInRows.ts';

/**
 * Parts in the frames of their zones: all of it along the arrows, from left to right or downwards; or zones below each
 * other, with parts from left to right in each. The way that fills a screen best is taken.
 */
export async function layoutArchitecture(graph: Graph, setter: TextSetter, arrange: Arrange): Promise<PlacedGraph> {
  const width = widthOfNodes(graph.nodes, diagramSizes.part, setter);
  const measured: Measured = {
    graph,
    faces: new Map(graph.nodes.map((node) => [node.id, nodeFace(node, width, setter)])),
    labels: labelsOf(graph.edges, setter),
    setter,
  };
  const placed = [
    await zonesAlong(measured, 'RIGHT', arrange),
    await zonesAlong(measured, 'DOWN', arrange),
    ...(graph.groups.some(({ parent }) => parent !== undefined) ? [] : [await zonesInRows(measured, arrange)]),
  ];
  const [best] = placed.sort((a, b) => scaleOf(b) - scaleOf(a));
  if (best === undefined) throw new Error('An architecture was not laid out');
  return best;
}

/** How large a picture may be shown on the area of a slide (in points, with the title above and the legend below). */
const scaleOf = ({ width, height }: PlacedGraph): number => Math.min(880 / width, 390 / height);
