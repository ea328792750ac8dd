import { pt, ptToEmu } from '../../../design/units.ts';
import type { DeckSpec } from '../slideSpec.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

/** Sizes and looks of the master: of titles, of outlines, of everything else. */
export function textStyles({ rtl, textSizes: sizes }: DeckSpec): XmlElement {
  const fonts = (slot: 'mj' | 'mn'): XmlElement[] =>
    (['latin', 'ea', 'cs'] as const).map((script) =>
      element(`a:${script}`, { typeface: `+${slot}-${script === 'latin' ? 'lt' : script}` }),
    );
  const title = element(
    'a:lvl1pPr',
    { ...sideOf(rtl) },
    element('a:spcBef', {}, element('a:spcPct', { val: 0 })),
    element('a:buNone'),
    element('a:defRPr', { sz: hundredths(sizes.title), b: 1, kern: 1200 }, themeFill('tx1'), ...fonts('mj')),
  );
  const bodyLevel = (level: number): XmlElement =>
    element(
      `a:lvl${level}pPr`,
      { marL: ptToEmu(pt(18 * level)), indent: ptToEmu(pt(-18)), ...sideOf(rtl) },
      element('a:spcBef', {}, element('a:spcPts', { val: 600 })),
      element('a:buFont', { typeface: 'Arial' }),
      element('a:buChar', { char: '•' }),
      element(
        'a:defRPr',
        { sz: hundredths(level === 1 ? sizes.text : sizes.deeper), kern: 1200 },
        themeFill('tx1'),
        ...fonts('mn'),
      ),
    );
  const otherLevel = (level: number): XmlElement =>
    element(
      `a:lvl${level}pPr`,
      { ...sideOf(rtl) },
      element('a:defRPr', { sz: 1600, kern: 1200 }, themeFill('tx1'), ...fonts('mn')),
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

/** The side on which lines start, and the way they run. */
export function sideOf(rtl: boolean): Record<string, string | number> {
  return rtl ? { algn: 'r', rtl: 1 } : { algn: 'l', rtl: 0 };
}

export function themeFill(slot: string): XmlElement {
  return element('a:solidFill', {}, element('a:schemeClr', { val: slot }));
}

/** Sizes in DrawingML are hundredths of a point. */
export function hundredths(size: number): number {
  return Math.round(size * 100);
}
