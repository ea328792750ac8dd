import { type SlidePass, shapesOf } from './slidePart.ts';
import { child, descend, element } from '../../../ooxml/xml.ts';

/** Round ends and joins for icons drawn with a line. */
export const strokes: SlidePass = ({ made }) => {
  for (const [shape, node] of shapesOf(made)) {
    if (shape.stroke === undefined) continue;
    const line = child(descend(node, 'p:spPr'), 'a:ln');
    if (line === undefined) continue;
    line.attributes.cap = 'rnd';
    line.children = [
      ...line.children.filter((inner) => typeof inner !== 'string' && inner.name !== 'a:prstDash'),
      element('a:round'),
    ];
  }
};
