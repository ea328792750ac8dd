import type { PathCommand } from '../../../design/paths.ts';
import { pt, ptToEmu } from '../../../design/units.ts';
import { box } from '../../../layout/box.ts';
import type { Point, Side } from '../../../layout/diagrams/model.ts';
import type { ConnectorSpec, GlueSpec } from '../slideSpec.ts';
import { colorElement } from './colors.ts';
import { type ConnectorShape, connectorShape, freeformOf } from './connectorShape.ts';
import { outlineOf } from './paths.ts';
import { placeOf } from './place.ts';
import type { SlidePass } from './slidePart.ts';
import { descend, element, type XmlElement } from '../../../ooxml/xml.ts';

/** Connection sites of rectangles, with round corners or without. */
const sites: Readonly<Record<Side, number>> = { top: 0, left: 1, bottom: 2, right: 3 };

const DEGREE = 60_000;

/** Turns the rectangle that the emitter writes for a connector into one, glued to the panels at its ends by their ids. */
export const connectors: SlidePass = ({ made }) => {
  const ids = new Map<string, string>();
  for (const { element: spec, node } of made) {
    if (spec.kind === 'panel' && spec.key !== undefined) ids.set(spec.key, idOf(node));
  }
  const glue = (name: string, end: GlueSpec | undefined): XmlElement[] => {
    if (end === undefined) return [];
    const id = ids.get(end.panel);
    if (id === undefined) throw new Error(`A connector holds on to ${end.panel}, which the slide does not have`);
    return [element(name, { id, idx: sites[end.side] })];
  };
  for (const { element: spec, node } of made) {
    if (spec.kind !== 'connector') continue;
    const named = descend(node, 'p:nvSpPr', 'p:cNvPr');
    const shape = connectorShape(spec.points);
    const connector = element(
      'p:cxnSp',
      {},
      element(
        'p:nvCxnSpPr',
        {},
        named,
        element('p:cNvCxnSpPr', {}, ...glue('a:stCxn', spec.from), ...glue('a:endCxn', spec.to)),
        element('p:nvPr'),
      ),
      element('p:spPr', {}, frame(shape), geometry(shape), line(spec)),
    );
    Object.assign(node, shape.isUsual ? connector : withFallback(connector, drawn(spec, named)));
  }
};

function idOf(node: XmlElement): string {
  return descend(node, 'p:nvSpPr', 'p:cNvPr').attributes.id ?? '';
}

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const POWERPOINT_2010 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';

/**
 * LibreOffice draws connectors by rules of its own, whatever path they have, so that ways back run through the boxes. It
 * knows the namespaces of alternatives by their usual prefix, PowerPoint by their address: with another prefix PowerPoint takes
 * the connector, and LibreOffice the line.
 */
function withFallback(connector: XmlElement, line: XmlElement): XmlElement {
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': COMPATIBILITY },
    element('mc:Choice', { 'xmlns:connected': POWERPOINT_2010, Requires: 'connected' }, connector),
    element('mc:Fallback', {}, line),
  );
}

/** The connector as a line that holds on to nothing. */
function drawn(spec: ConnectorSpec, named: XmlElement): XmlElement {
  const { x, y, width, height, path } = freeformOf(spec.points);
  const { offset, extent } = placeOf(box(x, y, width, height));
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, named, element('p:cNvSpPr'), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      element('a:xfrm', {}, element('a:off', offset), element('a:ext', extent)),
      outline(path, width, height),
      element('a:noFill'),
      line(spec),
    ),
  );
}

function line({ color, width, dashed, arrow }: ConnectorSpec): XmlElement {
  return element(
    'a:ln',
    { w: ptToEmu(pt(width)) },
    element('a:solidFill', {}, colorElement(color)),
    ...(dashed ? [element('a:prstDash', { val: 'dash' })] : []),
    element('a:round'),
    ...(arrow ? [element('a:tailEnd', { type: 'triangle', w: 'med', len: 'med' })] : []),
  );
}

function frame({ x, y, width, height, turn, flipH, flipV }: ConnectorShape): XmlElement {
  const { offset, extent } = placeOf(box(x, y, width, height));
  return element(
    'a:xfrm',
    { rot: turn === 0 ? undefined : turn * DEGREE, flipH: flipH ? 1 : undefined, flipV: flipV ? 1 : undefined },
    element('a:off', offset),
    element('a:ext', extent),
  );
}

function geometry({ geometry: made, width, height }: ConnectorShape): XmlElement {
  if ('path' in made) return outline(made.path, width, height);
  const { preset, adjust } = made;
  const values = adjust.map((value, index) => element('a:gd', { name: `adj${index + 1}`, fmla: `val ${value}` }));
  return element('a:prstGeom', { prst: preset }, element('a:avLst', {}, ...values));
}

/** A hundredth of a point is too coarse for a box of less than a point: steps of paths are as fine as lengths of slides. */
const FINE = 127;

function outline(path: readonly Point[], width: number, height: number): XmlElement {
  const commands = path.map(({ x, y }, index): PathCommand => [index === 0 ? 'M' : 'L', x * FINE, y * FINE]);
  return outlineOf({ geometry: { kind: 'path', commands, viewBox: [width * FINE, height * FINE] } });
}
