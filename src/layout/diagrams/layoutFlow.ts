import type { Graph, GraphEdge, GraphGroup } from '../../deck/graphs/model.ts';
import type { Box } from '../box.ts';
import { type Arranged, arranged, fromCorner } from './arranged.ts';
import { aside, crossingOf } from './borderCrossing.ts';
import { type EdgeLabel, labelsOf } from './edgeLabel.ts';
import type { Arrange, ElkNode, ElkPort } from './elk.ts';
import { elkBox, elkEdge, groupPort, layered, portOf } from './elkOptions.ts';
import { headHeight, headWidth, placedGroup } from './groupHead.ts';
import type { PlacedEdge, Side } from './model.ts';
import { type NodeFace, nodeFace, widthOfNodes } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { anchored, middleOfSide, shifted } from './polyline.ts';
import type { TextSetter } from './setText.ts';
import { diagramSizes } from './sizes.ts';

/** Space between steps, where arrows run, and beside them, where those into other lanes do. */
const BETWEEN_STEPS = 22;
const BESIDE_STEPS = 20;
const BETWEEN_LANES = 22;

/**
 * Lanes side by side, as environments stand in tables of access; steps run downwards in each. Elk lays out each lane by
 * itself, and then the lanes with what runs between them.
 */
export async function layoutFlow(graph: Graph, setter: TextSetter, arrange: Arrange): Promise<PlacedGraph> {
  const flow = new FlowGraph(graph, setter);
  const lanes = (await arrange(graph.groups.map((lane) => flow.lane(lane)))).map(arranged);
  const [root] = await arrange([flow.beside(lanes)]);
  if (root === undefined) throw new Error('A flow was not laid out');
  return flow.placed(lanes, arranged(root));
}

/** How an arrow runs: between which sides, within which lane or between which lanes. */
interface Run {
  readonly edge: GraphEdge;
  readonly start: Side;
  readonly end: Side;
  readonly fromLane: string;
  readonly toLane: string;
}

class FlowGraph {
  readonly #graph: Graph;
  readonly #setter: TextSetter;
  readonly #faces: ReadonlyMap<string, NodeFace>;
  readonly #runs: readonly Run[];
  readonly #labels: ReadonlyMap<string, EdgeLabel>;

  constructor(graph: Graph, setter: TextSetter) {
    this.#graph = graph;
    this.#setter = setter;
    const width = widthOfNodes(graph.nodes, diagramSizes.step, setter);
    this.#faces = new Map(graph.nodes.map((node) => [node.id, nodeFace(node, width, setter)]));
    this.#runs = runsOf(graph);
    this.#labels = labelsOf(graph.edges, setter);
  }

