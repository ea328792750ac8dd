import type { LinkTarget } from '../../../deck/links.ts';
import { type CategoryName, icon as iconOf } from '../../../design/icons.ts';
import type { Box } from '../../../layout/box.ts';
import type { PlacedNode, PlacedText } from '../../../layout/diagrams/model.ts';
import type { ComposeContext } from '../composeContext.ts';
import type { GroupSpec, LinkSpec, PanelSpec, ShapeSpec } from '../slideSpec.ts';
import { badgePanels } from './badgePanels.ts';
import type { DiagramLook } from './diagramLook.ts';
import { textInPlace, textWithin } from './panelText.ts';

/** In points, at the size that diagrams are laid out in. */
const CORNER = 5;

/** A step or a part: a panel with its title, which connectors hold on to, and what stands on it. */
export function nodeGroup(placed: PlacedNode, look: DiagramLook, context: ComposeContext): GroupSpec {
  const { node, number, icon, badges, components, skills } = placed;
  const isLit = look.lit?.nodes.has(node.id) ?? true;
  const name = node.number === undefined ? node.title : `${node.number}. ${node.title}`;
  const rtl = look.isRtl;
  return {
    kind: 'group',
    name,
    description: { alt: name },
    members: [
      titlePanel(placed, isLit, look, context),
      ...(number === undefined ? [] : [disc(number, isLit, look)]),
      ...(icon === undefined || node.icon === undefined ? [] : [iconShape(node.icon, icon, isLit, look)]),
      ...components.flatMap(({ component, icon: place, text }): (PanelSpec | ShapeSpec)[] => {
        const link = componentLink(component.id, component.link, component.name, context);
        const at = textInPlace(text, { color: look.color('text', isLit), rtl });
        return [
          iconShape(component.icon, place, isLit, look),
          { kind: 'panel', name: component.name, ...at, ...(link && { link }) },
        ];
      }),
      ...(skills === undefined ? [] : [textPanel(context.design.labels.skills, skills, look, isLit)]),
      ...badges.flatMap((badge) =>
        badgePanels(badge, isLit && (look.lit?.hasBadge(badge.badge) ?? true), look, context),
      ),
    ],
  };
}

function titlePanel(
  { node, box, title }: PlacedNode,
  isLit: boolean,
  look: DiagramLook,
  context: ComposeContext,
): PanelSpec {
  const link = node.componentId && componentLink(node.componentId, node.link, node.title, context);
  const ring = isLit ? look.ring : undefined;
  return {
    kind: 'panel',
    name: node.title,
    key: node.id,
    box,
    corner: CORNER,
    fill: look.surface,
    stroke: ring === undefined ? { color: look.color('node', isLit), width: 1 } : { color: ring, width: 2.25 },
    ...textWithin(title, box, node.title, { color: look.color('text', isLit), rtl: look.isRtl }),
    ...(link && { link }),
  };
}

function textPanel(name: string, text: PlacedText, look: DiagramLook, isLit: boolean): PanelSpec {
  return {
    kind: 'panel',
    name,
    ...textInPlace(text, { color: look.color('remark', isLit), rtl: look.isRtl }),
  };
}

/** The number of a step, or of a connection. */
export function disc(number: PlacedText, isLit: boolean, look: DiagramLook): PanelSpec {
  const { box } = number;
  return {
    kind: 'panel',
    name: number.lines.join(''),
    ...textInPlace(number, { color: look.onDisc(isLit), rtl: look.isRtl, align: 'center' }),
    corner: Math.min(box.width, box.height) / 2,
    fill: look.color('disc', isLit),
  };
}

function iconShape(name: CategoryName, box: Box, isLit: boolean, look: DiagramLook): ShapeSpec {
  const { commands, size } = iconOf(name);
  return {
    kind: 'shape',
    name: 'Icon',
    box,
    geometry: { kind: 'path', commands, viewBox: [size, size] },
    stroke: { color: look.color('icon', isLit), width: (2 * box.width) / size },
    description: { decorative: true },
  };
}

/** The slide with everyone's access to a component; else its RBAC file. */
function componentLink(
  id: string,
  target: LinkTarget | undefined,
  name: string,
  context: ComposeContext,
): LinkSpec | undefined {
  return context.linkIn(`access:${id}`, name) ?? (target && context.linkOut(target, name));
}
