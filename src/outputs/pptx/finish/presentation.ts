import { createHash } from 'node:crypto';
import { safeLine } from '../guards.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { internalRelation } from '../../../ooxml/relations.ts';
import type { Relation } from '../../../ooxml/relations.ts';
import { child, descendants, element, elements, removeChildren, type XmlElement } from '../../../ooxml/xml.ts';

const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';
const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
/** Notes print on A4 and Letter alike: 7.5 x 10 in. */
const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 };

/** PowerPoint counts slides from here. */
const FIRST_SLIDE_ID = 256;
/** The master comes first among the relations, then the slides, then the rest. */
const FIRST_SLIDE_RELATION = 2;

/** Children in the order of the schema, all slides, upright notes pages, the deck's sections and direction. */
export function mendPresentation(root: XmlElement, deck: DeckSpec): void {
  removeChildren(root, 'p:notesMasterIdLst', 'p:sldIdLst', 'p:extLst');
  const ids = deck.slides.map((_slide, index) => String(FIRST_SLIDE_ID + index));
  const notesMaster = element('p:notesMasterId', { 'r:id': `rId${FIRST_SLIDE_RELATION + ids.length}` });
  const slides = ids.map((id, index) => element('p:sldId', { id, 'r:id': `rId${FIRST_SLIDE_RELATION + index}` }));
  const at = elements(root).findIndex(({ name }) => name === 'p:sldMasterIdLst') + 1;
  root.children.splice(at, 0, element('p:notesMasterIdLst', {}, notesMaster), element('p:sldIdLst', {}, ...slides));
  if (deck.rtl) root.attributes.rtl = '1';
  const notesSize = child(root, 'p:notesSz');
  if (notesSize !== undefined) notesSize.attributes = { cx: String(NOTES_SIZE.cx), cy: String(NOTES_SIZE.cy) };
  for (const properties of descendants(root, 'a:defRPr'))
    properties.attributes = { lang: deck.language, ...properties.attributes };
  root.children.push(element('p:extLst', {}, element('p:ext', { uri: SECTIONS }, sectionList(deck, ids))));
}

/** Matches the ids that `mendPresentation` writes. */
export function presentationRelations({ slides }: DeckSpec): Relation[] {
  const others = [
    ['notesMaster', 'notesMasters/notesMaster1.xml'],
    ['presProps', 'presProps.xml'],
    ['viewProps', 'viewProps.xml'],
    ['theme', 'theme/theme1.xml'],
    ['tableStyles', 'tableStyles.xml'],
  ] as const;
  return [
    internalRelation(1, 'slideMaster', 'slideMasters/slideMaster1.xml'),
    ...slides.map((_slide, index) =>
      internalRelation(FIRST_SLIDE_RELATION + index, 'slide', `slides/slide${index + 1}.xml`),
    ),
    ...others.map(([type, target], index) =>
      internalRelation(FIRST_SLIDE_RELATION + slides.length + index, type, target),
    ),
  ];
}

function sectionList(deck: DeckSpec, ids: readonly string[]): XmlElement {
  let next = 0;
  const sections = deck.sections.map(({ name, count }, index) => {
    const own = ids.slice(next, next + count);
    next += count;
    return element(
      'p14:section',
      { name: safeLine(name), id: guid(`section ${index} ${name}`) },
      element('p14:sldIdLst', {}, ...own.map((id) => element('p14:sldId', { id }))),
    );
  });
  return element('p14:sectionLst', { 'xmlns:p14': P14 }, ...sections);
}

/** A GUID that depends on the text alone, in capitals as Office wants it (RFC 9562, version 5 layout). */
function guid(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}
