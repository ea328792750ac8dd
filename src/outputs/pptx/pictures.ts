import type { Deck } from '../../deck/model.ts';
import type { ImageFile } from '../../workload/model.ts';
import type { RasterImage } from './slideSpec.ts';

/** Reads a picture once, shrunk to what a slide needs. */
export interface PictureLoader {
  load(image: ImageFile): Promise<RasterImage>;
}

/** Pictures of the personas that have one, by persona id. */
export async function picturesOf(deck: Deck, loader: PictureLoader): Promise<Map<string, RasterImage>> {
  const pictures = new Map<string, RasterImage>();
  for (const { id, image } of deck.cards) {
    if (image !== undefined) pictures.set(id, await loader.load(image));
  }
  return pictures;
}
