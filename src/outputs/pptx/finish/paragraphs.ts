import type { SlidePass } from './slidePart.ts';
import { elements, removeChildren, type XmlElement } from '../../../ooxml/xml.ts';

/** The emitter writes a paragraph's properties before every run; the format allows them once, at the start. */
export const onePropertiesAParagraph: SlidePass = ({ emitted, deck }) => {
  for (const paragraph of emitted('a:p')) {
    const [first] = elements(paragraph).filter(({ name }) => name === 'a:pPr');
    removeChildren(paragraph, 'a:pPr');
    if (first === undefined) continue;
    dropBulletDefaults(first);
    if (deck.rtl) startOnTheRight(first);
    const empty = Object.keys(first.attributes).length === 0 && first.children.length === 0;
    if (!empty) paragraph.children.unshift(first);
  }
};

/** Latin text in a deck that reads from right to left stands on the right too, but runs its own way. */
function startOnTheRight(properties: XmlElement): void {
  properties.attributes = { algn: 'r', rtl: '0', ...properties.attributes };
}

/** Text boxes have no bullets to switch off, and placeholders take theirs from the layout. */
function dropBulletDefaults(properties: XmlElement): void {
  removeChildren(properties, 'a:buNone');
  delete properties.attributes.indent;
  delete properties.attributes.marL;
}
