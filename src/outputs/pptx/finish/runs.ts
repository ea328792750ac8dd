import type { SlidePass } from './slidePart.ts';
import { child, element, removeChildren, type XmlElement } from '../../../ooxml/xml.ts';

/** Language on every run, and fonts by the theme's slots: one typeface for Latin text does not suit other scripts. */
export const runProperties: SlidePass = ({ emitted, deck }) => {
  for (const name of ['a:rPr', 'a:endParaRPr']) {
    for (const properties of emitted(name)) {
      mendAttributes(properties, deck.language);
      mendFonts(properties);
    }
  }
};

function mendAttributes(properties: XmlElement, language: string): void {
  const { altLang: _altLang, dirty: _dirty, lang: _lang, ...others } = properties.attributes;
  properties.attributes = { lang: language, ...others };
}

function mendFonts(properties: XmlElement): void {
  const typeface = child(properties, 'a:latin')?.attributes.typeface;
  if (typeface === undefined) return;
  const slot = typeface.slice(0, '+mj'.length);
  const fonts = [
    element('a:latin', { typeface: `${slot}-lt` }),
    element('a:ea', { typeface: `${slot}-ea` }),
    element('a:cs', { typeface: `${slot}-cs` }),
  ];
  const at = properties.children.findIndex((node) => typeof node !== 'string' && node.name === 'a:latin');
  removeChildren(properties, 'a:latin', 'a:ea', 'a:cs');
  properties.children.splice(at, 0, ...fonts);
}
