/** A printed PDF that is not what it should be: a link astray, a page of the wrong size, an unknown structure. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}
