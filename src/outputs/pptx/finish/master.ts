import type { DeckSpec } from '../slideSpec.ts';
import type { Theme } from '../../../design/design.ts';
import { numberBox, mirrored, sizes, SLIDE_HEIGHT, SLIDE_WIDTH } from '../../../layout/slides/frame.ts';
import type { Box } from '../../../layout/slides/model.ts';
import { pt, ptToEmu } from '../../../design/units.ts';
import { layouts, type LayoutSpec, type LevelStyle, type PlaceholderSpec, placeOf } from '../layouts.ts';
import { placeholderMark } from './placeholders.ts';
import { NUMBER_INDEX } from './slideNumber.ts';
import { element, type XmlElement } from './xml.ts';

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
      shapeData(undefined, backgroundOf(), masterShapes(deck)),
      colorMap(theme.mode),
      element(
        'p:sldLayoutIdLst',
        {},
        ...layouts.map((_layout, index) =>
          element('p:sldLayoutId', { id: FIRST_LAYOUT_ID + index, 'r:id': `rId${index + 1}` }),
        ),
      ),
      textStyles(deck.rtl),
    ),
    layouts: layouts.map((layout) =>
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
export function colorMap(mode: Theme['mode']): XmlElement {
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

function backgroundOf(): XmlElement {
  return element(
    'p:bg',
    {},
    element('p:bgPr', {}, element('a:solidFill', {}, element('a:schemeClr', { val: 'bg2' })), element('a:effectLst')),
  );
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
  const content = layouts.find(({ name }) => name === 'content')?.placeholders ?? [];
  const generic = content.map(
    (placeholder): PlaceholderSpec => (placeholder.type === 'obj' ? { ...placeholder, type: 'body' } : placeholder),
  );
  return [...generic.map((placeholder) => placeholderShape(placeholder, deck)), numberPlaceholder(deck)];
}

function layoutShapes(layout: LayoutSpec, deck: DeckSpec): XmlElement[] {
  const shapes = layout.placeholders.map((placeholder) => placeholderShape(placeholder, deck));
  return layout.name === 'cover' ? shapes : [...shapes, numberPlaceholder(deck)];
}

function placeholderShape(placeholder: PlaceholderSpec, deck: DeckSpec): XmlElement {
  const { levels, anchor, label, prompt } = placeholder;
  const styles = levels === undefined ? [] : levels.map((level, index) => levelStyle(level, index, deck.rtl));
  const lines = levels === undefined || levels.length === 1 ? [prompt] : [prompt, 'Value'];
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 0, name: label }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, placeholderMark(placeholder)),
    ),
    element('p:spPr', {}, ...rectangle(placeOf(placeholder, deck.rtl))),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }, element('a:normAutofit')),
      element('a:lstStyle', {}, ...styles),
      ...lines.map((line, level) =>
        element(
          'a:p',
          {},
          ...(level === 0 ? [] : [element('a:pPr', { lvl: level })]),
          element('a:r', {}, element('a:rPr', { lang: deck.language }), element('a:t', {}, line)),
        ),
      ),
    ),
  );
}

function numberPlaceholder(deck: DeckSpec): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 0, name: 'Slide number' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldNum', sz: 'quarter', idx: NUMBER_INDEX })),
    ),
    element('p:spPr', {}, ...rectangle(deck.rtl ? mirrored(numberBox) : numberBox)),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }),
      element(
        'a:lstStyle',
        {},
        element(
          'a:lvl1pPr',
          { algn: deck.rtl ? 'l' : 'r' },
          element('a:defRPr', { sz: hundredths(sizes.label) }, solid('tx2')),
        ),
      ),
      element(
        'a:p',
        {},
        element(
          'a:fld',
          { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
          element('a:rPr', { lang: deck.language }),
          element('a:t', {}, '‹#›'),
        ),
        element('a:endParaRPr', { lang: deck.language }),
      ),
    ),
  );
}

function rectangle({ x, y, width, height }: Box): XmlElement[] {
  return [
    element(
      'a:xfrm',
      {},
      element('a:off', { x: ptToEmu(x), y: ptToEmu(y) }),
      element('a:ext', { cx: ptToEmu(width), cy: ptToEmu(height) }),
    ),
    element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
  ];
}

function levelStyle({ size, bold, color, spaceBefore }: LevelStyle, index: number, rtl: boolean): XmlElement {
  return element(
    `a:lvl${index + 1}pPr`,
    { marL: 0, indent: 0, ...sideOf(rtl) },
    element('a:spcBef', {}, element('a:spcPts', { val: hundredths(spaceBefore ?? 0) })),
    element('a:buNone'),
    element('a:defRPr', { sz: hundredths(size), b: bold === true ? 1 : 0 }, solid(color)),
  );
}

function sideOf(rtl: boolean): Record<string, string | number> {
  return rtl ? { algn: 'r', rtl: 1 } : { algn: 'l', rtl: 0 };
}

function textStyles(rtl: boolean): XmlElement {
  const fonts = (slot: 'mj' | 'mn'): XmlElement[] =>
    (['latin', 'ea', 'cs'] as const).map((script) =>
      element(`a:${script}`, { typeface: `+${slot}-${script === 'latin' ? 'lt' : script}` }),
    );
  const title = element(
    'a:lvl1pPr',
    { ...sideOf(rtl) },
    element('a:spcBef', {}, element('a:spcPct', { val: 0 })),
    element('a:buNone'),
    element('a:defRPr', { sz: hundredths(sizes.title), b: 1, kern: 1200 }, solid('tx1'), ...fonts('mj')),
  );
  const bodyLevel = (level: number): XmlElement =>
    element(
      `a:lvl${level}pPr`,
      { marL: ptToEmu(pt(18 * level)), indent: ptToEmu(pt(-18)), ...sideOf(rtl) },
      element('a:spcBef', {}, element('a:spcPts', { val: 600 })),
      element('a:buFont', { typeface: 'Arial' }),
      element('a:buChar', { char: '•' }),
      element('a:defRPr', { sz: level === 1 ? 2000 : 1600, kern: 1200 }, solid('tx1'), ...fonts('mn')),
    );
  const otherLevel = (level: number): XmlElement =>
    element(
      `a:lvl${level}pPr`,
      { ...sideOf(rtl) },
      element('a:defRPr', { sz: 1600, kern: 1200 }, solid('tx1'), ...fonts('mn')),
    );
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  return element(
    'p:txStyles',
    {},
    element('p:titleStyle', {}, title),
    element('p:bodyStyle', {}, ...levels.map(bodyLevel)),
    element('p:otherStyle', {}, ...levels.map(otherLevel)),
  );
}

function solid(slot: string): XmlElement {
  return element('a:solidFill', {}, element('a:schemeClr', { val: slot }));
}

/** Sizes in DrawingML are hundredths of a point. */
function hundredths(size: number): number {
  return Math.round(size * 100);
}

export const slideSize = { cx: ptToEmu(SLIDE_WIDTH), cy: ptToEmu(SLIDE_HEIGHT) };
