import { ptToEmu } from '../../../design/units.ts';
import type { GroupSpec } from '../slideSpec.ts';
import type { SlidePass } from './slidePart.ts';
import { element, type XmlElement } from './xml.ts';

/** Members of a group become one: they are selected, moved and described together. */
export const groups: SlidePass = ({ shapeTree, made }) => {
  for (const { element: spec, nodes } of made) {
    const [first] = nodes;
    if (spec.kind !== 'group' || first === undefined) continue;
    const members = new Set(nodes);
    shapeTree.children = shapeTree.children.flatMap((node) => {
      if (node === first) return [groupOf(spec, nodes)];
      return typeof node !== 'string' && members.has(node) ? [] : [node];
    });
  }
};

function groupOf({ box }: GroupSpec, nodes: readonly XmlElement[]): XmlElement {
  const offset = { x: ptToEmu(box.x), y: ptToEmu(box.y) };
  const extent = { cx: ptToEmu(box.width), cy: ptToEmu(box.height) };
  return element(
    'p:grpSp',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 0, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
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
    ...nodes,
  );
}
