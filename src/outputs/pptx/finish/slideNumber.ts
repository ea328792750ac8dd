import type { SlidePass } from './slidePart.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Index of the slide number's placeholder on master, layouts and slides. */
const NUMBER_INDEX = 12;
/** PowerPoint knows a number field by its type; the id only has to be a GUID. */
const FIELD_ID = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

/** A page number, in the placeholder of the layout, on every slide but the cover. */
export const slideNumber: SlidePass = ({ shapeTree, spec, deck, number }) => {
  if (spec.layout !== 'cover') shapeTree.children.push(numberShape(String(number), deck.language));
};

export function numberShape(text: string, language: string): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 0, name: 'Slide number' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldNum', sz: 'quarter', idx: NUMBER_INDEX })),
    ),
    element('p:spPr'),
    element(
      'p:txBody',
      {},
      element('a:bodyPr'),
      element('a:lstStyle'),
      element(
        'a:p',
        {},
        element(
          'a:fld',
          { id: FIELD_ID, type: 'slidenum' },
          element('a:rPr', { lang: language }),
          element('a:t', {}, text),
        ),
        element('a:endParaRPr', { lang: language }),
      ),
    ),
  );
}
