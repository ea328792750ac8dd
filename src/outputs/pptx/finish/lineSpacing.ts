import type { SlidePass } from './slidePart.ts';
import { child, descendants, element, type XmlElement } from '../../../ooxml/xml.ts';

/** Lines of one height in all paragraphs of a text that asks for it. */
export const lineSpacing: SlidePass = ({ made }) => {
  for (const { element: spec, node } of made) {
    if (spec.kind !== 'text' || spec.lineSpacing === undefined) continue;
    const hundredths = Math.round(spec.lineSpacing * 100);
    for (const paragraph of descendants(node, 'a:p')) setSpacing(paragraph, hundredths);
  }
};

function setSpacing(paragraph: XmlElement, hundredths: number): void {
  const known = child(paragraph, 'a:pPr');
  const properties = known ?? element('a:pPr');
  if (known === undefined) paragraph.children.unshift(properties);
  properties.children.unshift(element('a:lnSpc', {}, element('a:spcPts', { val: hundredths })));
}
