import { pt } from '../../design/units.ts';
import type { Box } from '../box.ts';
import type { Diagram, PlacedEdge, PlacedGroup, PlacedLegend, PlacedNode, PlacedText, Point } from './model.ts';

/** Scales about the top left corner, then moves, in points. */
export interface Transform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** All of a diagram but its legend elsewhere, and larger or smaller: texts and their sizes too. */
export function transformed<P extends Pick<Diagram, 'groups' | 'nodes' | 'edges'>>(picture: P, by: Transform): P {
  return {
    ...picture,
    groups: picture.groups.map((group) => groupBy(group, by)),
    nodes: picture.nodes.map((node) => nodeBy(node, by)),
    edges: picture.edges.map((edge) => edgeBy(edge, by)),
  };
}

export function transformedLegend(legend: PlacedLegend, by: Transform): PlacedLegend {
  const { box, title, letters, personas } = legend;
  return {
    box: boxBy(box, by),
    ...(title && { title: textBy(title, by) }),
    letters: letters.map((each) => ({ ...each, sign: textBy(each.sign, by), text: textBy(each.text, by) })),
    personas: personas.map((each) => ({ ...each, box: boxBy(each.box, by), text: textBy(each.text, by) })),
  };
}

export function boxBy({ x, y, width, height }: Box, { scale, x: dx, y: dy }: Transform): Box {
  return { x: pt(x * scale + dx), y: pt(y * scale + dy), width: pt(width * scale), height: pt(height * scale) };
}

export function pointBy({ x, y }: Point, { scale, x: dx, y: dy }: Transform): Point {
  return { x: pt(x * scale + dx), y: pt(y * scale + dy) };
}

export function textBy(text: PlacedText, by: Transform): PlacedText {
  const { box, size, lineHeight } = text;
  return { ...text, box: boxBy(box, by), size: pt(size * by.scale), lineHeight: pt(lineHeight * by.scale) };
}

function groupBy(group: PlacedGroup, by: Transform): PlacedGroup {
  const { box, title, note } = group;
  return { ...group, box: boxBy(box, by), title: textBy(title, by), ...(note && { note: textBy(note, by) }) };
}

function nodeBy(placed: PlacedNode, by: Transform): PlacedNode {
  const { node, box, icon, number, title, badges, components, skills } = placed;
  return {
    node,
    box: boxBy(box, by),
    ...(icon && { icon: boxBy(icon, by) }),
    ...(number && { number: textBy(number, by) }),
    title: textBy(title, by),
    badges: badges.map((badge) => ({ ...badge, box: boxBy(badge.box, by), idWidth: pt(badge.idWidth * by.scale) })),
    components: components.map((one) => ({ ...one, icon: boxBy(one.icon, by), text: textBy(one.text, by) })),
    ...(skills && { skills: textBy(skills, by) }),
  };
}

function edgeBy(edge: PlacedEdge, by: Transform): PlacedEdge {
  const { points, label, number } = edge;
  return {
    ...edge,
    points: points.map((point) => pointBy(point, by)),
    ...(label && { label: textBy(label, by) }),
    ...(number && { number: textBy(number, by) }),
  };
}
