import { pt, ptToEmu } from '../../../design/units.ts';
import type { ParagraphSpec } from '../slideSpec.ts';
import type { SlidePass } from './slidePart.ts';
import { child, descendants, element, type XmlElement } from '../../../ooxml/xml.ts';

/** Leading and hanging indents, which the emitter knows for lists with bullets only. */
export const paragraphShapes: SlidePass = ({ made }) => {
  for (const { element: spec, node } of made) {
    if (spec.kind !== 'text' || !spec.paragraphs.some(isShaped)) continue;
    for (const [index, paragraph] of descendants(node, 'a:p').entries()) {
      const own = spec.paragraphs[index];
      if (own !== undefined && isShaped(own)) shape(paragraph, own);
    }
  }
};

const isShaped = ({ leading, hanging }: ParagraphSpec): boolean => leading !== undefined || hanging !== undefined;

/** Thousandths of a per cent. */
const WHOLE = 100_000;

function shape(paragraph: XmlElement, { leading, hanging }: ParagraphSpec): void {
  const known = child(paragraph, 'a:pPr');
  const properties = known ?? element('a:pPr');
  if (known === undefined) paragraph.children.unshift(properties);
  if (leading !== undefined) {
    properties.children.unshift(element('a:lnSpc', {}, element('a:spcPct', { val: Math.round(leading * WHOLE) })));
  }
  if (hanging === undefined) return;
  const indent = ptToEmu(pt(hanging));
  properties.attributes = { marL: String(indent), indent: `-${indent}`, ...properties.attributes };
  // One stop only, where the indent is: programs disagree on what others are counted from.
  properties.children.push(element('a:tabLst', {}, element('a:tab', { pos: indent, algn: 'l' })));
}
