import { layoutOf } from '../layoutOf.ts';
import type { SlidePass } from './slidePart.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** PowerPoint knows a number field by its type; the id only has to be a GUID. */
const FIELD_ID = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

/** A page number, on slides of layouts that have a place for it. */
export const slideNumber: SlidePass = ({ shapeTree, spec, deck, number }) => {
  const place = layoutOf(spec, deck).number;
  if (place !== undefined) shapeTree.children.push(numberShape(String(number), place.index, deck.language));
};

export function numberShape(text: string, index: number, language: string): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 0, name: 'Slide number' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldNum', sz: 'quarter', idx: index })),
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
