import { createHash } from 'node:crypto';
import { crossReferenceTable } from './crossReferenceTable.ts';
import type { PdfFile } from './pdfFile.ts';
import { type PdfDictionary, writeDictionary } from './pdfSyntax.ts';

/**
 * Appends new versions of objects to a PDF, by number, and a table that leads to them: the way that PDF itself has for
 * changes, without writing the rest again. `info` is the number of the document information among them.
 * The file gets an id that is a digest of its content.
 */
export function appendUpdate(
  bytes: Buffer,
  file: PdfFile,
  objects: ReadonlyMap<number, PdfDictionary>,
  info: number,
): Buffer {
  const sorted = [...objects].sort(([one], [other]) => one - other);
  const offsets: [number, number][] = [];
  let body = '\n';
  for (const [object, dictionary] of sorted) {
    offsets.push([object, bytes.length + body.length]);
    body += `${object} 0 obj\n${writeDictionary(dictionary)}\nendobj\n`;
  }
  const id = createHash('md5').update(bytes).update(body, 'latin1').digest('hex').toUpperCase();
  const size = Math.max(Number(file.trailer.get('/Size')), info + 1);
  const trailer = new Map(file.trailer)
    .set('/Size', String(size))
    .set('/Info', `${info} 0 R`)
    .set('/Prev', String(file.startOfTable))
    .set('/ID', `[<${id}> <${id}>]`);
  const end = `${crossReferenceTable(offsets)}trailer\n${writeDictionary(trailer)}\nstartxref\n${bytes.length + body.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(body + end, 'latin1')]);
}
