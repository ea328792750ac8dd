import { pt, ptToEmu } from '../../../design/units.ts';
import type { BorderSpec, CellSpec, Color, TableSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { placeOf } from './place.ts';
import type { SlidePass } from './slidePart.ts';
import { type TextContext, textParagraph } from './textParagraph.ts';
import { slideLinks } from './slideLinks.ts';
import { element, type XmlElement } from '../../../ooxml/xml.ts';

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/** PowerPoint's own "No Style, No Grid": every fill and line is ours. */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** Turns the rectangle that the emitter writes for a table into one, with a header row that screen readers know. */
export const tables: SlidePass = (slide) => {
  for (const { element: spec, node } of slide.made) {
    if (spec.kind !== 'table') continue;
    const { language, rtl } = slide.deck;
    becomeTable(node, spec, { language, rtl, lineSpacing: spec.lineSpacing, linkTo: slideLinks(slide) });
  }
};

function becomeTable(node: XmlElement, table: TableSpec, context: TextContext): void {
  const height = table.rows.reduce((total, row) => total + ptToEmu(pt(row.height)), 0);
  const { offset, extent } = placeOf(table.box);
  node.name = 'p:graphicFrame';
  node.children = [
    element(
      'p:nvGraphicFramePr',
      {},
      element('p:cNvPr'),
      element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: 1 })),
      element('p:nvPr'),
    ),
    element('p:xfrm', {}, element('a:off', offset), element('a:ext', { ...extent, cy: height })),
    element('a:graphic', {}, element('a:graphicData', { uri: TABLE }, tableElement(table, context))),
  ];
}

function tableElement({ columns, rows, margin, rtl }: TableSpec, context: TextContext): XmlElement {
  const grid = columns.map((width) => element('a:gridCol', { w: ptToEmu(pt(width)) }));
  return element(
    'a:tbl',
    {},
    element('a:tblPr', { rtl: rtl ? 1 : undefined, firstRow: 1 }, element('a:tableStyleId', {}, NO_STYLE)),
    element('a:tblGrid', {}, ...grid),
    ...rows.map(({ height, cells }) =>
      element(
        'a:tr',
        { h: ptToEmu(pt(height)) },
        ...cells.map((cell) => element('a:tc', {}, cellText(cell, context), cellProperties(cell, margin, rtl))),
      ),
    ),
  );
}

function cellText({ paragraphs }: CellSpec, context: TextContext): XmlElement {
  return element(
    'a:txBody',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    ...paragraphs.map((paragraph) => textParagraph(paragraph, context)),
  );
}

/** Which side is the first in a table from right to left, readers disagree on: there it has a line on both. */
function cellProperties({ start, below, fill }: CellSpec, margin: TableSpec['margin'], rtl: boolean): XmlElement {
  const [x, y] = [ptToEmu(pt(margin.x)), ptToEmu(pt(margin.y))];
  return element(
    'a:tcPr',
    { marL: x, marR: x, marT: y, marB: y, anchor: 't' },
    ...(start === undefined ? [] : [line('a:lnL', start)]),
    ...(start === undefined || !rtl ? [] : [line('a:lnR', start)]),
    line('a:lnB', below),
    solid(fill),
  );
}

function line(name: string, { color, width }: BorderSpec): XmlElement {
  return element(name, { w: ptToEmu(pt(width)) }, solid(color));
}

function solid(color: Color): XmlElement {
  return element('a:solidFill', {}, colorElement(color));
}
