import { TINT_SATURATION } from '../../../deck/figureTones.ts';
import type { Color } from '../slideSpec.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

const PERCENT = 100_000;

/** A colour tied to the theme's where it is one, lighter or darker by the same arithmetic in HSL as its hex value. */
export function colorElement({ hex, scheme, tone = 0, alpha }: Color): XmlElement {
  if (scheme === undefined) return element('a:srgbClr', { val: hex.slice(1).toUpperCase() });
  const layer = alpha === undefined ? [] : [element('a:alpha', { val: Math.round(alpha * PERCENT) })];
  return element('a:schemeClr', { val: scheme }, ...changes(tone), ...layer);
}

function changes(tone: number): XmlElement[] {
  const percent = (value: number): number => Math.round(value * PERCENT);
  if (tone === 0) return [];
  if (tone < 0) return [element('a:lumMod', { val: percent(1 + tone) })];
  return [
    element('a:satMod', { val: percent(TINT_SATURATION) }),
    element('a:lumMod', { val: percent(1 - tone) }),
    element('a:lumOff', { val: percent(tone) }),
  ];
}
