import type { Description, GroupSpec, MemberSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { identify } from './identities.ts';
import { outlineOf } from './paths.ts';
import { placeOf } from './place.ts';
import { emptyText } from './shapes.ts';
import type { SlidePass } from './slidePart.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Turns the rectangle that the emitter writes for a group into one: its members are selected and moved together. */
export const groups: SlidePass = ({ made, deck }) => {
  for (const { element: spec, node } of made) {
    if (spec.kind === 'group') becomeGroup(node, spec, deck.language);
  }
};

function becomeGroup(node: XmlElement, { box, shapes, description }: GroupSpec, language: string): void {
  const { offset, extent } = placeOf(box);
  node.name = 'p:grpSp';
  node.children = [
    element('p:nvGrpSpPr', {}, element('p:cNvPr'), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', offset),
        element('a:ext', extent),
        element('a:chOff', offset),
        element('a:chExt', extent),
      ),
    ),
    ...shapes.map((shape) => member(shape, description, language)),
  ];
}

/** A shape of a group. The group says what there is to say of its members. */
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
