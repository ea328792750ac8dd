import type { GraphEdge, GraphNode } from '../../deck/graphs/model.ts';
import { type Pt, pt } from '../../design/units.ts';
import { type Box, box, unionOf } from '../box.ts';
import type { Diagram, PlacedEdge, PlacedGroup, PlacedNode, PlacedText, Point, Side } from './model.ts';
import { boxBy, pointBy, type Transform, transformed } from './transform.ts';

/** Some lanes or zones of a diagram, and the arrows that lead on to others, cut where the part ends. */
export interface DiagramPart {
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly stubs: readonly Stub[];
  /** Everything of the part, at the places of the whole. */
  readonly box: Box;
}

/** An arrow of which one end is elsewhere. */
export interface Stub {
  readonly edge: GraphEdge;
  /** The side of the node that is shown. */
  readonly side: Side;
  /** The end that is shown. */
  readonly shows: 'from' | 'to';
  /** From its start to its end, as far as it is shown. */
  readonly points: readonly Point[];
  /** Where the other end's number or name stands. */
  readonly mark: Box;
  /** Of what stands there. */
  readonly size: Pt;
  /** What stands there: the node at the other end. */
  readonly other: GraphNode;
}

/** Arrows are cut so far outside of the part, and what they lead to stands behind. */
const CUT = 14;

/** The whole of a diagram, without its legend. */
export function wholePart({ groups, nodes, edges }: Diagram): DiagramPart {
  const boxes = [...groups.map((group) => group.box), ...nodes.map((node) => node.box), ...edges.flatMap(boxesOf)];
  return { groups, nodes, edges, stubs: [], box: unionOf(boxes) };
}

/** The part of a diagram that these nodes and groups are, arrows between them included. */
export function partOf(diagram: Diagram, holds: (id: string) => boolean): DiagramPart {
  const groups = diagram.groups.filter(({ group }) => holds(group.id));
  const nodes = diagram.nodes.filter(({ node }) => holds(node.id));
  const edges = diagram.edges.filter(({ edge }) => holds(edge.from) && holds(edge.to));
  const core = unionOf([
    ...groups.map((group) => group.box),
    ...nodes.map((node) => node.box),
    ...edges.flatMap(boxesOf),
  ]);
  const others = new Map(diagram.nodes.map((placed) => [placed.node.id, placed]));
  const stubs = apart(
    diagram.edges.flatMap((placed) => stubOf(placed, holds, core, others)),
    core,
  );
  return { groups, nodes, edges, stubs, box: unionOf([core, ...stubs.map(({ mark }) => mark)]) };
}

/** A part elsewhere, and larger or smaller. */
export function transformedPart(part: DiagramPart, by: Transform): DiagramPart {
  return {
    ...transformed(part, by),
    stubs: part.stubs.map((stub) => ({
      ...stub,
      points: stub.points.map((point) => pointBy(point, by)),
      mark: boxBy(stub.mark, by),
      size: pt(stub.size * by.scale),
    })),
    box: boxBy(part.box, by),
  };
}

function boxesOf({ points, label, number }: PlacedEdge): Box[] {
  const dots = points.map(({ x, y }) => box(x, y, 0, 0));
  return [...dots, ...[label, number].filter((text): text is PlacedText => text !== undefined).map((text) => text.box)];
}

function stubOf(
  placed: PlacedEdge,
  holds: (id: string) => boolean,
  core: Box,
  nodes: ReadonlyMap<string, PlacedNode>,
): Stub[] {
  const { edge, points, start, end } = placed;
  const shows = holds(edge.from) ? 'from' : 'to';
  if (holds(edge.from) === holds(edge.to)) return [];
  const other = nodes.get(shows === 'from' ? edge.to : edge.from);
  const kept = cutAt(core, shows === 'from' ? points : [...points].reverse());
  if (other === undefined || kept === undefined) return [];
  return [
    {
      edge,
      side: shows === 'from' ? start : end,
      shows,
      other: other.node,
      size: other.title.size,
      points: shows === 'from' ? kept.points : [...kept.points].reverse(),
      mark: markAt(kept.points.at(-1) as Point, kept.side, sizeOfMark(other)),
    },
  ];
}

/** A path until it leaves the box, and a little further. */
function cutAt(core: Box, points: readonly Point[]): { points: Point[]; side: Side } | undefined {
  const outside = points.findIndex((point) => sideBeyond(core, point) !== undefined);
  const [last, first] = [points[outside - 1], points[outside]];
  if (last === undefined || first === undefined) return undefined;
  const side = sideBeyond(core, first) as Side;
  const end = {
    top: { x: last.x, y: pt(core.y - CUT) },
    bottom: { x: last.x, y: pt(core.y + core.height + CUT) },
    left: { x: pt(core.x - CUT), y: last.y },
    right: { x: pt(core.x + core.width + CUT), y: last.y },
  }[side];
  return { points: [...points.slice(0, outside), end], side };
}

function sideBeyond(core: Box, { x, y }: Point): Side | undefined {
  if (y < core.y) return 'top';
  if (y > core.y + core.height) return 'bottom';
  if (x < core.x) return 'left';
  return x > core.x + core.width ? 'right' : undefined;
}

/** Room for a number, or for the title as it was measured. */
function sizeOfMark({ number, title }: PlacedNode): Pick<Box, 'width' | 'height'> {
  if (number === undefined) return { width: pt(title.box.width + 2 * title.size), height: pt(title.box.height + 6) };
  return { width: pt(2 * number.box.width), height: number.box.height };
}

function markAt({ x, y }: Point, side: Side, { width, height }: Pick<Box, 'width' | 'height'>): Box {
  if (side === 'left' || side === 'right') return box(side === 'left' ? x - width : x, y - height / 2, width, height);
  return box(x - width / 2, side === 'top' ? y - height : y, width, height);
}

/** Marks on one side of the part make room for each other. */
function apart(stubs: readonly Stub[], core: Box): Stub[] {
  const free = new Map<string, number>();
  const upright = ({ mark }: Stub): boolean => mark.x + mark.width <= core.x || mark.x >= core.x + core.width;
  const sorted = [...stubs].sort((a, b) => a.mark.y - b.mark.y || a.mark.x - b.mark.x);
  return sorted.map((stub) => {
    const { mark } = stub;
    const side = upright(stub) ? `x ${mark.x}` : `y ${mark.y}`;
    const [at, extent] = upright(stub) ? [mark.y, mark.height] : [mark.x, mark.width];
    const place = Math.max(at, free.get(side) ?? Number.NEGATIVE_INFINITY);
    free.set(side, place + extent + 2);
    return { ...stub, mark: upright(stub) ? { ...mark, y: pt(place) } : { ...mark, x: pt(place) } };
  });
}
