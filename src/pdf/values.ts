import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What is wrong with a PDF, to be read after its name: `it is encrypted`. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError';
}

/*
 * Entries of dictionaries as the kind that is asked for. A value of another kind is as none: files of other programs
 * hold what they like.
 */

export const valueAt = (map: PDFDict | undefined, key: string): PDFObject | undefined => map?.lookup(PDFName.of(key));

/** A dictionary, which may be that of a stream. */
export const mapAt = (map: PDFDict | undefined, key: string): PDFDict | undefined => mapOf(valueAt(map, key));

/** The values of an array, references among them followed; none where there is no array. */
export const listAt = (map: PDFDict | undefined, key: string): (PDFObject | undefined)[] => listOf(valueAt(map, key));

export const numberAt = (map: PDFDict | undefined, key: string): number | undefined => numberOf(valueAt(map, key));

export const nameAt = (map: PDFDict | undefined, key: string): string | undefined => nameOf(valueAt(map, key));

export const textAt = (map: PDFDict | undefined, key: string): string | undefined => {
  const value = valueAt(map, key);
  return isText(value) ? value.decodeText() : undefined;
};

/** Four numbers of a box: left, bottom, right, top. */
export function boxAt(map: PDFDict | undefined, key: string): readonly [number, number, number, number] | undefined {
  const [a, b, c, d] = listAt(map, key).map(numberOf);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

export function mapOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFRawStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

export function listOf(value: PDFObject | undefined): (PDFObject | undefined)[] {
  return value instanceof PDFArray ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)) : [];
}

export const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined;

export const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? value.decodeText() : undefined;

export const isText = (value: PDFObject | undefined): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;
