import type { SlidePass } from './slidePart.ts';
import { child, element, type XmlElement } from '../../../ooxml/xml.ts';

/** A place for text in every shape, so that people can type into it, and no line where none was asked for. */
export const shapes: SlidePass = ({ emitted, deck }) => {
  for (const shape of emitted('p:sp')) {
    const line = child(child(shape, 'p:spPr'), 'a:ln');
    if (line !== undefined && child(line, 'a:solidFill') === undefined) line.children = [element('a:noFill')];
    if (child(shape, 'p:txBody') !== undefined) continue;
    shape.children.push(emptyText(deck.language));
  }
};

/** A body of text that waits for some. */
export function emptyText(language: string): XmlElement {
  return element(
    'p:txBody',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element('a:p', {}, element('a:endParaRPr', { lang: language })),
  );
}
