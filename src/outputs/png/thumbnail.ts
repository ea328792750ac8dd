import type { CardPicture } from '../cardPicture.ts';
import { digestOf } from '../digest.ts';
import type { RenderContext, Task } from '../task.ts';

/** Pixels: what lists of personas show. */
export const THUMBNAIL_WIDTH = 240;

/** `png/<stem>-thumbnail.png`: the first front of a persona, made small. */
export function thumbnailTask(front: CardPicture): Task {
  const whole = front.task(`png/${front.name}.png`);
  const make = async (png: Uint8Array): Promise<Uint8Array> => {
    const { shrinkPng } = await import('../../images/derivedPng.ts');
    return shrinkPng(png, THUMBNAIL_WIDTH, front.finish);
  };
  return {
    ...whole,
    path: `png/${front.card.stem}-thumbnail.png`,
    key: digestOf('thumbnail', THUMBNAIL_WIDTH, whole.key),
    from: { path: whole.path, make },
    render: async (context: RenderContext) => make(await whole.render(context)),
  };
}