  /** A lane by itself, with the arrows that stay in it. */
  lane(lane: GraphGroup): ElkNode {
    const steps = this.#graph.nodes.filter(({ group }) => group === lane.id);
    return {
      id: lane.id,
      layoutOptions: {
        ...layered,
        ...fromCorner,
        'elk.direction': 'DOWN',
        // Steps stay in their order, whatever leads back.
        'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
        'elk.padding': `[top=${headHeight + 4},left=${BESIDE_STEPS},bottom=12,right=${BESIDE_STEPS}]`,
        'elk.layered.spacing.nodeNodeBetweenLayers': String(BETWEEN_STEPS),
        'elk.spacing.nodeNode': '16',
        'elk.spacing.edgeNode': '9',
        'elk.spacing.edgeEdge': '8',
        'elk.layered.spacing.edgeNodeBetweenLayers': '9',
      },
      children: steps.map(({ id }) => elkBox(id, this.#faces.get(id) as NodeFace)),
      edges: this.#runs
        .filter(({ fromLane, toLane }) => fromLane === lane.id && toLane === lane.id)
        .map(({ edge, start, end }) =>
          elkEdge(edge, portOf(edge.from, start), portOf(edge.to, end), this.#labels.get(edge.id)),
        ),
    };
  }

  /** The lanes as boxes of one size, with what runs between them: from the border beside a step to that beside another. */
  beside(lanes: readonly Arranged[]): ElkNode {
    const { groups } = this.#graph;
    const heads = groups.map((group) => headWidth(group, this.#setter));
    const widths = lanes.map((lane, index) => Math.max(heads[index] ?? 0, lane.width));
    const height = Math.max(...lanes.map((lane) => lane.height));
    const between = this.#runs.filter(({ fromLane, toLane }) => fromLane !== toLane);
    const borderOf = new Map<string, { lane: string; port: ElkPort }>();
    const border = (node: string, lane: string, side: 'left' | 'right'): string => {
      const id = portOf(node, side);
      const index = groups.findIndex((group) => group.id === lane);
      const y = this.#exitOf(node, side, lanes[index] as Arranged);
      borderOf.set(id, { lane, port: groupPort(id, side, { x: side === 'left' ? 0 : (widths[index] ?? 0), y }) });
      return id;
    };
    const edges = between.map(({ edge, fromLane, toLane }) =>
      elkEdge(edge, border(edge.from, fromLane, 'right'), border(edge.to, toLane, 'left'), this.#labels.get(edge.id)),
    );
    return {
      id: 'root',
      layoutOptions: {
        ...layered,
        ...fromCorner,
        'elk.direction': 'RIGHT',
        'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
        'elk.padding': '[top=0,left=0,bottom=0,right=0]',
        'elk.layered.spacing.nodeNodeBetweenLayers': String(BETWEEN_LANES),
        'elk.layered.spacing.edgeNodeBetweenLayers': '8',
        'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
        'elk.spacing.edgeNode': '10',
      },
      children: groups.map(({ id }, index) => ({
        id,
        width: widths[index] ?? 0,
        height,
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
        ports: [
          groupPort(`${id} before`, 'left', { x: 0, y: 0 }),
          groupPort(`${id} behind`, 'right', { x: widths[index] ?? 0, y: 0 }),
          ...[...borderOf.values()].filter(({ lane }) => lane === id).map(({ port }) => port),
        ],
      })),
      // Straight lines from corner to corner keep lanes in line and in their order, however arrows run. None is drawn.
      edges: [
        ...groups.slice(1).map(({ id }, index) => ({
          ...elkEdge({ id: `rail ${index}` }, `${groups[index]?.id} behind`, `${id} before`),
          layoutOptions: { 'elk.layered.priority.straightness': '1000', 'elk.layered.priority.shortness': '1000' },
        })),
        ...edges,
      ],
    };
  }

  #exitOf(node: string, side: 'left' | 'right', lane: Arranged): number {
    const { nodes } = this.#graph;
    const group = nodes.find(({ id }) => id === node)?.group;
    const others = nodes.filter((other) => other.id !== node && other.group === group);
    return crossingOf(
      lane.boxOf(node),
      others.map(({ id }) => lane.boxOf(id)),
      side,
      BETWEEN_STEPS,
    );
  }

  placed(lanes: readonly Arranged[], root: Arranged): PlacedGraph {
    const { groups, nodes } = this.#graph;
    const offsets = new Map(
      groups.map(({ id }, index) => {
        const place = root.boxOf(id);
        return [
          id,
          { lane: lanes[index] as Arranged, x: place.x + (place.width - (lanes[index]?.width ?? 0)) / 2, y: place.y },
        ];
      }),
    );
    const at = (lane: string) => offsets.get(lane) as { lane: Arranged; x: number; y: number };
    const placed = nodes.map(({ id, group = '' }) => {
      const { lane, x, y } = at(group);
      const place = lane.boxOf(id);
      return (this.#faces.get(id) as NodeFace).place(x + place.x, y + place.y);
    });
    const boxes = new Map(placed.map(({ node, box }) => [node.id, box]));
    return {
      width: root.width,
      height: root.height,
      groups: groups.map((lane) => placedGroup(lane, root.boxOf(lane.id), 0, this.#setter)),
      nodes: placed,
      edges: this.#runs.map((run): PlacedEdge => {
        const { edge, start, end, fromLane, toLane } = run;
        const inner = fromLane === toLane ? at(fromLane) : { lane: root, x: 0, y: 0 };
        const inside = shifted(inner.lane.pathOf(edge.id) ?? [], inner.x, inner.y);
        const [from, to] = [
          middleOfSide(boxes.get(edge.from) as Box, start),
          middleOfSide(boxes.get(edge.to) as Box, end),
        ];
        // Between lanes elk begins and ends at their borders.
        const path =
          fromLane === toLane
            ? inside
            : [
                from,
                ...aside(from, 'right', inside[0], BESIDE_STEPS / 3),
                ...inside,
                ...aside(to, 'left', inside.at(-1), BESIDE_STEPS / 3).reverse(),
                to,
              ];
        const label = inner.lane.labelOf(edge.id);
        const points = anchored(path, from, to);
        return {
          edge,
          start,
          end,
          points,
          ...(label === undefined ? {} : this.#labels.get(edge.id)?.place(label.x + inner.x, label.y + inner.y)),
        };
      }),
    };
  }
}

/** Downwards within a lane, along the left side against the direction, and from side to side between lanes. */
function runsOf({ nodes, edges }: Graph): Run[] {
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const laneOf = new Map(nodes.map(({ id, group }) => [id, group ?? '']));
  return edges.map((edge): Run => {
    const [fromLane, toLane] = [laneOf.get(edge.from) ?? '', laneOf.get(edge.to) ?? ''];
    if (fromLane !== toLane) return { edge, start: 'right', end: 'left', fromLane, toLane };
    const isDown = edge.kind === 'next' && (order.get(edge.to) ?? 0) > (order.get(edge.from) ?? 0);
    const [start, end]: readonly [Side, Side] = isDown ? ['bottom', 'top'] : ['left', 'left'];
    return { edge, start, end, fromLane, toLane };
  });
}
