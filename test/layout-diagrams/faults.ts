import { overlapOf, type Box } from '../../src/layout/box.ts';
import { middleOfSide } from '../../src/layout/diagrams/polyline.ts';
import type { Diagram, PlacedText, Point } from '../../src/layout/diagrams/model.ts';

/** Touching is no overlap. */
const TOUCH = 0.05;

/** What lies on what else in a diagram, or outside of it, one line each: empty when all is well. */
export function faultsOf(diagram: Diagram): string[] {
  const whole: Box = { x: 0, y: 0, width: diagram.width, height: diagram.height } as Box;
  const { nodes, groups, edges, legend } = diagram;
  const boxes = nodes.map(({ node, box }) => ({ id: node.id, box }));
  const labels = edges.flatMap(({ edge, label, number }) =>
    [label, number].flatMap((text) => (text === undefined ? [] : [{ id: edge.id, box: text.box }])),
  );
  const faults: string[] = [];
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1))
      if (overlaps(one.box, other.box)) faults.push(`${one.id} on ${other.id}`);
  }
  for (const [index, one] of labels.entries()) {
    for (const other of labels.slice(index + 1)) {
      if (overlaps(one.box, other.box)) faults.push(`label of ${one.id} on label of ${other.id}`);
    }
    for (const { id, box } of boxes) if (overlaps(one.box, box)) faults.push(`label of ${one.id} on ${id}`);
    for (const { group, title } of groups) {
      if (overlaps(one.box, title.box)) faults.push(`label of ${one.id} on the title of ${group.id}`);
    }
  }
  for (const { node, box, title, badges, components, skills, number, icon } of nodes) {
    const inner = [title, skills, number, ...components.map(({ text }) => text)].flatMap((text) => text?.box ?? []);
    const all = [
      ...inner,
      ...badges.map((badge) => badge.box),
      ...components.map((one) => one.icon),
      ...(icon === undefined ? [] : [icon]),
    ];
    for (const part of all) if (!isWithin(part, box)) faults.push(`something sticks out of ${node.id}`);
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) if (overlaps(one, other)) faults.push(`things overlap in ${node.id}`);
    }
    const group = groups.find(({ group: { id } }) => id === node.group);
    if (node.group !== undefined && (group === undefined || !isWithin(box, group.box)))
      faults.push(`${node.id} is not in its group`);
  }
  for (const [index, one] of groups.entries()) {
    for (const other of groups.slice(index + 1)) {
      const nested = isWithin(one.box, other.box) || isWithin(other.box, one.box);
      if (!nested && overlaps(one.box, other.box)) faults.push(`${one.group.id} on ${other.group.id}`);
    }
    for (const text of [one.title, one.note].flatMap((part) => part ?? [])) {
      if (!isWithin(text.box, one.box)) faults.push(`the title sticks out of ${one.group.id}`);
    }
  }
  for (const { edge, points, start, end } of edges) {
    const [from, to] = [edge.from, edge.to].map((id) => boxes.find((one) => one.id === id)?.box as Box) as [Box, Box];
    if (!same(points[0], middleOfSide(from, start)) || !same(points.at(-1), middleOfSide(to, end))) {
      faults.push(`${edge.id} does not go from ${edge.from} to ${edge.to}`);
    }
    for (const [a, b] of pairs(points)) {
      if (Math.abs(a.x - b.x) > TOUCH && Math.abs(a.y - b.y) > TOUCH) faults.push(`${edge.id} runs aslant`);
      for (const { id, box } of boxes) if (runsThrough(a, b, box)) faults.push(`${edge.id} runs through ${id}`);
    }
  }
  const texts: PlacedText[] = [
    ...legend.letters.flatMap(({ sign, text }) => [sign, text]),
    ...legend.personas.map(({ text }) => text),
  ];
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1))
      if (overlaps(one.box, other.box)) faults.push('texts of the legend overlap');
  }
  const outside = [
    ...boxes.map(({ box }) => box),
    ...groups.map(({ box }) => box),
    ...labels.map(({ box }) => box),
    ...texts.map(({ box }) => box),
    ...edges.flatMap(({ points }) => points.map((p) => ({ ...p, width: 0, height: 0 }) as Box)),
  ].filter((box) => !isWithin(box, whole));
  if (outside.length > 0) faults.push(`${outside.length} things lie outside of the picture`);
  return [...new Set(faults)];
}

const pairs = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, index) => [points[index] as Point, point]);

const same = (a: Point | undefined, b: Point): boolean =>
  a !== undefined && Math.abs(a.x - b.x) < TOUCH && Math.abs(a.y - b.y) < TOUCH;

const overlaps = (a: Box, b: Box): boolean => overlapOf(shrunk(a), shrunk(b)) > 0;

const shrunk = ({ x, y, width, height }: Box): Box =>
  ({ x: x + TOUCH, y: y + TOUCH, width: width - 2 * TOUCH, height: height - 2 * TOUCH }) as Box;

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - TOUCH &&
  inner.y >= outer.y - TOUCH &&
  inner.x + inner.width <= outer.x + outer.width + TOUCH &&
  inner.y + inner.height <= outer.y + outer.height + TOUCH;

function runsThrough(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return right > x + TOUCH && left < x + width - TOUCH && bottom > y + TOUCH && top < y + height - TOUCH;
}
