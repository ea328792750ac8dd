import { pt, ptToEmu } from '../../../design/units.ts';
import type { BorderSpec, CellSpec, TableSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import type { SlidePass } from './slidePart.ts';
import { child, descend, element, elements, type XmlElement } from './xml.ts';

/** PowerPoint's own "No Style, No Grid": every fill and line is ours. */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A header row that screen readers and PowerPoint know as one, our lines, the true height, no random ids. */
export const tables: SlidePass = ({ made }) => {
  for (const { element: table, node: frame } of made) {
    if (table.kind !== 'table') continue;
    descend(frame, 'p:nvGraphicFramePr', 'p:nvPr').children = [];
    mendHeight(frame, table);
    const grid = descend(frame, 'a:graphic', 'a:graphicData', 'a:tbl');
    const properties = descend(grid, 'a:tblPr');
    properties.attributes = { ...(table.rtl ? { rtl: '1' } : {}), firstRow: '1' };
    properties.children = [element('a:tableStyleId', {}, NO_STYLE)];
    drawLines(grid, table);
  }
};

function drawLines(grid: XmlElement, table: TableSpec): void {
  const rows = elements(grid).filter(({ name }) => name === 'a:tr');
  for (const [rowIndex, row] of rows.entries()) {
    const cells = elements(row).filter(({ name }) => name === 'a:tc');
    for (const [index, cell] of cells.entries()) {
      const spec = table.rows[rowIndex]?.cells[index];
      if (spec !== undefined) drawCellLines(descend(cell, 'a:tcPr'), spec, table.rtl);
    }
  }
}

/** Which side is the first in a table from right to left, readers disagree on: there it has a line on both. */
function drawCellLines(properties: XmlElement, { start, below }: CellSpec, rtl: boolean): void {
  const lines = [
    ...(start === undefined ? [] : [line('a:lnL', start)]),
    ...(start === undefined || !rtl ? [] : [line('a:lnR', start)]),
    line('a:lnB', below),
  ];
  // Without a style there is no line to switch off, so the emitter's missing lines go.
  const fill = elements(properties).filter(({ name }) => name === 'a:solidFill');
  properties.children = [...lines, ...fill];
}

function line(name: string, { color, width }: BorderSpec): XmlElement {
  return element(name, { w: ptToEmu(pt(width)) }, element('a:solidFill', {}, colorElement(color)));
}

function mendHeight(frame: XmlElement, table: TableSpec): void {
  const height = table.rows.reduce((total, row) => total + ptToEmu(pt(row.height)), 0);
  const extent = child(descend(frame, 'p:xfrm'), 'a:ext');
  if (extent !== undefined) extent.attributes.cy = String(height);
}
