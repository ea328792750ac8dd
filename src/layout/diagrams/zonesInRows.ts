import type { GraphEdge, GraphGroup } from '../../deck/graphs/model.ts';
import type { Box } from '../box.ts';
import { type Arranged, arranged, fromCorner, point } from './arranged.ts';
import { aside, crossingOf } from './borderCrossing.ts';
import type { Arrange, ElkNode, ElkPort } from './elk.ts';
import { elkBox, elkEdge, groupPort, layered, portOf } from './elkOptions.ts';
import { headHeight, headWidth } from './groupHead.ts';
import type { Point, Side } from './model.ts';
import type { NodeFace } from './nodeFace.ts';
import type { PlacedGraph } from './placedGraph.ts';
import { middleOfSide, shifted } from './polyline.ts';
import { type Measured, placedZones, zoneSpacing } from './zoneLayout.ts';

/** Between parts of a zone. */
const GAP = 18;
/** From the side of a part to where its arrow turns. */
const TURN = 7;

/**
 * Parts from left to right in each zone, zones below each other: for long ways, which would be too wide in one row.
 * Elk lays out each zone by itself, and then the zones with what runs between them. Zones do not lie in others.
 */
export async function zonesInRows(measured: Measured, arrange: Arrange): Promise<PlacedGraph> {
  const rows = new ZoneRows(measured);
  const { groups } = measured.graph;
  const inner = (await arrange(groups.map((group) => rows.zone(group)))).map(arranged);
  const zones = new Map(groups.map(({ id }, index) => [id, inner[index] as Arranged]));
  const [root] = await arrange([rows.below(zones)]);
  if (root === undefined) throw new Error('An architecture was not laid out');
  return rows.placed(zones, arranged(root));
}

class ZoneRows {
  readonly #measured: Measured;
  readonly #zoneOf: ReadonlyMap<string, string | undefined>;

  constructor(measured: Measured) {
    this.#measured = measured;
    this.#zoneOf = new Map(measured.graph.nodes.map(({ id, group }) => [id, group]));
  }

