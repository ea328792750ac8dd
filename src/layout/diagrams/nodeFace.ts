import type { GraphNode, NodeComponent, PersonaBadge } from '../../deck/graphs/model.ts';
import { pt } from '../../design/units.ts';
import { box } from '../box.ts';
import type { PlacedBadge, PlacedComponent, PlacedNode } from './model.ts';
import { placedText } from './placedText.ts';
import type { SetText, TextLook, TextSetter } from './setText.ts';
import { diagramSizes, lineOf } from './sizes.ts';

/** What stands in the box of a node, before the box has a place. */
export interface NodeFace {
  readonly width: number;
  readonly height: number;
  place(x: number, y: number): PlacedNode;
}

const { padding, gap, icon, disc, badge: pill, text } = diagramSizes;
export const titleLook: TextLook = { size: text, bold: true };
export const idLook: TextLook = { size: text, bold: true };
export const plainLook: TextLook = { size: text, bold: false };

/** Between the skills of a step. */
const skillText = (skills: readonly string[]): string => skills.join(', ');

/** Every text of a node with its look. */
export function* textsOfNode(node: GraphNode): Generator<readonly [string, TextLook]> {
  yield [node.title, titleLook];
  if (node.number !== undefined) yield [String(node.number), titleLook];
  for (const badge of node.badges) yield* textsOfBadge(badge);
  for (const { name } of node.components) yield [name, plainLook];
  yield [skillText(node.skills), plainLook];
}

export function* textsOfBadge({ id, letters }: PersonaBadge): Generator<readonly [string, TextLook]> {
  yield [id, idLook];
  yield [letters, plainLook];
}

interface Item {
  readonly width: number;
  readonly height: number;
  place(x: number, y: number): PlacedBadge | PlacedComponent;
}

/** Nodes of one picture are equally wide: as wide as the widest asks for, within limits. */
export function widthOfNodes(
  nodes: readonly GraphNode[],
  limits: { readonly least: number; readonly most: number },
  setter: TextSetter,
): number {
  const wanted = nodes.map((node) => {
    const head = setter.set(node.title, titleLook).width;
    // Half a title on each of two lines is as good, and a little more since words differ.
    const title = leadOf(node, setter) + Math.min(head, Math.max(limits.least, head * 0.6));
    const items = node.components.map(({ name }) => icon + gap + setter.set(name, plainLook).width);
    const badges = node.badges.map((badge) => badgeItem(badge, setter).width + pill.gap);
    return Math.max(
      title,
      ...items,
      badges.slice(0, 2).reduce((sum, width) => sum + width, -pill.gap),
    );
  });
  return even(Math.min(limits.most, Math.max(limits.least, Math.max(0, ...wanted) + 2 * padding)));
}

/** Elk puts arrows on whole points: the middle of a side has to be one. */
const even = (length: number): number => 2 * Math.ceil(length / 2);

/** What stands before the title: a number, or an icon. */
function leadOf({ number, icon: name }: GraphNode, setter: TextSetter): number {
  if (number !== undefined) return discWidth(String(number), setter) + gap;
  return name === undefined ? 0 : icon + gap;
}

/** A disc, drawn out for numbers of three digits. */
export const discWidth = (number: string, setter: TextSetter): number =>
  Math.max(disc, setter.set(number, titleLook).width + gap);

/** Lays out the inside of a node in that width: title, badges and components in rows, skills. */
export function nodeFace(node: GraphNode, width: number, setter: TextSetter): NodeFace {
  const inner = width - 2 * padding;
  const lead = leadOf(node, setter);
  const title = setter.set(node.title, titleLook, inner - lead);
  const head = Math.max(title.height, node.number !== undefined ? disc : lineOf(text));
  const items = [
    ...node.badges.map((badge) => badgeItem(badge, setter)),
    ...node.components.map((component) => componentItem(component, inner, setter)),
  ];
  const rows = rowsOf(items, inner);
  const rowsHeight = rows.reduce((sum, row) => sum + gap + row.height, 0);
  const skills = node.skills.length === 0 ? undefined : setter.set(skillText(node.skills), plainLook, inner);
  const height = even(padding + head + rowsHeight + (skills === undefined ? 0 : gap + skills.height) + padding);
  return {
    width,
    height,
    place: (x, y) => {
      const left = x + padding;
      let top = y + padding;
      const placedTitle = placedText(title, left + lead, top + (head - title.height) / 2, inner - lead);
      const number = node.number === undefined ? undefined : discAt(String(node.number), left, top, setter);
      const iconBox =
        node.number === undefined && node.icon !== undefined
          ? box(left, top + (lineOf(text) - icon) / 2, icon, icon)
          : undefined;
      top += head;
      const placed: (PlacedBadge | PlacedComponent)[] = [];
      for (const row of rows) {
        top += gap;
        let at = left;
        for (const item of row.items) {
          placed.push(item.place(at, top + (row.height - item.height) / 2));
          at += item.width + spaceAfter(item);
        }
        top += row.height;
      }
      const placedSkills = skills === undefined ? undefined : placedText(skills, left, top + gap, inner);
      return {
        node,
        box: box(x, y, width, height),
        ...(iconBox === undefined ? {} : { icon: iconBox }),
        ...(number === undefined ? {} : { number }),
        title: placedTitle,
        badges: placed.filter((one): one is PlacedBadge => 'badge' in one),
        components: placed.filter((one): one is PlacedComponent => 'component' in one),
        ...(placedSkills === undefined ? {} : { skills: placedSkills }),
      };
    },
  };
}

/** The text of a disc, in the middle of it. */
export function discAt(number: string, x: number, y: number, setter: TextSetter) {
  const set = setter.set(number, titleLook);
  return { ...placedText(set, x, y, disc), box: box(x, y, discWidth(number, setter), disc) };
}

/** A persona as a pill. */
export function badgeItem(
  badge: PersonaBadge,
  setter: TextSetter,
): Item & { place(x: number, y: number): PlacedBadge } {
  const idWidth = setter.set(badge.id, idLook).width + 2 * pill.padding;
  const letters = badge.letters === '' ? 0 : setter.set(badge.letters, plainLook).width + 1.6 * pill.padding;
  const width = idWidth + letters;
  return {
    width,
    height: pill.height,
    place: (x, y) => ({ badge, box: box(x, y, width, pill.height), idWidth: pt(idWidth) }),
  };
}

function componentItem(component: NodeComponent, inner: number, setter: TextSetter): Item {
  const set: SetText = setter.set(component.name, plainLook, inner - icon - gap);
  const height = Math.max(icon, set.height);
  return {
    width: icon + gap + set.width,
    height,
    place: (x, y) => ({
      component,
      icon: box(x, y + (lineOf(text) - icon) / 2, icon, icon),
      text: placedText(set, x + icon + gap, y, set.width),
    }),
  };
}

interface Row {
  readonly items: readonly Item[];
  readonly height: number;
}

/** As many items in a row as have room. */
function rowsOf(items: readonly Item[], inner: number): Row[] {
  const rows: Item[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (used + item.width > inner) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(item);
    used += item.width + spaceAfter(item);
  }
  return rows.map((row) => ({ items: row, height: Math.max(...row.map(({ height }) => height)) }));
}

const spaceAfter = ({ height }: Item): number => (height === pill.height ? pill.gap : gap) + 2;
