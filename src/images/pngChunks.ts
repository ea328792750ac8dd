import { crc32 } from 'node:zlib';

/** One chunk of a PNG file: four letters and what they hold. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Whether bytes begin as a PNG file does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/** Takes a PNG apart. Throws when it is no PNG or ends too early; checksums are left to the decoder. */
export function readChunks(png: Uint8Array): PngChunk[] {
  if (!isPng(png)) throw new Error('not a PNG file');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = signature.length; at < png.length; ) {
    const start = at + 8;
    const end = start + view.getUint32(at);
    if (end + 4 > png.length) throw new Error('the PNG file ends within a chunk');
    chunks.push({ type: Buffer.from(png.subarray(at + 4, start)).toString('latin1'), data: png.subarray(start, end) });
    at = end + 4;
  }
  return chunks;
}

/** Puts a PNG together. */
export function writeChunks(chunks: readonly PngChunk[]): Uint8Array {
  return Buffer.concat([signature, ...chunks.flatMap(encode)]);
}

function encode({ type, data }: PngChunk): Uint8Array[] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(data, crc32(head.subarray(4))), 0);
  return [head, data, checksum];
}

const metresPerInch = 0.0254;

/** Resolution, so that programs open the picture at its printed size. */
export function resolutionChunk(dpi: number): PngChunk {
  const data = Buffer.alloc(9);
  const perMetre = Math.round(dpi / metresPerInch);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data.writeUInt8(1, 8);
  return { type: 'pHYs', data };
}

/** Says that colours are sRGB, with perceptual intent: without it some programs guess the monitor's own. */
export const srgbChunk: PngChunk = { type: 'sRGB', data: Uint8Array.of(0) };

/**
 * A text with its keyword (`Title`, `Author`, `Description`, ...): tEXt where Latin-1 can spell it, else iTXt.
 * Throws when the keyword is not 1 to 79 printable Latin-1 characters, as the format wants.
 */
export function textChunk(keyword: string, text: string): PngChunk {
  if (!/^(?! )[\x20-\x7e\xa1-\xff]{1,79}(?<! )$/.test(keyword)) throw new RangeError(`not a PNG keyword: ${keyword}`);
  const clean = text.replaceAll('\0', '');
  if (/^[\n\x20-\x7e\xa0-\xff]*$/.test(clean)) {
    return { type: 'tEXt', data: Buffer.from(`${keyword}\0${clean}`, 'latin1') };
  }
  // Not compressed, no language, no translated keyword.
  const head = Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1');
  return { type: 'iTXt', data: Buffer.concat([head, Buffer.from(clean)]) };
}
