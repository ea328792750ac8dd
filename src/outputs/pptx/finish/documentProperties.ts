import { safeLine } from '../guards.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

const VT = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** Title, subject and language. No dates: the same deck is the same file, on any day. */
export function coreProperties({ title, subject, language }: DeckSpec): XmlElement {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, safeLine(title)),
    element('dc:subject', {}, safeLine(subject)),
    element('dc:creator', {}, 'persona-deck'),
    element('dc:language', {}, language),
  );
}

/** What file managers show, with the titles of all slides. */
export function extendedProperties(deck: DeckSpec, themeName: string): XmlElement {
  const titles = deck.slides.map(({ title }) => safeLine(title));
  const notes = deck.slides.filter(({ noted }) => noted).length;
  const text = (value: string): XmlElement => element('vt:lpstr', {}, value);
  const count = (label: string, value: number): XmlElement[] => [
    element('vt:variant', {}, text(label)),
    element('vt:variant', {}, element('vt:i4', {}, String(value))),
  ];
  return element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', 'xmlns:vt': VT },
    element('TotalTime', {}, '0'),
    element('Application', {}, 'Microsoft Office PowerPoint'),
    element('PresentationFormat', {}, formatOf(deck)),
    element('Slides', {}, String(titles.length)),
    element('Notes', {}, String(notes)),
    element('HiddenSlides', {}, '0'),
    element(
      'HeadingPairs',
      {},
      element(
        'vt:vector',
        { size: 4, baseType: 'variant' },
        ...count('Theme', 1),
        ...count('Slide Titles', titles.length),
      ),
    ),
    element(
      'TitlesOfParts',
      {},
      element('vt:vector', { size: titles.length + 1, baseType: 'lpstr' }, text(themeName), ...titles.map(text)),
    ),
    element('AppVersion', {}, '16.0000'),
  );
}

/** PowerPoint's names for sizes of slides. */
function formatOf({ width, height }: DeckSpec): string {
  const ratio = width / height;
  if (Math.abs(ratio - 16 / 9) < 0.01) return 'Widescreen';
  return Math.abs(ratio - 4 / 3) < 0.01 ? 'On-screen Show (4:3)' : 'Custom';
}
