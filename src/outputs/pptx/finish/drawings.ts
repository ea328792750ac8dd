import type { Description, DrawingSpec, MemberSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { identify } from './identities.ts';
import { outlineOf } from './paths.ts';
import { placeOf } from './place.ts';
import { groupChildren } from './groupChildren.ts';
import { emptyText } from './shapes.ts';
import type { SlidePass } from './slidePart.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Turns the rectangle that the emitter writes for a drawing into a group of its shapes. */
export const drawings: SlidePass = ({ made, deck }) => {
  for (const { element: spec, node } of made) {
    if (spec.kind === 'drawing') becomeGroup(node, spec, deck.language);
  }
};

function becomeGroup(node: XmlElement, { box, shapes, description }: DrawingSpec, language: string): void {
  node.name = 'p:grpSp';
  node.children = groupChildren(
    box,
    shapes.map((shape) => member(shape, description, language)),
  );
}

/** A shape of a drawing. The drawing says what there is to say of its shapes. */
function member(shape: MemberSpec, ofGroup: Description, language: string): XmlElement {
  const { offset, extent } = placeOf(shape.box);
  const fill = shape.fill === undefined ? element('a:noFill') : element('a:solidFill', {}, colorElement(shape.fill));
  const made = element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, element('p:cNvPr'), element('p:cNvSpPr'), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      element('a:xfrm', {}, element('a:off', offset), element('a:ext', extent)),
      outlineOf(shape),
      fill,
      element('a:ln', {}, element('a:noFill')),
    ),
    emptyText(language),
  );
  identify(made, shape.name, 'decorative' in ofGroup ? ofGroup : undefined);
  return made;
}
