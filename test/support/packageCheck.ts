import { child, descendants, elements, textContent, type XmlElement } from '../../src/ooxml/xml.ts';
import { type PptxPackage, titleOf } from './pptxPackage.ts';

/**
 * What is wrong with a package, a line each: what the validator of the Open XML SDK does not look at. `floor` is the
 * smallest size that text may have, in points.
 */
export function checkPackage(pptx: PptxPackage, floor = 12): string[] {
  return [
    ...checkWellFormed(pptx),
    ...checkRelations(pptx),
    ...checkContentTypes(pptx),
    ...checkMasters(pptx),
    ...pptx.slides.flatMap((slide) => checkSlide(pptx, slide, floor)),
    ...checkTitles(pptx),
  ];
}

function checkWellFormed({ names, tree }: PptxPackage): string[] {
  const broken = names
    .filter((name) => /\.(xml|rels)$/.test(name))
    .flatMap((name) => {
      try {
        tree(name);
        return [];
      } catch (error) {
        return [`${name}: ${String(error)}`];
      }
    });
  const [first] = names;
  return first === '[Content_Types].xml' ? broken : [...broken, `the package starts with ${first}`];
}

function partsOf({ names }: PptxPackage): string[] {
  return names.filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'));
}

/** No relation leads nowhere, no part is left without one that leads to it, no id twice. */
function checkRelations(pptx: PptxPackage): string[] {
  const owners = ['', ...partsOf(pptx)];
  const internal = owners.flatMap((owner) => pptx.relations(owner).filter(({ external }) => !external));
  const reached = new Set(internal.map(({ target }) => target));
  const dangling = internal.filter(({ target }) => !pptx.names.includes(target));
  const orphans = partsOf(pptx).filter((name) => !reached.has(name));
  const doubles = owners.filter((owner) => hasDouble(pptx.relations(owner).map(({ id }) => id)));
  return [
    ...dangling.map(({ target }) => `a relation leads to ${target}, which is not there`),
    ...orphans.map((name) => `nothing leads to ${name}`),
    ...doubles.map((owner) => `${owner} has two relations of one id`),
  ];
}

function checkContentTypes(pptx: PptxPackage): string[] {
  const types = elements(pptx.tree('[Content_Types].xml'));
  const overrides = types.flatMap(({ attributes }) => attributes['PartName']?.slice(1) ?? []);
  const defaults = types.flatMap(({ attributes }) => attributes['Extension'] ?? []);
  const extension = (name: string): string => name.split('.').at(-1) ?? '';
  return [
    ...overrides
      .filter((name) => !pptx.names.includes(name))
      .map((name) => `a content type for ${name}, which is not there`),
    ...partsOf(pptx)
      .filter((name) => !overrides.includes(name) && (extension(name) === 'xml' || !defaults.includes(extension(name))))
      .map((name) => `no content type for ${name}`),
  ];
}

/** Two masters never share a theme; every slide has one layout, every layout one master. */
function checkMasters(pptx: PptxPackage): string[] {
  const masters = pptx.names.filter((name) => /^ppt\/(slide|notes)Masters\/[^/]+\.xml$/.test(name));
  const themes = masters.flatMap((name) => pptx.relations(name).filter(({ type }) => type === 'theme'));
  const shared = hasDouble(themes.map(({ target }) => target)) ? ['two masters share a theme'] : [];
  const loose = pptx.slides.filter(
    (name) => pptx.relations(name).filter(({ type }) => type === 'slideLayout').length !== 1,
  );
  return [...shared, ...loose.map((name) => `${name} has not one layout`)];
}

function checkSlide(pptx: PptxPackage, name: string, floor: number): string[] {
  const slide = pptx.tree(name);
  const ids = shown(slide).map(({ attributes }) => attributes['id'] ?? '');
  const known = new Set(pptx.relations(name).map(({ id }) => id));
  const used = [
    ...descendants(slide, 'a:hlinkClick').map(({ attributes }) => attributes['r:id']),
    ...descendants(slide, 'a:blip').map(({ attributes }) => attributes['r:embed']),
  ];
  return [
    ...(hasDouble(ids) ? [`${name}: two shapes of one id`] : []),
    ...used.filter((id) => id === undefined || !known.has(id)).map((id) => `${name}: no relation ${id}`),
    ...undescribed(slide).map((shape) => `${name}: ${shape} has no description`),
    ...descendants(slide, 'a:p')
      .filter((paragraph) => elements(paragraph).filter((node) => node.name === 'a:pPr').length > 1)
      .map(() => `${name}: a paragraph has its properties twice`),
    ...[...descendants(slide, 'a:rPr'), ...descendants(slide, 'a:endParaRPr')]
      .filter(({ attributes }) => attributes['lang'] === undefined)
      .map(() => `${name}: a run has no language`),
    ...smallText(slide, floor).map((text) => `${name}: ${text} is smaller than ${floor} pt`),
  ];
}

/** `p:cNvPr` of a slide; what stands in for another element has the id of that one. */
function shown(node: XmlElement): XmlElement[] {
  return elements(node)
    .filter(({ name }) => name !== 'mc:Fallback')
    .flatMap((inner) => (inner.name === 'p:cNvPr' ? [inner] : shown(inner)));
}

/** Names of pictures, tables, groups and shapes without text that neither describe themselves nor are decoration. */
function undescribed(slide: XmlElement): string[] {
  const tree = descendants(slide, 'p:spTree')[0];
  return (tree === undefined ? [] : elements(tree).slice(2)).flatMap((shape) => {
    const properties = descendants(shape, 'p:cNvPr')[0];
    const hasText = shape.name === 'p:sp' && descendants(shape, 'a:t').some((text) => textContent(text) !== '');
    const decorative = properties !== undefined && descendants(properties, 'adec:decorative').length > 0;
    const described = (properties?.attributes['descr'] ?? '') !== '';
    return hasText || decorative || described ? [] : [properties?.attributes['name'] ?? shape.name];
  });
}

/** Signs are no text to be read. */
function smallText(slide: XmlElement, floor: number): string[] {
  return descendants(slide, 'a:r')
    .filter((run) => Number(child(run, 'a:rPr')?.attributes['sz'] ?? 100 * floor) < 100 * floor)
    .map(textContent)
    .filter((text) => !/^[●◐○]+$/.test(text));
}

function checkTitles(pptx: PptxPackage): string[] {
  const titles = pptx.slides.map((name) => titleOf(pptx.tree(name)));
  return [
    ...titles.flatMap((title, index) =>
      title === undefined || title === '' ? [`slide ${index + 1} has no title`] : [],
    ),
    ...(hasDouble(titles.filter((title) => title !== undefined)) ? ['two slides have the same title'] : []),
  ];
}

function hasDouble(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
