import { ptToEmu } from '../../../design/units.ts';
import type { LayoutSpec, LevelStyle, PlaceholderSpec } from '../../../layout/slides/format/model.ts';
import type { Box } from '../../../layout/box.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { sideways } from './sideways.ts';
import { placeholderMark } from './placeholders.ts';
import { numberShape } from './slideNumber.ts';
import { hundredths, sideOf, themeFill } from './textStyles.ts';
import { descend, element, type XmlElement } from '../../../ooxml/xml.ts';

/** A placeholder of master or layout: what slides inherit their place and looks from. */
export function placeholderShape(placeholder: PlaceholderSpec, deck: DeckSpec): XmlElement {
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
    element('p:spPr', {}, ...rectangle(sideways(placeholder.box, deck))),
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

/** The page number's placeholder. */
export function numberPlaceholder({ box, index }: NonNullable<LayoutSpec['number']>, deck: DeckSpec): XmlElement {
  const { rtl, language, textSizes } = deck;
  const shape = numberShape('‹#›', index, language);
  descend(shape, 'p:spPr').children = rectangle(sideways(box, deck));
  const body = descend(shape, 'p:txBody');
  descend(body, 'a:bodyPr').attributes = { lIns: '0', tIns: '0', rIns: '0', bIns: '0', anchor: 't' };
  descend(body, 'a:lstStyle').children = [
    element(
      'a:lvl1pPr',
      { algn: rtl ? 'l' : 'r' },
      element('a:defRPr', { sz: hundredths(textSizes.label) }, themeFill('tx2')),
    ),
  ];
  return shape;
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
    element('a:defRPr', { sz: hundredths(size), b: bold === true ? 1 : 0 }, themeFill(color)),
  );
}
