import { finishPng, type PngFinish } from './png.ts';

type Finish = Pick<PngFinish, 'dpi' | 'palette' | 'text'>;

/** A strip of a PNG over its whole width, `top` and `height` in pixels, finished as any. */
export async function stripOfPng(png: Uint8Array, top: number, height: number, finish: Finish): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { width } = await sharp(png).metadata();
  const strip = sharp(png).extract({ left: 0, top, width, height });
  return finishPng(await strip.png({ compressionLevel: 1, palette: false }).toBuffer(), { ...finish, width, height });
}

/**
 * A smaller picture of a PNG, `width` px wide and finished as any: a picture that is no wider stays as large as it is.
 * `dpi` is that of the picture that comes in, so that the smaller one is as large on paper. The same picture gives the
 * same bytes.
 */
export async function shrinkPng(png: Uint8Array, width: number, finish: Finish): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const whole = await sharp(png).metadata();
  const { data, info } = await sharp(png)
    .resize({ width, withoutEnlargement: true })
    .png({ compressionLevel: 1, palette: false })
    .toBuffer({ resolveWithObject: true });
  return finishPng(data, {
    ...finish,
    width: info.width,
    height: info.height,
    dpi: (finish.dpi * info.width) / whole.width,
  });
}
