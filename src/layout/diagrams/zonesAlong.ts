import type { GraphGroup } from '../../deck/graphs/model.ts';
import { arranged, fromCorner } from './arranged.ts';
import type { Arrange, ElkNode } from './elk.ts';
import { elkBox, elkEdge, layered, portOf } from './elkOptions.ts';
import type { Side } from './model.ts';
import type { NodeFace } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { headHeight, headWidth } from './groupHead.ts';
import { type Measured, placedZones, zoneSpacing } from './zoneLayout.ts';

const sidesOf: Readonly<Record<'RIGHT' | 'DOWN', readonly [Side, Side]>> = {
  RIGHT: ['right', 'left'],
  DOWN: ['bottom', 'top'],
};

/** All parts in one order along the arrows, whatever zones they lie in. */
export async function zonesAlong(measured: Measured, way: 'RIGHT' | 'DOWN', arrange: Arrange): Promise<PlacedGraph> {
  const { graph, faces, labels, setter } = measured;
  const [start, end] = sidesOf[way];
  const inside = (group: string | undefined): ElkNode[] => [
    ...graph.groups.filter(({ parent }) => parent === group).map(zone),
    ...graph.nodes.filter((node) => node.group === group).map(({ id }) => elkBox(id, faces.get(id) as NodeFace)),
  ];
  const zone = (group: GraphGroup): ElkNode => ({
    id: group.id,
    layoutOptions: {
      'elk.padding': `[top=${headHeight + 2},left=12,bottom=12,right=12]`,
      'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${headWidth(group, setter)},${headHeight + 24})`,
    },
    children: inside(group.id),
  });
  const [root] = await arrange([
    {
      id: 'root',
      layoutOptions: {
        ...layered,
        ...fromCorner,
        ...zoneSpacing,
        'elk.direction': way,
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
        'elk.padding': '[top=0,left=0,bottom=0,right=0]',
        'elk.aspectRatio': '1.78',
      },
      children: inside(undefined),
      edges: graph.edges.map((edge) =>
        elkEdge(edge, portOf(edge.from, start), portOf(edge.to, end), labels.get(edge.id)),
      ),
    },
  ]);
  if (root === undefined) throw new Error('An architecture was not laid out');
  const places = arranged(root);
  return placedZones(measured, places, (edge) => ({ start, end, points: places.pathOf(edge.id) ?? [] }));
}
