import type { LayoutSpec } from '../../layout/slides/format/model.ts';
import type { DeckSpec, SlideSpec } from './slideSpec.ts';

/** The layout that a slide is made on. */
export function layoutOf(
  { layout: name }: Pick<SlideSpec, 'layout'>,
  { layouts }: Pick<DeckSpec, 'layouts'>,
): LayoutSpec {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`No layout ${name}`);
  return found;
}
