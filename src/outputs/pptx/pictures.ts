import type { Deck } from '../../deck/model.ts';
import type { PictureLoader } from './plan.ts';
import type { RasterImage } from './slideSpec.ts';

/** Pictures of the personas that have one, by persona id. */
export async function picturesOf(deck: Deck, loader: PictureLoader): Promise<Map<string, RasterImage>> {
  const pictures = new Map<string, RasterImage>();
  for (const { id, image } of deck.cards) {
    if (image !== undefined) pictures.set(id, rasterImage((await loader.load(image)).dataUri));
  }
  return pictures;
}

/** Throws on other media types: PowerPoint shows no WebP everywhere, and no SVG without a picture to fall back on. */
export function rasterImage(dataUri: string): RasterImage {
  const [, mediaType, data] = /^data:(image\/(?:png|jpeg));base64,(.+)$/s.exec(dataUri) ?? [];
  if (mediaType === undefined || data === undefined) throw new Error('A picture is neither PNG nor JPEG');
  return { mediaType: mediaType as RasterImage['mediaType'], bytes: Buffer.from(data, 'base64') };
}
