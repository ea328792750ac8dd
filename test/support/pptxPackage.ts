import { unzipSync } from 'fflate';
import { child, descendants, elements, parseXml, textContent, type XmlElement } from '../../src/ooxml/xml.ts';

/** A PowerPoint package read back: parts by name, XML parts as trees. */
export interface PptxPackage {
  readonly names: readonly string[];
  /** Of an XML part; throws when there is none or it is not well formed. */
  readonly tree: (name: string) => XmlElement;
  /** In the order of the slide numbers. */
  readonly slides: readonly string[];
  readonly relations: (part: string) => readonly PackageRelation[];
}

interface PackageRelation {
  readonly id: string;
  readonly type: string;
  /** Part name, or the address as written. */
  readonly target: string;
  readonly external: boolean;
}

export function readPackage(bytes: Uint8Array): PptxPackage {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const tree = (name: string): XmlElement => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}`);
    return parseXml(Buffer.from(part).toString('utf8'));
  };
  const slides = names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
  return {
    names,
    tree,
    slides,
    relations: (part) => (names.includes(relationsOf(part)) ? readRelations(part, tree) : []),
  };
}

const numberOf = (name: string): number => Number(/\d+/.exec(name)?.[0]);

const relationsOf = (part: string): string => (part === '' ? '_rels/.rels' : part.replace(/([^/]+)$/, '_rels/$1.rels'));

function readRelations(part: string, tree: (name: string) => XmlElement): PackageRelation[] {
  return elements(tree(relationsOf(part))).map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type']?.split('/').at(-1) ?? '',
      target: external ? target : new URL(target, `file:///${part}`).pathname.slice(1),
      external,
    };
  });
}

/** Text of a slide's paragraphs, in reading order. */
export function paragraphsOf(slide: XmlElement): string[] {
  return descendants(slide, 'a:p').map((paragraph) => descendants(paragraph, 'a:t').map(textContent).join(''));
}

/** Text of the title placeholder. */
export function titleOf(slide: XmlElement): string | undefined {
  const titles = descendants(slide, 'p:sp').filter((shape) =>
    ['title', 'ctrTitle'].includes(descendants(shape, 'p:ph')[0]?.attributes['type'] ?? ''),
  );
  const [title] = titles;
  return title === undefined || titles.length > 1 ? undefined : descendants(title, 'a:t').map(textContent).join('');
}

export interface RunLink {
  readonly text: string;
  readonly action: string | undefined;
  readonly relation: PackageRelation | undefined;
}

/** Linked runs of a slide, in reading order. */
export function linksOf(pptx: PptxPackage, slide: string): RunLink[] {
  const relations = new Map(pptx.relations(slide).map((relation) => [relation.id, relation]));
  return descendants(pptx.tree(slide), 'a:r').flatMap((run) => {
    const link = child(child(run, 'a:rPr'), 'a:hlinkClick');
    if (link === undefined) return [];
    const { 'r:id': id = '', action } = link.attributes;
    return [{ text: textContent(run), action, relation: relations.get(id) }];
  });
}
