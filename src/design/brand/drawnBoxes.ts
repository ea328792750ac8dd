import { child, elements, type XmlElement } from '../../ooxml/xml.ts';
import { pt } from '../units.ts';
import type { BrandBox } from './model.ts';

const EMU_PER_POINT = 12_700;

/** Elements of a shape tree that paint something. Lines hardly do. */
const painted: readonly string[] = ['p:sp', 'p:pic', 'p:grpSp', 'p:graphicFrame'];

/** Boxes of what layout and master draw behind every slide; placeholders are filled by the slides. */
export function drawnBoxes(layout: XmlElement, master: XmlElement): BrandBox[] {
  const hidesMaster = /^(0|false|off)$/.test(layout.attributes.showMasterSp ?? '');
  return [...(hidesMaster ? [] : boxesIn(master)), ...boxesIn(layout)];
}

function boxesIn(root: XmlElement): BrandBox[] {
  const tree = child(child(root, 'p:cSld'), 'p:spTree');
  return (tree === undefined ? [] : elements(tree))
    .filter((shape) => painted.includes(shape.name) && !isPlaceholder(shape))
    .flatMap(boxOf);
}

function isPlaceholder(shape: XmlElement): boolean {
  const [nonVisual] = elements(shape);
  return child(child(nonVisual, 'p:nvPr'), 'p:ph') !== undefined;
}

function boxOf(shape: XmlElement): BrandBox[] {
  const properties = child(shape, 'p:spPr') ?? child(shape, 'p:grpSpPr') ?? shape;
  const place = child(properties, 'a:xfrm') ?? child(properties, 'p:xfrm');
  const [offset, extent] = [child(place, 'a:off')?.attributes, child(place, 'a:ext')?.attributes];
  const numbers = [offset?.x, offset?.y, extent?.cx, extent?.cy].map(
    (value) => Number(value ?? 'none') / EMU_PER_POINT,
  );
  if (!numbers.every(Number.isFinite)) return [];
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return [{ x: pt(x), y: pt(y), width: pt(width), height: pt(height) }];
}
