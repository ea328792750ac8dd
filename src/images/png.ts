import { type PngChunk, readChunks, resolutionChunk, srgbChunk, textChunk, writeChunks } from './pngChunks.ts';

export interface PngFinish {
  /** Size in device px: what is more, at the right and at the bottom, is cut off. */
  readonly width: number;
  readonly height: number;
  /** Resolution to write into the file; the pixels stay as they are. */
  readonly dpi: number;
  /** Texts to write into the file, by PNG keyword (`Title`, `Description`, `Author`, ...). Default: none. */
  readonly text?: Readonly<Record<string, string>>;
  /** At most 256 colours, the nearest ones without dots between: a small loss. Default: without loss. */
  readonly palette?: boolean;
  /** Quarter turns clockwise, after it was cut. Default: none. */
  readonly turns?: 1 | 3;
}

/**
 * Makes a captured picture ready to ship: cut to size, compressed without loss (a third of what the browser's fast
 * encoder leaves), marked as sRGB with its resolution and texts. The same picture gives the same bytes.
 * Throws `RangeError` when the picture is smaller than `width` x `height`.
 */
export async function finishPng(png: Uint8Array, finish: PngFinish): Promise<Uint8Array> {
  const compressed = await compress(png, finish);
  const pixels = readChunks(compressed).filter(({ type }) => pixelChunks.has(type));
  const [header, ...rest] = pixels;
  if (header === undefined) throw new Error('the PNG file is empty');
  return writeChunks([header, srgbChunk, resolutionChunk(finish.dpi), ...textChunks(finish.text), ...rest]);
}

/** What an 8 bit picture consists of, in true colour or with a palette. */
const pixelChunks: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

async function compress(png: Uint8Array, { width, height, turns, palette = false }: PngFinish): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const size = sizeOf(png);
  if (size.width < width || size.height < height) {
    throw new RangeError(`a picture of ${size.width} x ${size.height} px is too small for ${width} x ${height}`);
  }
  const cut = sharp(png).extract({ left: 0, top: 0, width, height });
  const turned = turns === undefined ? cut : cut.rotate(turns * 90);
  if (palette) return turned.removeAlpha().png({ palette: true, colours: 256, quality: 100, dither: 0 }).toBuffer();
  // Level 9 would save a tenth and take 3 times as long; a palette changes colours.
  return turned.png({ compressionLevel: 6, palette: false }).toBuffer();
}

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const header = readChunks(png)[0];
  if (header?.type !== 'IHDR') throw new Error('the PNG file has no header');
  const view = Buffer.from(header.data.buffer, header.data.byteOffset, header.data.byteLength);
  return { width: view.readUInt32BE(0), height: view.readUInt32BE(4) };
}

function textChunks(text: PngFinish['text']): PngChunk[] {
  return Object.entries(text ?? {}).map(([keyword, value]) => textChunk(keyword, value));
}
