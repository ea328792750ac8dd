import { ptToEmu, pt } from '../../../design/units.ts';
import type { TableSpec } from '../slideSpec.ts';
import type { SlidePass } from './slidePart.ts';
import { child, descend, descendants, element, elements, removeChildren, type XmlElement } from './xml.ts';

/** PowerPoint's own "No Style, No Grid": every fill and line is ours. */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A header row that screen readers and PowerPoint know as one, the true height, no random ids. */
export const tables: SlidePass = ({ made }) => {
  for (const { element: table, nodes } of made) {
    const [frame] = nodes;
    if (table.kind !== 'table' || frame === undefined) continue;
    descend(frame, 'p:nvGraphicFramePr', 'p:nvPr').children = [];
    mendHeight(frame, table);
    const properties = descend(frame, 'a:graphic', 'a:graphicData', 'a:tbl', 'a:tblPr');
    properties.attributes = { ...(table.rtl ? { rtl: '1' } : {}), firstRow: '1' };
    properties.children = [element('a:tableStyleId', {}, NO_STYLE)];
    for (const cell of descendants(frame, 'a:tcPr')) dropMissingBorders(cell);
  }
};

function mendHeight(frame: XmlElement, table: TableSpec): void {
  const height = table.rows.reduce((total, row) => total + ptToEmu(pt(row.height)), 0);
  const extent = child(descend(frame, 'p:xfrm'), 'a:ext');
  if (extent !== undefined) extent.attributes.cy = String(height);
}

/** Without a style there is no line to switch off. */
function dropMissingBorders(cell: XmlElement): void {
  cell.children = elements(cell).filter((line) => child(line, 'a:noFill') === undefined);
  for (const line of elements(cell)) removeChildren(line, 'a:round', 'a:headEnd', 'a:tailEnd');
}
