import { safeLine } from '../guards.ts';
import type { Description } from '../slideSpec.ts';
import { slideLinks } from './slideLinks.ts';
import type { SlidePass } from './slidePart.ts';
import { child, element, elements, type XmlElement } from '../../../ooxml/xml.ts';

const DECORATIVE = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}';
const DECORATIVE_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

/** Unique ids in reading order, names for the selection pane, a description of all that is not text, and links of shapes. */
export const identities: SlidePass = (slide) => {
  const { shapeTree, made } = slide;
  const linkTo = slideLinks(slide);
  for (const { element: spec, node } of made) {
    const properties = identify(node, spec.name, spec.kind === 'text' ? undefined : spec.description);
    if ((spec.kind === 'shape' || spec.kind === 'panel') && spec.link !== undefined)
      properties.children.unshift(linkTo(spec.link));
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

/** Gives a shape, picture, table or group its name and description. */
export function identify(node: XmlElement, name: string, description: Description | undefined): XmlElement {
  const [nonVisual] = elements(node);
  const properties = nonVisual === undefined ? undefined : child(nonVisual, 'p:cNvPr');
  if (properties === undefined) throw new Error(`<${node.name}> has no <p:cNvPr>`);
  properties.attributes = { id: '0', name: safeLine(name) };
  properties.children = [];
  if (description === undefined) return properties;
  properties.attributes.descr = 'alt' in description ? safeLine(description.alt) : '';
  if ('decorative' in description) properties.children.push(decorativeMark());
  return properties;
}

function decorativeMark(): XmlElement {
  return element(
    'a:extLst',
    {},
    element('a:ext', { uri: DECORATIVE }, element('adec:decorative', { 'xmlns:adec': DECORATIVE_NAMESPACE, val: 1 })),
  );
}
