import { child, elements, removeChildren, type XmlElement } from '../../ooxml/xml.ts';

/** Extension of the presentation that lists sections and the slides in them. */
const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/** Elements that may be missing, so that they can go alone; anything else goes with the shape that it belongs to. */
const optional: ReadonlySet<string> = new Set([
  'a:hlinkClick',
  'a:hlinkHover',
  'a:hlinkMouseOver',
  'a:videoFile',
  'a:audioFile',
  'a:quickTimeFile',
  'a:wavAudioFile',
  'a:snd',
  'p:tags',
  'p:custData',
  'p:control',
  'p:sldId',
  'p:handoutMasterId',
  'p:notesMasterId',
  'p:sldLayoutId',
  'p:smartTags',
  'p:ext',
]);

const shapes: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp', 'mc:AlternateContent']);

/** Lists that mean something only as long as they hold something. */
const lists: ReadonlySet<string> = new Set(['p:custDataLst', 'p:controls', 'p:extLst', 'p:notesMasterIdLst']);

/** Takes out of a presentation what is about its own slides, and the password that changing it asks for. */
export function dropOwnSlides(presentation: XmlElement): void {
  removeChildren(presentation, 'p:sldIdLst', 'p:custShowLst', 'p:modifyVerifier', 'p:smartTags');
  const extensions = child(presentation, 'p:extLst');
  if (extensions === undefined) return;
  extensions.children = elements(extensions).filter(({ attributes }) => attributes.uri?.toUpperCase() !== SECTIONS);
  if (extensions.children.length === 0) removeChildren(presentation, 'p:extLst');
}

/** Removes what refers to relations that are gone, and makes links to outside pictures show the picture in the package. */
export function cleanReferences(root: XmlElement, dropped: ReadonlySet<string>, blank: ReadonlySet<string>): void {
  const remains = root.children.filter((node) => typeof node === 'string' || cleaned(node, dropped, blank) === 'stays');
  root.children = remains;
}

/** `goes`: this element; `shape goes`: the nearest shape or optional element around it. */
type Verdict = 'stays' | 'goes' | 'shape goes';

function cleaned(node: XmlElement, dropped: ReadonlySet<string>, blank: ReadonlySet<string>): Verdict {
  linkToEmbedded(node, blank);
  const mayGo = optional.has(node.name) || shapes.has(node.name);
  if (refersTo(node, dropped)) return mayGo ? 'goes' : 'shape goes';
  const before = node.children.length;
  let broken = false;
  node.children = node.children.filter((inner) => {
    if (typeof inner === 'string') return true;
    const verdict = cleaned(inner, dropped, blank);
    if (verdict === 'shape goes') broken = true;
    return verdict === 'stays';
  });
  if (broken) return mayGo ? 'goes' : 'shape goes';
  return before > 0 && lists.has(node.name) && elements(node).length === 0 ? 'goes' : 'stays';
}

function refersTo({ attributes }: XmlElement, dropped: ReadonlySet<string>): boolean {
  return Object.entries(attributes).some(([key, value]) => key.startsWith('r:') && dropped.has(value));
}

function linkToEmbedded({ attributes }: XmlElement, blank: ReadonlySet<string>): void {
  const link = attributes['r:link'];
  if (link === undefined || !blank.has(link)) return;
  delete attributes['r:link'];
  attributes['r:embed'] ??= link;
}
