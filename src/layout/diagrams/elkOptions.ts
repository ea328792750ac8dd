import type { GraphEdge } from '../../deck/graphs/model.ts';
import type { ElkExtendedEdge, ElkNode, ElkPort } from './elk.ts';
import type { Side } from './model.ts';
import type { NodeFace } from './nodeFace.ts';

const portSides: Readonly<Record<Side, string>> = { top: 'NORTH', left: 'WEST', bottom: 'SOUTH', right: 'EAST' };

export const portOf = (node: string, side: Side): string => `${node} ${side}`;

/** Options that flows and architectures share. */
export const layered: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.unnecessaryBendpoints': 'false',
};

/** A box whose arrows leave and arrive in the middle of its sides, as connectors do that stay with shapes. */
export function elkBox(id: string, { width, height }: Pick<NodeFace, 'width' | 'height'>): ElkNode {
  const port = (side: Side, x: number, y: number): ElkPort => ({
    id: portOf(id, side),
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': portSides[side] },
  });
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      port('top', width / 2, 0),
      port('left', 0, height / 2),
      port('bottom', width / 2, height),
      port('right', width, height / 2),
    ],
  };
}

/** A port in the border of a group: at that height, or where elk likes. */
export const groupPort = (
  id: string,
  side: Side,
  place: { readonly x?: number; readonly y?: number } = {},
): ElkPort => ({
  id,
  ...place,
  width: 0,
  height: 0,
  layoutOptions: { 'elk.port.side': portSides[side] },
});

/** An arrow from port to port; `label` is the room that its label takes. */
export function elkEdge(
  { id }: Pick<GraphEdge, 'id'>,
  from: string,
  to: string,
  label?: { readonly width: number; readonly height: number },
): ElkExtendedEdge {
  return {
    id,
    sources: [from],
    targets: [to],
    ...(label === undefined
      ? {}
      : {
          labels: [
            {
              id: `${id} label`,
              text: id,
              width: label.width,
              height: label.height,
              layoutOptions: { 'elk.edgeLabels.inline': 'true' },
            },
          ],
        }),
  };
}
