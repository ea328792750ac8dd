import type { CardPicture, PictureArea, PictureStrip } from '../../deck/pages/model.ts';
import { keyOf } from '../../deck/pages/model.ts';
import type { CardPicture as DrawnPicture } from '../cardPicture.ts';
import { digestOf } from '../digest.ts';
import type { RenderContext, Task } from '../task.ts';

/**
 * Cuts a picture into strips that lead somewhere, and those between them: each area's reaches down to the next area, so
 * that the roles below a component lead where its name does. None where areas stand beside each other, since no strip
 * leads to two pages.
 */
export function stripsOf({ name, alt, height, areas }: Omit<CardPicture, 'strips'>): PictureStrip[] {
  const ranges = rangesOf(areas);
  const isCut = ranges.every(({ bottom }, index) => bottom <= (ranges[index + 1]?.top ?? height));
  if (ranges.length === 0 || !isCut) return [];
  const linked = ranges.map(({ top, bottom, text, page }, index) => ({
    top,
    bottom: ranges[index + 1]?.top ?? bottom,
    alt: text,
    page,
  }));
  const all = [
    { top: 0, bottom: ranges[0]?.top ?? 0, alt },
    ...linked,
    { top: linked.at(-1)?.bottom ?? 0, bottom: height, alt: '' },
  ];
  return all
    .filter(({ top, bottom }) => bottom > top)
    .map(({ top, bottom, ...strip }, index) => ({
      ...strip,
      name: `${name}-slice-${index + 1}`,
      top,
      height: bottom - top,
    }));
}

interface Range extends Pick<PictureArea, 'text' | 'page'> {
  readonly top: number;
  readonly bottom: number;
}

/** What runs on over the end of a line has an area a line, and one strip. */
function rangesOf(areas: readonly PictureArea[]): Range[] {
  const ranges = new Map<string, Range>();
  for (const { text, page, y, height } of areas) {
    const known = ranges.get(keyOf(page));
    const top = Math.min(y, known?.top ?? y);
    ranges.set(keyOf(page), { text, page, top, bottom: Math.max(y + height, known?.bottom ?? 0) });
  }
  return [...ranges.values()].sort((a, b) => a.top - b.top);
}

/** The file of a strip, cut out of that of the whole picture. */
export function stripTask(picture: DrawnPicture, whole: Task, strip: PictureStrip, path: string): Task {
  const { top, height } = strip;
  const make = async (png: Uint8Array): Promise<Uint8Array> => {
    const { stripOfPng } = await import('../../images/derivedPng.ts');
    return stripOfPng(png, top, height, picture.finish);
  };
  return {
    ...whole,
    path,
    key: digestOf('strip', top, height, whole.key),
    from: { path: whole.path, make },
    render: async (context: RenderContext) => make(await whole.render(context)),
  };
}
