import { decodePDFRawStream, type PDFRawStream } from '@cantoo/pdf-lib';
import { PdfSyntaxError } from './values.ts';

/** A stream that unpacks to more is no page of a card, but meant to fill the memory. */
const LARGEST = 64 * 1024 * 1024;
const PIECE = 256 * 1024;

/** What a stream holds, unpacked. Throws `PdfSyntaxError` where that cannot be done. */
export function contentOf(stream: PDFRawStream): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of piecesOf(stream)) {
    length += piece.length;
    if (length > LARGEST) throw new PdfSyntaxError('it holds a stream that unpacks to more than 64 MB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function* piecesOf(stream: PDFRawStream): Generator<Uint8Array> {
  try {
    const decoder = decodePDFRawStream(stream);
    for (let piece = decoder.getBytes(PIECE); piece.length > 0; piece = decoder.getBytes(PIECE)) {
      yield new Uint8Array(piece);
    }
  } catch (error) {
    throw new PdfSyntaxError('it holds a stream that cannot be unpacked', { cause: error });
  }
}
