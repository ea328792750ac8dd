import sharp from 'sharp';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` of a pixel. */
  at(x: number, y: number): string;
  readonly raw: Buffer;
}

export async function pictureOf(png: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    raw: data,
    at: (x, y) => `#${data.toString('hex', (y * info.width + x) * 3, (y * info.width + x) * 3 + 3)}`,
  };
}
