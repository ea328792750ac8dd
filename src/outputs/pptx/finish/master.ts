import type { Theme } from '../../../design/design.ts';
import type { LayoutSpec, PlaceholderSpec } from '../../../layout/slides/format/model.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { numberPlaceholder, placeholderShape } from './layoutShapes.ts';
import { textStyles } from './textStyles.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/**
 * Master and layouts, written whole: the emitter's have no title or body to inherit from. Everything that slides do
 * not say themselves is said here, so that changing the master changes the deck.
 */
export interface MasterParts {
  readonly master: XmlElement;
  /** In the order of `layouts`. */
  readonly layouts: readonly XmlElement[];
}

const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** Ids of a master and its layouts are of one series that starts here. */
const FIRST_LAYOUT_ID = 2_147_483_649;

export function masterParts(deck: DeckSpec, theme: Theme): MasterParts {
  return {
    master: element(
      'p:sldMaster',
      { ...namespaces, preserve: 1 },
      shapeData(undefined, backgroundOf(deck.ground), masterShapes(deck)),
      colorMap(theme.mode),
      element(
        'p:sldLayoutIdLst',
        {},
        ...deck.layouts.map((_layout, index) =>
          element('p:sldLayoutId', { id: FIRST_LAYOUT_ID + index, 'r:id': `rId${index + 1}` }),
        ),
      ),
      textStyles(deck),
    ),
    layouts: deck.layouts.map((layout) =>
      element(
        'p:sldLayout',
        { ...namespaces, type: layout.type, preserve: 1, userDrawn: layout.type === undefined ? 1 : undefined },
        shapeData(layout.label, undefined, layoutShapes(layout, deck)),
        element('p:clrMapOvr', {}, element('a:masterClrMapping')),
      ),
    ),
  };
}

/** Text and background of dark themes change places here, so that the theme's dark colours stay the dark ones. */
function colorMap(mode: Theme['mode']): XmlElement {
  const [text, ground] = mode === 'dark' ? ['lt', 'dk'] : ['dk', 'lt'];
  const accents = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`]));
  return element('p:clrMap', {
    bg1: `${ground}1`,
    tx1: `${text}1`,
    bg2: `${ground}2`,
    tx2: `${text}2`,
    ...accents,
    hlink: 'hlink',
    folHlink: 'folHlink',
  });
}

function backgroundOf(ground: DeckSpec['ground']): XmlElement {
  const color = ground === undefined ? element('a:schemeClr', { val: 'bg2' }) : colorElement(ground);
  return element('p:bg', {}, element('p:bgPr', {}, element('a:solidFill', {}, color), element('a:effectLst')));
}

function shapeData(
  name: string | undefined,
  background: XmlElement | undefined,
  shapes: readonly XmlElement[],
): XmlElement {
  for (const [index, shape] of shapes.entries()) {
    const properties = (shape.children[0] as XmlElement).children[0] as XmlElement;
    properties.attributes = { ...properties.attributes, id: String(index + 2) };
  }
  const nothing = element(
    'a:xfrm',
    {},
    element('a:off', { x: 0, y: 0 }),
    element('a:ext', { cx: 0, cy: 0 }),
    element('a:chOff', { x: 0, y: 0 }),
    element('a:chExt', { cx: 0, cy: 0 }),
  );
  return element(
    'p:cSld',
    { name },
    ...(background === undefined ? [] : [background]),
    element(
      'p:spTree',
      {},
      element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
      element('p:grpSpPr', {}, nothing),
      ...shapes,
    ),
  );
}

function masterShapes(deck: DeckSpec): XmlElement[] {
  const content = deck.layouts.find(({ name }) => name === 'content');
  const generic = (content?.placeholders ?? []).map(
    (placeholder): PlaceholderSpec => (placeholder.type === 'obj' ? { ...placeholder, type: 'body' } : placeholder),
  );
  const shapes = generic.map((placeholder) => placeholderShape(placeholder, deck));
  return content?.number === undefined ? shapes : [...shapes, numberPlaceholder(content.number, deck)];
}

function layoutShapes(layout: LayoutSpec, deck: DeckSpec): XmlElement[] {
  const shapes = layout.placeholders.map((placeholder) => placeholderShape(placeholder, deck));
  return layout.number === undefined ? shapes : [...shapes, numberPlaceholder(layout.number, deck)];
}
