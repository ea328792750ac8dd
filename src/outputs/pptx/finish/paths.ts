import type { PathCommand } from '../../../design/paths.ts';
import type { Geometry, ShapeSpec } from '../slideSpec.ts';
import { type SlidePass, shapesOf } from './slidePart.ts';
import { descend, element, type XmlElement } from '../../../ooxml/xml.ts';

/** Gives shapes their outline, as one path with whole numbers in a space of its own. */
export const paths: SlidePass = ({ made }) => {
  for (const [shape, node] of shapesOf(made)) {
    if (shape.geometry.kind !== 'path') continue;
    const properties = descend(node, 'p:spPr');
    const outline = outlineOf(shape);
    properties.children = properties.children.map((inner) =>
      typeof inner !== 'string' && inner.name === 'a:prstGeom' ? outline : inner,
    );
  }
};

/** The outline of a shape: a path, or a plain rectangle. */
export function outlineOf({ geometry, fill }: Pick<ShapeSpec, 'geometry' | 'fill'>): XmlElement {
  if (geometry.kind === 'path') return customGeometry(geometry, fill !== undefined);
  return element('a:prstGeom', { prst: 'rect' }, element('a:avLst'));
}

/** Steps of a path to a unit of the drawing: a hundredth of a point at the sizes that are drawn. */
const STEPS = 100;

function customGeometry(
  { commands, viewBox: [width, height] }: Geometry & { kind: 'path' },
  filled: boolean,
): XmlElement {
  const path = element(
    'a:path',
    { w: Math.round(width * STEPS), h: Math.round(height * STEPS), fill: filled ? undefined : 'none' },
    ...commands.map(pathStep),
  );
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst'),
    element('a:ahLst'),
    element('a:cxnLst'),
    element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    element('a:pathLst', {}, path),
  );
}

function pathStep(command: PathCommand): XmlElement {
  switch (command[0]) {
    case 'M':
      return element('a:moveTo', {}, point(command[1], command[2]));
    case 'L':
      return element('a:lnTo', {}, point(command[1], command[2]));
    case 'C': {
      const [, x1, y1, x2, y2, x, y] = command;
      return element('a:cubicBezTo', {}, point(x1, y1), point(x2, y2), point(x, y));
    }
    case 'Z':
      return element('a:close');
  }
}

function point(x: number, y: number): XmlElement {
  return element('a:pt', { x: Math.round(x * STEPS), y: Math.round(y * STEPS) });
}
