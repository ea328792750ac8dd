import { colorElement } from './colors.ts';
import { type SlidePass, shapesOf } from './slidePart.ts';
import { child, descend } from './xml.ts';

/** Ties lighter and darker tones to the theme's colours; the emitter knows only the colours themselves. */
export const tones: SlidePass = ({ made }) => {
  for (const [shape, node] of shapesOf(made)) {
    if (shape.fill?.scheme === undefined || shape.fill.tone === undefined) continue;
    const fill = child(descend(node, 'p:spPr'), 'a:solidFill');
    if (fill !== undefined) fill.children = [colorElement(shape.fill)];
  }
};
