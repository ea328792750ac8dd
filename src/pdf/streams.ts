import { decodePDFRawStream, type PDFRawStream } from '@cantoo/pdf-lib';
import { PdfSyntaxError } from './values.ts';

/** What unpacks to more is no page of a card, but meant to fill the memory. */
const LARGEST = 64 * 1024 * 1024;
const PIECE = 256 * 1024;

/** What streams hold one after the other, unpacked. Throws `PdfSyntaxError` where that cannot be done. */
export function contentOf(...streams: readonly PDFRawStream[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const stream of streams) {
    for (const piece of piecesOf(stream)) {
      length += piece.length;
      if (length > LARGEST) throw new PdfSyntaxError('what it holds unpacks to more than 64 MB');
      pieces.push(piece);
    }
  }
  return Buffer.concat(pieces, length);
}

function* piecesOf(stream: PDFRawStream): Generator<Uint8Array> {
  try {
    const decoder = decodePDFRawStream(stream);
    for (let piece = decoder.getBytes(PIECE); piece.length > 0; piece = decoder.getBytes(PIECE)) {
      yield new Uint8Array(piece);
    }
    yield betweenStreams;
  } catch (error) {
    throw new PdfSyntaxError('it holds a stream that cannot be unpacked', { cause: error });
  }
}

/** An operator does not go on in the next stream. */
const betweenStreams = Buffer.from('\n');
