import { PdfDocument } from '../../../pdf/document.ts';
import { readPainted } from '../../../pdf/painted.ts';
import { boxAt, listAt, mapOf, nameAt } from '../../../pdf/values.ts';
import { GhostscriptFailed } from '../../../ghostscript/unavailable.ts';

/** pt. Ghostscript writes six digits. */
const TOLERANCE = 0.01;

/**
 * Compares a PDF/X with the PDF that it was made of, box by box. Throws `GhostscriptFailed` when a page was lost or got
 * another size, when the file does not say for which inks it is, or when colours are left that are not.
 */
export async function checkConversion(before: Uint8Array, after: Uint8Array): Promise<void> {
  const [source, made] = [await PdfDocument.read(before), await PdfDocument.read(after)];
  const [pages, converted] = [source.pages(), made.pages()];
  if (pages.length !== converted.length) fail(`it has ${converted.length} pages, not ${pages.length}`);
  for (const [index, page] of converted.entries()) {
    for (const name of ['MediaBox', 'BleedBox', 'TrimBox']) {
      const [wanted, found] = [boxAt(pages[index], name), boxAt(page, name)];
      const off = wanted?.some((edge, side) => Math.abs(edge - (found?.[side] ?? Infinity)) > TOLERANCE) ?? false;
      if (off) fail(`the ${name} of page ${index + 1} is ${found?.join(' ') ?? 'missing'}, not ${wanted?.join(' ')}`);
    }
    const other = [...readPainted(made, page).colors].find(isRgb);
    if (other !== undefined) fail(`page ${index + 1} has colours of ${other}`);
  }
  if (!hasIntent(made)) fail('it does not say for which inks it is');
}

/** Whether colours of a kind are mixed of red, green and blue. */
export const isRgb = (color: string): boolean => ['DeviceRGB', 'CalRGB', 'Lab', 'ICCBased 3'].includes(color);

/** Whether a document has the output intent of PDF/X. */
export function hasIntent(document: PdfDocument): boolean {
  return listAt(document.catalog, 'OutputIntents').some((intent) => nameAt(mapOf(intent), 'S') === 'GTS_PDFX');
}

function fail(what: string): never {
  throw new GhostscriptFailed(`Ghostscript did not make PDF/X as it should: ${what}`);
}
