import { layoutOf } from '../layoutOf.ts';
import type { Box } from '../../../layout/box.ts';
import type { PlaceholderSpec } from '../../../layout/slides/format/model.ts';
import { sideways } from './sideways.ts';
import type { SlidePass } from './slidePart.ts';
import { descend, element, removeChildren, type XmlElement } from '../../../ooxml/xml.ts';

/**
 * Ties text to the placeholders of its layout: PowerPoint finds a title only by its type, and a slide follows its
 * layout only where it does not repeat place and looks.
 */
export const placeholders: SlidePass = ({ made, spec, deck }) => {
  const layout = layoutOf(spec, deck);
  for (const { element: text, node } of made) {
    if (text.kind !== 'text' || text.placeholder === undefined) continue;
    const placeholder = layout.placeholders.find(({ name }) => name === text.placeholder);
    if (placeholder === undefined) throw new Error(`The layout ${layout.name} has no placeholder ${text.placeholder}`);
    inherit(node, placeholder, text.box, sideways(placeholder.box, deck));
  }
};

function inherit(node: XmlElement, placeholder: PlaceholderSpec, box: Box, place: Box): void {
  const nonVisual = descend(node, 'p:nvSpPr');
  descend(nonVisual, 'p:cNvSpPr').attributes = {};
  descend(nonVisual, 'p:cNvSpPr').children = [element('a:spLocks', { noGrp: 1 })];
  descend(nonVisual, 'p:nvPr').children = [placeholderMark(placeholder)];
  const body = descend(node, 'p:txBody', 'a:bodyPr');
  body.attributes = {};
  body.children = [];
  const properties = descend(node, 'p:spPr');
  if (isSame(box, place)) properties.children = [];
  else removeChildren(properties, 'a:prstGeom', 'a:noFill', 'a:ln');
}

/** `p:ph`, the same on a slide as on its layout. */
export function placeholderMark({ type, index }: PlaceholderSpec): XmlElement {
  return element('p:ph', { type: type === 'obj' ? undefined : type, idx: index });
}

function isSame(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
