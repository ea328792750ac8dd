import type { Sharp } from 'sharp';
import { PictureError } from './pictureError.ts';
import { formatOf, type PictureFormat } from './pictureFormat.ts';
import { checkSvg } from './svgCheck.ts';

/** A user's picture, ready for HTML and PowerPoint alike. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** `bytes` as an address for `<img src>`. */
  readonly dataUri: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Longest side that a picture keeps, in pixels: 100 mm at 300 dpi, more than a card shows. */
const defaultMaxSide = 1200;

/** Some 400 MB while it is read. A photo of the largest phone camera has 200 megapixels, most have 12 to 50. */
const maxPixels = 100_000_000;

/**
 * Reads a picture that a user named. What it is decides its content, not the name. It is turned upright as its EXIF
 * data say, shrunk to `maxSide` px (default 1200; never enlarged, but an SVG is drawn at that size), converted to sRGB
 * and freed of metadata, which may tell where a photo was taken. A JPEG stays a JPEG, all else becomes PNG. The same
 * bytes give the same picture. Throws `PictureError`; `path` only names the file in it.
 */
export async function loadPicture(bytes: Uint8Array, path: string, maxSide = defaultMaxSide): Promise<Picture> {
  const format = formatOf(bytes);
  if (typeof format === 'object') {
    throw new PictureError('format', path, `the picture is ${format.unsupported}`, 'save it as PNG, JPEG or SVG');
  }
  if (format === 'svg') refuseFaulty(bytes, path);
  try {
    return await convert(bytes, format, maxSide);
  } catch (error) {
    throw explain(error, format, path);
  }
}

function refuseFaulty(bytes: Uint8Array, path: string): void {
  const found = checkSvg(Buffer.from(bytes).toString('utf8'));
  if (found === undefined) return;
  const hints = {
    'reaches-out': 'save it as one plain SVG file with everything inside it, or as PNG',
    'needs-fonts': 'its fonts differ from machine to machine: convert the text to paths, or save it as PNG',
  } as const;
  const hint = found.fault in hints ? hints[found.fault as keyof typeof hints] : 'save it again, or as PNG';
  throw new PictureError(found.fault, path, `the SVG ${found.what}`, hint);
}

async function convert(bytes: Uint8Array, format: PictureFormat, maxSide: number): Promise<Picture> {
  const source = await open(bytes, format, maxSide);
  const upright = source
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  const encoded = format === 'jpeg' ? upright.jpeg({ quality: 85 }) : upright.png({ compressionLevel: 9 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  const mediaType = format === 'jpeg' ? 'image/jpeg' : 'image/png';
  const dataUri = `data:${mediaType};base64,${data.toString('base64')}`;
  return { bytes: data, mediaType, dataUri, width: info.width, height: info.height };
}

async function open(bytes: Uint8Array, format: PictureFormat, maxSide: number): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const options = { limitInputPixels: maxPixels, failOn: 'error' } as const;
  if (format !== 'svg') return sharp(bytes, options);
  const { width, height } = await sharp(bytes, options).metadata();
  // 72 dpi draws an SVG at its own size; the renderer takes 1 to 100,000.
  const density = Math.min(Math.max((72 * maxSide) / Math.max(width, height), 1), 100_000);
  return sharp(bytes, { ...options, density });
}

function explain(error: unknown, format: PictureFormat, path: string): PictureError {
  const message = error instanceof Error ? error.message : String(error);
  if (/pixel limit/i.test(message)) {
    return new PictureError('too-large', path, 'the picture has more than 100 megapixels', 'save it smaller');
  }
  const detail = message.split('\n')[0] ?? message;
  return new PictureError('broken', path, `the ${format.toUpperCase()} cannot be read: ${detail}`, 'save it again');
}
