import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfLink {
  readonly page: number;
  readonly url: string;
  /** Text that stands inside the link's rectangle. */
  readonly text: string;
}

export interface PdfReading {
  readonly pages: number;
  /** All text of each page, as a viewer finds it. */
  readonly texts: readonly string[];
  readonly links: readonly PdfLink[];
  readonly outline: readonly string[];
}

/** Reads a PDF the way a viewer does. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const texts: string[] = [];
  const links: PdfLink[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
    texts.push(
      pieces
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' '),
    );
    for (const { subtype, unsafeUrl, rect } of await page.getAnnotations()) {
      if (subtype !== 'Link' || unsafeUrl === undefined) continue;
      const [left, bottom, right, top] = rect as [number, number, number, number];
      const inside = pieces.filter(({ transform, width, height }) => {
        const [x, y] = [transform[4] + width / 2, transform[5] + height / 3];
        return x > left && x < right && y > bottom && y < top;
      });
      links.push({
        page: number,
        url: unsafeUrl,
        text: inside
          .map(({ str }) => str)
          .join('')
          .trim(),
      });
    }
  }
  const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
  await document.cleanup();
  return { pages: document.numPages, texts, links, outline };
}
