import { guardFormula } from './formulaGuard.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, since spreadsheets otherwise take it for another encoding.
 * What a spreadsheet would take for a formula is kept text by an apostrophe.
 */
export async function writeCsv(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeCsv: write } = await import('hucre/csv');
  const guarded = rows.map((row) => row.map(guardFormula));
  return Buffer.from(`${write(guarded, { bom: true, lineSeparator: '\r\n' })}\r\n`);
}
