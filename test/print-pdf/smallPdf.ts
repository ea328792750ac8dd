/**
 * A PDF as Chromium writes them, small enough to be read: objects with a classic table. `objects` are bodies by number
 * from 1; the first is the catalog, the last the document information.
 */
export function smallPdf(objects: readonly string[], header = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'): Buffer {
  let text = header;
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = [
    '0000000000 65535 f \n',
    ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`),
  ];
  const trailer = `trailer\n<</Size ${entries.length}\n/Root 1 0 R\n/Info ${objects.length} 0 R>>`;
  return Buffer.from(
    `${text}xref\n0 ${entries.length}\n${entries.join('')}${trailer}\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

const link = (address: string): string =>
  `<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</Type /Action /S /URI /URI (${address})>>>>`;

/** Two pages in a nested tree that is out of the order of the file, with a link to each of `addresses` on the first. */
export function twoPages(addresses: readonly string[] = []): Buffer {
  const annotations = addresses.map((_, index) => `${index + 7} 0 R`).join(' ');
  return smallPdf([
    '<</Type /Catalog /Pages 2 0 R /Lang (en)>>',
    '<</Type /Pages /Count 2 /Kids [5 0 R 3 0 R]>>',
    '<</Type /Page /MediaBox [0 0 197.03999 267.12] /Parent 2 0 R /Tabs /S /Note (a \\) >> \\( b (c))>>',
    `<</Type /Page /MediaBox [0 0 197.03999 267.12] /Parent 5 0 R /Annots [${annotations}] /Resources <</ExtGState <</G3 6 0 R>>>>>>`,
    '<</Type /Pages /Count 1 /Kids [4 0 R] /Parent 2 0 R>>',
    '<</ca 1 /BM /Normal>>',
    ...addresses.map(link),
    "<</Title (T) /Creator (Mozilla/5.0 \\(X11\\)) /CreationDate (D:20260102030405+00'00') /ModDate (D:20260102030405+00'00')>>",
  ]);
}
