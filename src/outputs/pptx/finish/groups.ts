import { element, elements, type XmlElement } from '../../../ooxml/xml.ts';
import { unionOf } from '../../../layout/box.ts';
import type { GroupSpec } from '../slideSpec.ts';
import { groupChildren } from './groupChildren.ts';
import { identify } from './identities.ts';
import { type SlidePass, TREE_PROPERTIES } from './slidePart.ts';

/** Puts the members of a group into one: they are selected and moved together, and can still be edited one by one. */
export const groups: SlidePass = ({ shapeTree, spec, made }) => {
  let next = 0;
  const take = (count: number): XmlElement[] => made.slice(next, (next += count)).map(({ node }) => node);
  shapeTree.children = [
    ...elements(shapeTree).slice(0, TREE_PROPERTIES),
    ...spec.elements.flatMap((each) =>
      each.kind === 'group' ? [groupNode(each, take(each.members.length))] : take(1),
    ),
  ];
};

function groupNode({ name, members, description, turn }: GroupSpec, nodes: readonly XmlElement[]): XmlElement {
  const group = element('p:grpSp', {}, ...groupChildren(unionOf(members.map(({ box }) => box)), nodes, turn));
  identify(group, name, description);
  return group;
}
