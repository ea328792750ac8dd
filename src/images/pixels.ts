import { isPng, readChunks } from './pngChunks.ts';

/** What a PNG file is, as a print service looks at it. */
export interface PngReading {
  readonly width: number;
  readonly height: number;
  /** Dots an inch that the file says it has; absent where it says nothing. */
  readonly dpi?: number;
  /** Red, green and blue of 8 bits, with nothing to see through. */
  readonly plainRgb: boolean;
  /** Texts in the file by keyword. */
  readonly texts: ReadonlyMap<string, string>;
  readonly pixels: Pixels;
}

/** Pixels of a picture: red, green, blue, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const METRES_AN_INCH = 0.0254;
const TRUE_COLOUR = 2;

/** Reads a PNG file; undefined when it is none, or broken. */
export async function readPng(bytes: Uint8Array): Promise<PngReading | undefined> {
  if (!isPng(bytes)) return undefined;
  try {
    const chunks = readChunks(bytes);
    const header = chunks.find(({ type }) => type === 'IHDR')?.data;
    if (header === undefined) return undefined;
    const pixels = await readPixels(bytes);
    const dpi = dpiOf(chunks.find(({ type }) => type === 'pHYs')?.data);
    return {
      width: pixels.width,
      height: pixels.height,
      ...(dpi === undefined ? {} : { dpi }),
      plainRgb: header[8] === 8 && header[9] === TRUE_COLOUR && !chunks.some(({ type }) => type === 'tRNS'),
      texts: new Map(chunks.flatMap(({ type, data }) => (type === 'tEXt' ? [textOf(data)] : []))),
      pixels,
    };
  } catch {
    return undefined;
  }
}

/** Decodes any picture that the file formats know; what can be seen through is laid on white. */
export async function readPixels(bytes: Uint8Array): Promise<Pixels> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

function dpiOf(data: Uint8Array | undefined): number | undefined {
  if (data === undefined || data[8] !== 1) return undefined;
  return Buffer.from(data).readUInt32BE(0) * METRES_AN_INCH;
}

function textOf(data: Uint8Array): [string, string] {
  const [keyword = '', ...rest] = Buffer.from(data).toString('latin1').split('\0');
  return [keyword, rest.join('\0')];
}
