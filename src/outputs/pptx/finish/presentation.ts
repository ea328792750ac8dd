import { createHash } from 'node:crypto';
import { safeLine } from '../guards.ts';
import type { DeckSpec } from '../slideSpec.ts';
import type { Base, BaseParts } from './base.ts';
import type { PackageWriter } from './package.ts';
import { freeNumber, internalRelation, type Relation } from '../../../ooxml/relations.ts';
import { child, descendants, element, elements, removeChildren, type XmlElement } from '../../../ooxml/xml.ts';

const PRESENTATION = 'ppt/presentation.xml';
const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';
const P14 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
/** Notes print on A4 and Letter alike: 7.5 x 10 in. */
const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 };

/** PowerPoint counts slides from here. */
const FIRST_SLIDE_ID = 256;

/** Between the two lists, in the order of the schema. */
const HANDOUTS = 'p:handoutMasterIdLst';

/** The presentation part: all slides in their order, the deck's sections and direction, upright notes pages. */
export function addPresentation(parts: BaseParts, { notesMaster }: Base, deck: DeckSpec, target: PackageWriter): void {
  const { presentation, relations } = parts;
  const free = freeNumber(relations);
  const slides = deck.slides.map((_slide, index) =>
    internalRelation(free + index, 'slide', `slides/slide${index + 1}.xml`),
  );
  const notes = internalRelation(free + slides.length, 'notesMaster', notesMaster.replace(/^ppt\//, ''));
  mendPresentation(presentation, deck, slides, notes);
  target.addXml(PRESENTATION, presentation);
  target.addRelations(PRESENTATION, [...relations, ...slides, notes]);
}

/** Lists in the order of the schema; a template comes without its own slides. */
function mendPresentation(root: XmlElement, deck: DeckSpec, slides: readonly Relation[], notes: Relation): void {
  removeChildren(root, 'p:notesMasterIdLst', 'p:sldIdLst');
  const ids = slides.map((_slide, index) => String(FIRST_SLIDE_ID + index));
  const notesList = element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': notes.id }));
  const slideList = element(
    'p:sldIdLst',
    {},
    ...slides.map(({ id }, index) => element('p:sldId', { id: ids[index], 'r:id': id })),
  );
  const handouts = elements(root).filter(({ name }) => name === HANDOUTS);
  removeChildren(root, HANDOUTS);
  const at = elements(root).findIndex(({ name }) => name === 'p:sldMasterIdLst') + 1;
  root.children = elements(root);
  root.children.splice(at, 0, notesList, ...handouts, slideList);
  if (deck.rtl) root.attributes.rtl = '1';
  const notesSize = child(root, 'p:notesSz');
  if (notesSize !== undefined) notesSize.attributes = { cx: String(NOTES_SIZE.cx), cy: String(NOTES_SIZE.cy) };
  for (const properties of descendants(root, 'a:defRPr'))
    properties.attributes = { ...properties.attributes, lang: deck.language };
  addSections(root, deck, ids);
}

/** In the place of those that the template may have; other extensions stay. */
function addSections(root: XmlElement, deck: DeckSpec, ids: readonly string[]): void {
  const known = child(root, 'p:extLst');
  const others = known === undefined ? [] : elements(known).filter(({ attributes }) => attributes.uri !== SECTIONS);
  removeChildren(root, 'p:extLst');
  const sections = element('p:ext', { uri: SECTIONS }, sectionList(deck, ids));
  root.children.push(element('p:extLst', {}, sections, ...others));
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
