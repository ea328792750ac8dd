import type { SlidePass } from './slidePart.ts';
import { child, descendants, element, removeChildren, type XmlElement } from './xml.ts';

/** Language on every run, and fonts by the theme's slots: one typeface for Latin text does not suit other scripts. */
export const runProperties: SlidePass = ({ shapeTree, deck }) => {
  for (const name of ['a:rPr', 'a:endParaRPr']) {
    for (const properties of descendants(shapeTree, name)) {
      mendAttributes(properties, deck.language);
      mendFonts(properties);
    }
  }
};

function mendAttributes(properties: XmlElement, language: string): void {
  const { altLang, dirty, lang, ...others } = properties.attributes;
  properties.attributes = { lang: language, ...others };
}

function mendFonts(properties: XmlElement): void {
  const typeface = child(properties, 'a:latin')?.attributes.typeface;
  if (typeface === undefined) return;
  const fonts =
    typeface === '+mj-lt'
      ? [
          element('a:latin', { typeface: '+mj-lt' }),
          element('a:ea', { typeface: '+mj-ea' }),
          element('a:cs', { typeface: '+mj-cs' }),
        ]
      : ['a:latin', 'a:ea', 'a:cs', 'a:sym'].map((name) => element(name, { typeface }));
  const at = properties.children.findIndex((node) => typeof node !== 'string' && node.name === 'a:latin');
  removeChildren(properties, 'a:latin', 'a:ea', 'a:cs');
  properties.children.splice(at, 0, ...fonts);
}
