import type { LeafSpec, SlideSpec } from './slideSpec.ts';

/** What the emitter writes of a slide, in order: members take the places of their groups. */
export function leavesOf({ elements }: Pick<SlideSpec, 'elements'>): LeafSpec[] {
  return elements.flatMap((element) => (element.kind === 'group' ? [...element.members] : [element]));
}
