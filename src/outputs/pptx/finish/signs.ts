import { signs as accessSigns } from '../../../layout/slides/accessCells.ts';
import type { SlidePass } from './slidePart.ts';
import { child, element, textContent, type XmlElement, type XmlNode } from '../../../ooxml/xml.ts';

/** Has all signs in one size and weight, which text fonts do not; a Mac has a substitute of the same design. */
const SIGN_FONT = 'Segoe UI Symbol';

const { standing, eligible, open } = accessSigns;
const aroundSigns = new RegExp(`([${standing}${eligible}${open}]+)`);

/** Puts the signs of the access tables into runs of their own, in a font that has them. */
export const signs: SlidePass = ({ emitted }) => {
  for (const paragraph of emitted('a:p')) {
    if (!paragraph.children.some(hasSign)) continue;
    paragraph.children = paragraph.children.flatMap((node): XmlNode[] => (isElement(node) ? splitSigns(node) : [node]));
  }
};

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

function hasSign(node: XmlNode): boolean {
  return typeof node !== 'string' && node.name === 'a:r' && aroundSigns.test(textContent(node));
}

/** A run as several when there are signs in it; any other element of a paragraph as it is. */
export function splitSigns(run: XmlElement): XmlElement[] {
  if (!hasSign(run)) return [run];
  const properties = child(run, 'a:rPr') ?? element('a:rPr');
  const pieces = textContent(run)
    .split(aroundSigns)
    .filter((piece) => piece !== '');
  return pieces.map((piece) =>
    element('a:r', {}, aroundSigns.test(piece) ? withSignFont(properties) : properties, element('a:t', {}, piece)),
  );
}

/** Fonts come after the fill and before the link. */
function withSignFont({ attributes, children }: XmlElement): XmlElement {
  const fonts = ['a:latin', 'a:ea', 'a:cs', 'a:sym'].map((name) => element(name, { typeface: SIGN_FONT }));
  const link = children.findIndex((node) => typeof node !== 'string' && node.name === 'a:hlinkClick');
  const before = link < 0 ? children : children.slice(0, link);
  return element('a:rPr', attributes, ...before, ...fonts, ...children.slice(before.length));
}
