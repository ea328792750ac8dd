import type { SlidePass } from './slidePart.ts';
import { child, element } from './xml.ts';

/** A place for text in every shape, so that people can type into it, and no line where none was asked for. */
export const shapes: SlidePass = ({ emitted, deck }) => {
  for (const shape of emitted('p:sp')) {
    const line = child(child(shape, 'p:spPr'), 'a:ln');
    if (line !== undefined && child(line, 'a:solidFill') === undefined) line.children = [element('a:noFill')];
    if (child(shape, 'p:txBody') !== undefined) continue;
    shape.children.push(
      element(
        'p:txBody',
        {},
        element('a:bodyPr'),
        element('a:lstStyle'),
        element('a:p', {}, element('a:endParaRPr', { lang: deck.language })),
      ),
    );
  }
};
