import type { GraphGroup } from '../../deck/graphs/model.ts';
import type { Box } from '../box.ts';
import type { PlacedGroup } from './model.ts';
import { plainLook } from './nodeFace.ts';
import { placedText } from './placedText.ts';
import type { TextLook, TextSetter } from './setText.ts';
import { diagramSizes, lineOf } from './sizes.ts';

const { padding, gap, groupTitle } = diagramSizes;
const groupLook: TextLook = { size: groupTitle, bold: true };

export function* textsOfGroup({ title, note = '' }: GraphGroup): Generator<readonly [string, TextLook]> {
  yield [title, groupLook];
  yield [note, plainLook];
}

/** Height of the strip with a group's title. */
export const headHeight = Math.ceil(lineOf(groupTitle) + padding);

/** Room that a group's title asks for in a line; longer ones are broken by nobody, so it is the least width of the group. */
export function headWidth({ title, note }: GraphGroup, setter: TextSetter): number {
  const own = setter.set(title, groupLook).width;
  return Math.ceil(own + (note === undefined ? 0 : 2 * gap + setter.set(note, plainLook).width) + 2 * padding);
}

/** The title at the start of the strip, the note behind it. */
export function placedGroup(group: GraphGroup, place: Box, depth: number, setter: TextSetter): PlacedGroup {
  const { title, note } = group;
  const set = setter.set(title, groupLook);
  const top = place.y + padding * 0.75;
  const x = place.x + padding;
  const more = note === undefined ? undefined : setter.set(note, plainLook);
  return {
    group,
    box: place,
    depth,
    title: placedText(set, x, top, set.width),
    ...(more === undefined
      ? {}
      : { note: placedText(more, x + set.width + 2 * gap, top + set.height - more.height - 0.5, more.width) }),
  };
}
