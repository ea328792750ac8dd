import type { PlacedGroup } from '../../../layout/diagrams/model.ts';
import type { DiagramSlide, SlidePicture } from '../../../layout/slides/model.ts';
import type { ComposeContext } from '../composeContext.ts';
import { titleText } from '../composeText.ts';
import type { ElementSpec, GroupSpec, PanelSpec, SlideBody } from '../slideSpec.ts';
import { type DiagramLook, diagramLook } from './diagramLook.ts';
import { connectorOf, edgeTexts, stubConnector, stubMark } from './edgeElements.ts';
import { legendElements } from './legendElements.ts';
import { nodeGroup } from './nodeGroup.ts';
import { noInset, textInPlace, textWithin } from './panelText.ts';

/**
 * A picture of the work as shapes that people edit: lanes or zones, connectors, then steps in their order, so that it is
 * read aloud as the work runs.
 */
export function composeDiagram(slide: DiagramSlide, context: ComposeContext): SlideBody {
  const { picture } = slide;
  const { part, legend } = picture;
  const look = diagramLook(picture, context);
  const nodes = [...part.nodes].sort((a, b) => (a.node.number ?? 0) - (b.node.number ?? 0));
  // Lit lines lie above quiet ones.
  const edges = [...part.edges].sort((a, b) => Number(isLit(a.edge.id, look)) - Number(isLit(b.edge.id, look)));
  return {
    layout: 'table',
    elements: [
      titleText(slide.title, 'table', context),
      groundOf(picture, look),
      ...edges.map((edge) => connectorOf(edge, look)),
      ...part.stubs.map((stub) => stubConnector(stub, look)),
      ...nodes.map((node) => nodeGroup(node, look, context)),
      ...part.edges.flatMap((edge) => edgeTexts(edge, part.groups, look)),
      ...part.stubs.map((stub) => stubMark(stub, look)),
      ...legendElements(legend, look, context),
    ] satisfies ElementSpec[],
  };
}

const isLit = (edge: string, { lit }: DiagramLook): boolean => lit?.edges.has(edge) ?? true;

/** What everything else stands on; says for all of it what the picture says. */
function groundOf({ part, diagram }: SlidePicture, look: DiagramLook): GroupSpec {
  const ground: PanelSpec = {
    kind: 'panel',
    name: 'Ground',
    box: part.box,
    paragraphs: [],
    anchor: 'top',
    inset: noInset,
    wrap: true,
    lineSpacing: 0,
    description: { decorative: true },
  };
  return {
    kind: 'group',
    name: diagram.title,
    description: { alt: diagram.alt },
    members: part.groups.length === 0 ? [ground] : part.groups.flatMap((group) => groupPanels(group, look)),
  };
}

const CORNER = 6;

/** A lane or zone with its title, and the remark beside it. */
function groupPanels({ group, box, depth, title, note }: PlacedGroup, look: DiagramLook): PanelSpec[] {
  const { fill, line } = look.group(group.emphasized, depth);
  const lit = look.lit?.groups.has(group.id) ?? true;
  const rtl = look.isRtl;
  return [
    {
      kind: 'panel',
      name: group.title,
      box,
      corner: CORNER,
      fill,
      stroke: { color: line, width: group.emphasized ? 1 : 0.75 },
      ...textWithin(title, box, group.title, { color: look.color('text', lit), rtl }),
      wrap: false,
    },
    ...(note === undefined
      ? []
      : [
          {
            kind: 'panel',
            name: note.lines.join(' '),
            ...textInPlace(note, { color: look.remark(group.emphasized), rtl }),
          } as const,
        ]),
  ];
}
