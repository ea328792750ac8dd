import { safeLine } from '../guards.ts';
import type { Description, ElementSpec } from '../slideSpec.ts';
import type { SlidePass } from './slidePart.ts';
import { child, element, elements, type XmlElement } from './xml.ts';

const DECORATIVE = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}';
const DECORATIVE_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

/** Unique ids in reading order, names for the selection pane, and a description of all that is not text. */
export const identities: SlidePass = ({ shapeTree, made }) => {
  for (const { element: spec, nodes } of made) {
    const members = spec.kind === 'group' ? spec.shapes : [spec];
    for (const [index, node] of nodes.entries())
      identify(node, members[index]?.name ?? spec.name, descriptionOf(spec, nodes));
    if (spec.kind === 'group') identifyGroup(shapeTree, spec, nodes[0]);
  }
  let id = 0;
  for (const properties of drawingProperties(shapeTree)) {
    id += 1;
    properties.attributes.id = String(id);
  }
};

/** `p:cNvPr` of a tree and of all shapes in it: the first child of each one's first child. */
function drawingProperties(tree: XmlElement): XmlElement[] {
  const [nonVisual, ...others] = elements(tree);
  const own = nonVisual === undefined ? undefined : child(nonVisual, 'p:cNvPr');
  if (own === undefined) return [];
  return [own, ...others.flatMap(drawingProperties)];
}

/** Members of a group are described by the group. */
function descriptionOf(spec: ElementSpec, nodes: readonly XmlElement[]): Description | undefined {
  if (spec.kind === 'text') return undefined;
  if (spec.kind === 'group') return 'alt' in spec.description && nodes.length > 0 ? undefined : spec.description;
  return spec.description;
}

function identifyGroup(shapeTree: XmlElement, spec: ElementSpec, first: XmlElement | undefined): void {
  const group = elements(shapeTree).find((node) => first !== undefined && node.children.includes(first));
  if (group !== undefined && spec.kind === 'group') identify(group, spec.name, spec.description);
}

function identify(node: XmlElement, name: string, description: Description | undefined): void {
  const [nonVisual] = elements(node);
  const properties = nonVisual === undefined ? undefined : child(nonVisual, 'p:cNvPr');
  if (properties === undefined) throw new Error(`<${node.name}> has no <p:cNvPr>`);
  properties.attributes = { id: '0', name: safeLine(name) };
  properties.children = [];
  if (description === undefined) return;
  properties.attributes.descr = 'alt' in description ? safeLine(description.alt) : '';
  if ('decorative' in description) properties.children.push(decorativeMark());
}

function decorativeMark(): XmlElement {
  return element(
    'a:extLst',
    {},
    element('a:ext', { uri: DECORATIVE }, element('adec:decorative', { 'xmlns:adec': DECORATIVE_NAMESPACE, val: 1 })),
  );
}
