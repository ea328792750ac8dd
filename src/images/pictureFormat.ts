import { isPng } from './pngChunks.ts';

export type PictureFormat = 'png' | 'jpeg' | 'svg';

/** What the bytes are, whatever the file is called; for what we do not take, the name of it, when it is a known one. */
export function formatOf(bytes: Uint8Array): PictureFormat | { readonly unsupported: string } {
  if (isPng(bytes)) return 'png';
  const start = Buffer.from(bytes.subarray(0, 4096));
  const latin1 = start.toString('latin1');
  if (latin1.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (isSvg(start.toString('utf8'))) return 'svg';
  const known = others.find(([pattern]) => pattern.test(latin1));
  return { unsupported: known?.[1] ?? 'an unknown format' };
}

/** An XML declaration, comments and a document type may come before the root element. */
function isSvg(text: string): boolean {
  return /^\ufeff?\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE(?:[^>[]|\[[^\]]*\])*>\s*)*<(?:\w+:)?svg[\s>]/i.test(
    text,
  );
}

const others: readonly (readonly [RegExp, string])[] = [
  [/^GIF8/, 'GIF'],
  [/^RIFF....WEBP/s, 'WebP'],
  [/^....ftyp(?:avif|avis)/s, 'AVIF'],
  [/^....ftyp(?:heic|heix|mif1)/s, 'HEIC'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^BM/, 'BMP'],
  [/^%PDF-/, 'PDF'],
  [/^\x1f\x8b/, 'a compressed file'],
];
