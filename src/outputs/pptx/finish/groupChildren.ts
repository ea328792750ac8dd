import { element, type XmlElement } from '../../../ooxml/xml.ts';
import type { Box } from '../../../layout/box.ts';
import { placeOf } from './place.ts';

const DEGREE = 60_000;

/** What a `p:grpSp` holds: its properties, and its members at the places they have on the slide before it is turned. */
export function groupChildren(box: Box, members: readonly XmlElement[], turn = 0): XmlElement[] {
  const { offset, extent } = placeOf(box);
  return [
    element('p:nvGrpSpPr', {}, element('p:cNvPr'), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        { rot: turn === 0 ? undefined : Math.round(turn * DEGREE) },
        element('a:off', offset),
        element('a:ext', extent),
        element('a:chOff', offset),
        element('a:chExt', extent),
      ),
    ),
    ...members,
  ];
}
