import type { GraphEdge } from '../../../deck/graphs/model.ts';
import { groupAround, labelGround } from '../../../layout/diagrams/groupAround.ts';
import type { PlacedEdge, PlacedGroup } from '../../../layout/diagrams/model.ts';
import type { Stub } from '../../../layout/diagrams/part.ts';
import type { ConnectorSpec, PanelSpec } from '../slideSpec.ts';
import type { DiagramLook } from './diagramLook.ts';
import { disc } from './nodeGroup.ts';
import { noInset, paragraphOf, textInPlace } from './panelText.ts';

const WIDTH = 1.25;

/** An arrow between two nodes. The picture's description says where it leads. */
export function connectorOf({ edge, points, start, end }: PlacedEdge, look: DiagramLook): ConnectorSpec {
  return {
    ...lineOf(edge, look),
    points,
    from: { panel: edge.from, side: start },
    to: { panel: edge.to, side: end },
    arrow: true,
  };
}

/** An arrow from or to what another slide shows; only the end that is here holds on. */
export function stubConnector({ edge, side, shows, points }: Stub, look: DiagramLook): ConnectorSpec {
  const panel = edge[shows];
  return { ...lineOf(edge, look), points, [shows]: { panel, side }, arrow: true };
}

function lineOf(edge: GraphEdge, look: DiagramLook): Omit<ConnectorSpec, 'points' | 'arrow'> {
  const isLit = look.lit?.edges.has(edge.id) ?? true;
  const isBack = edge.kind === 'feedback';
  return {
    kind: 'connector',
    name: edge.label ?? (isBack ? 'Way back' : 'Arrow'),
    color: look.color(isBack ? 'feedback' : 'arrow', isLit),
    width: look.lit !== undefined && isLit ? WIDTH * 1.6 : WIDTH,
    dashed: isBack,
    description: { decorative: true },
  };
}

/** Beside an arrow, on a ground of its own, so that no line runs through the text. */
export function edgeTexts(
  { edge, label, number }: PlacedEdge,
  groups: readonly PlacedGroup[],
  look: DiagramLook,
): PanelSpec[] {
  const group = label && groupAround(label.box, groups);
  const isLit = look.lit?.edges.has(edge.id) ?? true;
  const color = look.color(edge.kind === 'feedback' ? 'feedbackText' : 'text', isLit);
  return [
    ...(number === undefined ? [] : [disc(number, isLit, look)]),
    ...(label === undefined
      ? []
      : [
          {
            kind: 'panel',
            name: label.lines.join(' '),
            ...textInPlace(label, { color, rtl: look.isRtl, align: 'center' }),
            box: labelGround(label),
            corner: 3,
            fill: group === undefined ? look.ground : look.group(group.group.emphasized, group.depth).fill,
          } as const,
        ]),
  ];
}

/** Of names, which look like the nodes that they are of; numbers stand in pills. */
const NAMED_CORNER = 5;

/** What is at the other end of an arrow that leaves the part: a number, or a name. */
export function stubMark({ mark, other, edge, side, size }: Stub, look: DiagramLook): PanelSpec {
  const isLit = look.lit?.edges.has(edge.id) ?? true;
  const text = other.number === undefined ? other.title : String(other.number);
  const align = other.number === undefined && side !== 'left' && side !== 'right' ? {} : { align: 'center' as const };
  return {
    kind: 'panel',
    name: other.title,
    box: mark,
    corner: other.number === undefined ? NAMED_CORNER : mark.height / 2,
    fill: look.surface,
    stroke: { color: look.color('node', isLit), width: 1 },
    paragraphs: [
      paragraphOf(text, { size, bold: true }, { color: look.color('text', isLit), rtl: look.isRtl, ...align }),
    ],
    anchor: 'middle',
    inset: noInset,
    wrap: false,
    lineSpacing: size * 1.2,
  };
}
