import { TINT_SATURATION } from '../../../deck/figureTones.ts';
import type { Color } from '../slideSpec.ts';
import { shapesOf, type SlidePass } from './slidePart.ts';
import { child, descend, element, type XmlElement } from './xml.ts';

/** Ties lighter and darker tones to the theme's colours; the emitter knows only the colours themselves. */
export const tones: SlidePass = ({ made }) => {
  for (const [shape, node] of shapesOf(made)) {
    if (shape.fill?.scheme === undefined || shape.fill.tone === undefined) continue;
    const fill = child(descend(node, 'p:spPr'), 'a:solidFill');
    if (fill !== undefined) fill.children = [tonedColor(shape.fill)];
  }
};

const PERCENT = 100_000;

function tonedColor({ scheme, tone = 0 }: Color): XmlElement {
  const percent = (value: number): number => Math.round(value * PERCENT);
  const changes =
    tone < 0
      ? [element('a:lumMod', { val: percent(1 + tone) })]
      : [
          element('a:satMod', { val: percent(TINT_SATURATION) }),
          element('a:lumMod', { val: percent(1 - tone) }),
          element('a:lumOff', { val: percent(tone) }),
        ];
  return element('a:schemeClr', { val: scheme }, ...changes);
}