  #staysInside({ from, to }: GraphEdge): boolean {
    return this.#zoneOf.get(from) !== undefined && this.#zoneOf.get(from) === this.#zoneOf.get(to);
  }

  #boxes(group: string | undefined): ElkNode[] {
    const { graph, faces } = this.#measured;
    return graph.nodes.filter((node) => node.group === group).map(({ id }) => elkBox(id, faces.get(id) as NodeFace));
  }

  /** A zone by itself, with the arrows that stay in it. */
  zone(group: GraphGroup): ElkNode {
    const { graph, labels, setter } = this.#measured;
    return {
      id: group.id,
      layoutOptions: {
        ...layered,
        ...fromCorner,
        ...zoneSpacing,
        'elk.direction': 'RIGHT',
        'elk.spacing.nodeNode': String(GAP),
        'elk.spacing.componentComponent': String(GAP),
        // What no arrow connects stands side by side.
        'elk.aspectRatio': '9',
        // Below the title arrows turn that would run through it.
        'elk.padding': `[top=${headHeight + TURN + 4},left=14,bottom=14,right=14]`,
        'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
        'elk.nodeSize.minimum': `(${headWidth(group, setter)},${headHeight + 24})`,
      },
      children: this.#boxes(group.id),
      edges: graph.edges
        .filter((edge) => this.#staysInside(edge) && this.#zoneOf.get(edge.from) === group.id)
        .map((edge) => elkEdge(edge, portOf(edge.from, 'right'), portOf(edge.to, 'left'), labels.get(edge.id))),
    };
  }

  /** The zones as boxes, with what runs between them: from the border below a part to that above another. */
  below(zones: ReadonlyMap<string, Arranged>): ElkNode {
    const { graph, labels } = this.#measured;
    const ports = new Map<string, { readonly zone: string; readonly port: ElkPort }>();
    const end = (node: string, side: 'top' | 'bottom'): string => {
      const id = portOf(node, side);
      const zone = this.#zoneOf.get(node);
      const places = zone === undefined ? undefined : zones.get(zone);
      if (zone !== undefined && places !== undefined) {
        const y = side === 'top' ? 0 : places.height;
        ports.set(id, { zone, port: groupPort(id, side, { x: this.#crossing(node, zone, side, places), y }) });
      }
      return id;
    };
    const edges = graph.edges
      .filter((edge) => !this.#staysInside(edge))
      .map((edge) => elkEdge(edge, end(edge.from, 'bottom'), end(edge.to, 'top'), labels.get(edge.id)));
    return {
      id: 'root',
      layoutOptions: {
        ...layered,
        ...fromCorner,
        ...zoneSpacing,
        'elk.direction': 'DOWN',
        'elk.padding': '[top=0,left=0,bottom=0,right=0]',
        'elk.aspectRatio': '1.78',
      },
      children: [
        ...graph.groups.map(({ id }) => ({
          id,
          width: zones.get(id)?.width ?? 0,
          height: zones.get(id)?.height ?? 0,
          layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
          ports: [...ports.values()].filter(({ zone }) => zone === id).map(({ port }) => port),
        })),
        ...this.#boxes(undefined),
      ],
      edges,
    };
  }

  /** Beside the parts that stand in the way, and beside the zone's title. */
  #crossing(node: string, zone: string, side: 'top' | 'bottom', places: Arranged): number {
    const { graph, setter } = this.#measured;
    const others = graph.nodes.filter(({ id, group }) => id !== node && group === zone);
    const boxes = others.map(({ id }) => places.boxOf(id));
    const x = crossingOf(places.boxOf(node), boxes, side, GAP);
    const group = graph.groups.find(({ id }) => id === zone);
    const title = group === undefined || side === 'bottom' ? 0 : headWidth(group, setter);
    return x < title && title + 4 < places.width ? title : x;
  }

  placed(zones: ReadonlyMap<string, Arranged>, root: Arranged): PlacedGraph {
    const boxOf = (id: string): Box => {
      const zone = this.#zoneOf.get(id);
      if (zone === undefined) return root.boxOf(id);
      const [outer, inner] = [root.boxOf(zone), (zones.get(zone) as Arranged).boxOf(id)];
      return { ...inner, x: (outer.x + inner.x) as Box['x'], y: (outer.y + inner.y) as Box['y'] };
    };
    const inside = (edge: GraphEdge): { readonly places: Arranged; readonly x: number; readonly y: number } => {
      const zone = this.#staysInside(edge) ? this.#zoneOf.get(edge.from) : undefined;
      if (zone === undefined) return { places: root, x: 0, y: 0 };
      return { places: zones.get(zone) as Arranged, ...root.boxOf(zone) };
    };
    const edges = new Map(this.#measured.graph.edges.map((edge) => [edge.id, edge]));
    const whole: Arranged = {
      width: root.width,
      height: root.height,
      boxOf,
      pathOf: (id) => {
        const { places, x, y } = inside(edges.get(id) as GraphEdge);
        return shifted(places.pathOf(id) ?? [], x, y);
      },
      labelOf: (id) => {
        const { places, x, y } = inside(edges.get(id) as GraphEdge);
        const at = places.labelOf(id);
        return at && point(at.x + x, at.y + y);
      },
    };
    return placedZones(this.#measured, whole, (edge) => {
      const path = whole.pathOf(edge.id) ?? [];
      if (this.#staysInside(edge)) return { start: 'right', end: 'left', points: path };
      const way = (node: string, side: Side, border: Point | undefined): Point[] => {
        if (this.#zoneOf.get(node) === undefined) return [];
        const from = middleOfSide(boxOf(node), side);
        return [from, ...aside(from, side, border, TURN)];
      };
      return {
        start: 'bottom',
        end: 'top',
        points: [...way(edge.from, 'bottom', path[0]), ...path, ...way(edge.to, 'top', path.at(-1)).reverse()],
      };
    });
  }
}
