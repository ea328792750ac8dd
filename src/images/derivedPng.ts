import { finishPng, type PngFinish } from './png.ts';

/**
 * A smaller picture of a PNG, `width` px wide and finished as any: a picture that is no wider stays as large as it is.
 * `dpi` is that of the picture that comes in, so that the smaller one is as large on paper. The same picture gives the
 * same bytes.
 */
export async function shrinkPng(
  png: Uint8Array,
  width: number,
  finish: Pick<PngFinish, 'dpi' | 'palette' | 'text'>,
): Promise<Uint8Array> {
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
