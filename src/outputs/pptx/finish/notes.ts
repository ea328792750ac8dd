import { isRightToLeft } from '../guards.ts';
import type { DeckSpec } from '../slideSpec.ts';
import {
  child,
  descend,
  descendants,
  element,
  elements,
  removeChildren,
  textContent,
  type XmlElement,
} from '../../../ooxml/xml.ts';

/** The emitter writes notes of several lines as one run; each line becomes a paragraph of its own. */
export function splitNotes(root: XmlElement, deck: DeckSpec): void {
  const { language } = deck;
  removeChildren(root, 'p:extLst');
  removeChildren(descend(root, 'p:cSld'), 'p:extLst');
  for (const shape of descendants(root, 'p:sp')) {
    const placeholder = child(descend(shape, 'p:nvSpPr', 'p:nvPr'), 'p:ph');
    if (placeholder?.attributes.type === 'body') splitBody(descend(shape, 'p:txBody'), deck);
  }
  for (const name of ['a:rPr', 'a:endParaRPr']) {
    for (const properties of descendants(root, name)) properties.attributes = { lang: language };
  }
}

function splitBody(body: XmlElement, { language, rtl }: DeckSpec): void {
  const text = descendants(body, 'a:t').map(textContent).join('');
  const paragraphs = text.split(/\r?\n/).map((line) => {
    const properties = (/\p{L}/u.test(line) ? isRightToLeft(line) : rtl)
      ? [element('a:pPr', { algn: 'r', rtl: 1 })]
      : [];
    if (line === '') return element('a:p', {}, element('a:endParaRPr', { lang: language }));
    return element(
      'a:p',
      {},
      ...properties,
      element('a:r', {}, element('a:rPr', { lang: language }), element('a:t', {}, line)),
    );
  });
  body.children = [...elements(body).filter(({ name }) => name !== 'a:p'), ...paragraphs];
}
