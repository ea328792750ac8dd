import type { Box } from '../box.ts';
import type { Diagram } from './model.ts';
import { type DiagramPart, partOf, wholePart } from './part.ts';

/** How much smaller than it was laid out a part has to be drawn in that room; 1 when it fits. */
export function scaleIn({ box }: Pick<DiagramPart, 'box'>, room: Pick<Box, 'width' | 'height'>): number {
  return Math.min(1, room.width / box.width, room.height / box.height);
}

/** Parts that are drawn less than this much larger than the whole are not worth the turning of slides. */
const WORTH = 1.15;

/**
 * A diagram in as few parts as fit a room without being drawn smaller: cut between lanes or zones, along the axis that
 * leaves the parts largest. Whole where it fits, and where cutting would not help.
 */
export function splitFor(diagram: Diagram, room: Pick<Box, 'width' | 'height'>): DiagramPart[] {
  const whole = wholePart(diagram);
  const scale = scaleIn(whole, room);
  if (scale === 1) return [whole];
  const cuts = (['x', 'y'] as const)
    .map((axis) => filled(bandsOf(diagram, axis), diagram, room))
    .map((parts) => ({ parts, scale: Math.min(...parts.map((part) => scaleIn(part, room))) }))
    .sort((a, b) => b.scale - a.scale || a.parts.length - b.parts.length);
  const [best] = cuts;
  return best !== undefined && best.scale >= scale * WORTH ? best.parts : [whole];
}

/** Bands in parts, in their order: as many in one as are not drawn smaller for it. */
function filled(bands: readonly Band[], diagram: Diagram, room: Pick<Box, 'width' | 'height'>): DiagramPart[] {
  const partWith = (ids: ReadonlySet<string>): DiagramPart => partOf(diagram, (id) => ids.has(id));
  const parts: { ids: ReadonlySet<string>; part: DiagramPart }[] = [];
  for (const { ids } of bands) {
    const last = parts.at(-1);
    const joined = new Set([...(last?.ids ?? []), ...ids]);
    const part = partWith(joined);
    if (last !== undefined && scaleIn(part, room) === 1) parts[parts.length - 1] = { ids: joined, part };
    else parts.push({ ids, part: partWith(ids) });
  }
  return parts.map(({ part }) => part);
}

/** What lies between two straight cuts through the picture. */
interface Band {
  readonly ids: ReadonlySet<string>;
  readonly end: number;
}

/** Lanes, zones and nodes outside of them, in the order of an axis; those whose extents meet are in one band. */
function bandsOf(diagram: Diagram, axis: 'x' | 'y'): Band[] {
  const extent = axis === 'x' ? 'width' : 'height';
  const blocks = blocksOf(diagram).sort((a, b) => a.box[axis] - b.box[axis]);
  const bands: { ids: Set<string>; end: number }[] = [];
  for (const { ids, box } of blocks) {
    const end = box[axis] + box[extent];
    const last = bands.at(-1);
    if (last === undefined || box[axis] >= last.end) {
      bands.push({ ids: new Set(ids), end });
      continue;
    }
    for (const id of ids) last.ids.add(id);
    last.end = Math.max(last.end, end);
  }
  return diagram.direction === 'rtl' && axis === 'x' ? bands.reverse() : bands;
}

/** Outermost groups with all that is in them, and nodes that are in none. */
function blocksOf({ groups, nodes }: Diagram): { ids: string[]; box: Box }[] {
  const parents = new Map(groups.map(({ group }) => [group.id, group.parent]));
  const outermost = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : outermost(parent);
  };
  const members = new Map<string, string[]>();
  const add = (block: string, id: string): void => {
    const known = members.get(block);
    if (known === undefined) members.set(block, [id]);
    else known.push(id);
  };
  for (const { group } of groups) add(outermost(group.id), group.id);
  for (const { node } of nodes) add(node.group === undefined ? node.id : outermost(node.group), node.id);
  const boxes = new Map([
    ...groups.map(({ group, box }) => [group.id, box] as const),
    ...nodes.map(({ node, box }) => [node.id, box] as const),
  ]);
  return [...members].flatMap(([block, ids]) => {
    const box = boxes.get(block);
    return box === undefined ? [] : [{ ids, box }];
  });
}
