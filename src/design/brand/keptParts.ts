import { relationsPath } from '../../ooxml/relations.ts';
import type { ZipArchive } from '../../ooxml/readZip.ts';
import { elements, removeChildren, serializeXml, type XmlElement } from '../../ooxml/xml.ts';
import { cleanReferences, dropOwnSlides } from './cleanReferences.ts';
import type { BrandPackage } from './model.ts';
import { type PartRelation, type TemplateParts, TemplateRefused } from './templateParts.ts';

export const PRESENTATION = 'ppt/presentation.xml';
/** A presentation without macros, whatever the template was. */
const PRESENTATION_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';

/** What a part leads to that a deck of ours does not take along: content, its authors, code, and states of the window. */
const leftBehind: ReadonlySet<string> = new Set([
  'slide',
  'notesSlide',
  'comments',
  'commentAuthors',
  'authors',
  'threadedComment',
  'person',
  'customXml',
  'customXmlProps',
  'tags',
  'vbaProject',
  'wordVbaData',
  'control',
  'activeXControlBinary',
  'viewProps',
  'printerSettings',
  'changesInfo',
  'revisionInfo',
  'smartTags',
  'legacyDocTextInfo',
]);

/** Shown for pictures that are not in the package: one transparent pixel. */
const BLANK_PICTURE = 'ppt/media/blankPicture.png';
const blankPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Everything that the presentation leads to, without its slides and what only they have. */
export function keptParts(parts: TemplateParts, archive: ZipArchive): BrandPackage {
  const changed = new Map<string, Uint8Array>();
  const kept = new Set<string>([PRESENTATION]);
  for (const part of kept) {
    const fates = parts.relations(part).map((relation) => ({ relation, fate: fateOf(relation) }));
    for (const { relation, fate } of fates) {
      if (fate === 'kept' && relation.part !== undefined) kept.add(relation.part);
      if (fate === 'blank') kept.add(BLANK_PICTURE);
    }
    if (part === PRESENTATION || fates.some(({ fate }) => fate !== 'kept')) clean(part, fates, parts, changed);
  }
  const unpacked = archive.unpack((name) => kept.has(name) && parts.bytes(name) === undefined);
  const bytesOf = (name: string): Uint8Array | undefined =>
    changed.get(name) ??
    parts.bytes(name) ??
    unpacked.get(name) ??
    (name === BLANK_PICTURE ? new Uint8Array(blankPicture) : undefined);
  const bytes = new Map<string, Uint8Array>();
  const contentTypes = new Map<string, string>();
  for (const name of kept) {
    // Also parsed to see that it is sound: what is broken here would be broken in every deck.
    if (/\.xml$/i.test(name)) parts.tree(name);
    for (const each of [name, relationsPath(name)]) {
      const found = bytesOf(each);
      if (found !== undefined) bytes.set(each, found);
    }
    contentTypes.set(name, typeOf(name, parts));
  }
  return { parts: bytes, contentTypes };
}

type Fate = 'kept' | 'dropped' | 'blank';

interface Fated {
  readonly relation: PartRelation;
  readonly fate: Fate;
}

/** Links to web pages stay. Everything else outside the package would be fetched when the deck is opened. */
function fateOf({ type, external, target, part }: PartRelation): Fate {
  if (leftBehind.has(type)) return 'dropped';
  if (external && type === 'hyperlink') return /^(https?|mailto):/i.test(target) ? 'kept' : 'dropped';
  if (external || part === undefined) return type === 'image' ? 'blank' : 'dropped';
  return 'kept';
}

/** Writes a part and its relations anew, without what is dropped and without what refers to it. */
function clean(part: string, fates: readonly Fated[], parts: TemplateParts, changed: Map<string, Uint8Array>): void {
  const idsOf = (wanted: Fate): ReadonlySet<string> =>
    new Set(fates.filter(({ fate }) => fate === wanted).map(({ relation }) => relation.id));
  const [dropped, blank] = [idsOf('dropped'), idsOf('blank')];
  const root = structuredClone(parts.tree(part));
  if (part === PRESENTATION) dropOwnSlides(root);
  cleanReferences(root, dropped, blank);
  changed.set(part, Buffer.from(serializeXml(root)));
  const path = relationsPath(part);
  if (fates.length === 0) return;
  const relations = structuredClone(parts.tree(path));
  relations.children = elements(relations).filter(({ attributes }) => !dropped.has(attributes.Id ?? ''));
  for (const relation of elements(relations)) if (blank.has(relation.attributes.Id ?? '')) pointAtBlank(relation);
  changed.set(path, Buffer.from(serializeXml(relations)));
}

function pointAtBlank(relation: XmlElement): void {
  const { TargetMode: _external, ...attributes } = relation.attributes;
  relation.attributes = { ...attributes, Target: `/${BLANK_PICTURE}` };
  removeChildren(relation);
}

function typeOf(name: string, parts: TemplateParts): string {
  if (name === PRESENTATION) return PRESENTATION_TYPE;
  const type = name === BLANK_PICTURE ? 'image/png' : parts.contentType(name);
  if (type === undefined || type === '') throw new TemplateRefused('damaged', `${name} has no content type`);
  return type;
}
