import { element, type XmlElement } from '../../../ooxml/xml.ts';

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml.';
const office = 'application/vnd.openxmlformats-officedocument.';
const openPackage = 'application/vnd.openxmlformats-package.';

const partTypes: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${presentation}presentation.main+xml`],
  [/^ppt\/slides\/[^/]+$/, `${presentation}slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+$/, `${presentation}slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+$/, `${presentation}slideMaster+xml`],
  [/^ppt\/notesMasters\/[^/]+$/, `${presentation}notesMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+$/, `${presentation}notesSlide+xml`],
  [/^ppt\/presProps\.xml$/, `${presentation}presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${presentation}viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${presentation}tableStyles+xml`],
  [/^ppt\/theme\/[^/]+$/, `${office}theme+xml`],
  [/^docProps\/core\.xml$/, `${openPackage}core-properties+xml`],
  [/^docProps\/app\.xml$/, `${office}extended-properties+xml`],
];

const extensions: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  rels: `${openPackage}relationships+xml`,
  png: 'image/png',
  jpeg: 'image/jpeg',
};

/**
 * The list of content types, made from the parts that there are, with the types that some bring along: the emitter's
 * names parts that there are not.
 */
export function contentTypes(parts: ReadonlyMap<string, string | undefined>): XmlElement {
  const names = [...parts.keys()];
  const used = new Set(names.map(extensionOf).concat('xml', 'rels'));
  const defaults = Object.entries(extensions).filter(([extension]) => used.has(extension));
  const overrides = names.filter((part) => extensions[extensionOf(part)] !== (parts.get(part) ?? typeOf(part))).sort();
  return element(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    ...defaults.map(([extension, type]) => element('Default', { Extension: extension, ContentType: type })),
    ...overrides.map((part) =>
      element('Override', { PartName: `/${part}`, ContentType: parts.get(part) ?? typeOf(part) }),
    ),
  );
}

function typeOf(part: string): string {
  const found = partTypes.find(([pattern]) => pattern.test(part))?.[1] ?? extensions[extensionOf(part)];
  if (found === undefined) throw new Error(`No content type is known for ${part}`);
  return found;
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1);
}
