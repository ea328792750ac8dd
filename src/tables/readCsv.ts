import { failed, type Outcome, problem } from '../source/problem.ts';
import { decodeUtf8 } from '../source/utf8.ts';
import { unguardFormula } from './formulaGuard.ts';
import { spreadsheetGrid } from './spreadsheetGrid.ts';
import type { Grid } from './tableGrid.ts';

/** What programs put between the cells of a row; which one depends on the country. */
const delimiters = [',', ';', '\t'] as const;

/**
 * Reads a CSV file: separated by commas, semicolons or tabs, in UTF-8 or in UTF-16 with a byte order mark. Apostrophes
 * that keep a text from being a formula come off. Problems: `TAB001` another encoding, or a quote that never ends,
 * `TAB002` too large.
 *
 * @param file for people and places
 */
export async function readCsv(bytes: Uint8Array, file: string): Promise<Outcome<Grid>> {
  const decoded = decode(bytes);
  if (decoded === undefined) {
    const hint = 'save it as "CSV UTF-8"';
    return failed(problem('TAB001', 'cannot be read as CSV: it is neither UTF-8 nor UTF-16 text', { file }, hint));
  }
  if (decoded.includes('\0')) {
    return failed(problem('TAB001', 'cannot be read as CSV: there are NUL characters in it', { file }));
  }
  // Excel's way to say which delimiter a file has.
  const stated = /^sep=([,;\t])\r?\n/i.exec(decoded);
  const text = decoded.slice(stated?.[0].length ?? 0);
  const delimiter = stated?.[1] ?? detectDelimiter(text);
  const open = unclosedQuote(text, delimiter);
  if (open !== undefined) {
    const message = `a quote that begins ${JSON.stringify(open)} is never closed`;
    return failed(problem('TAB001', message, { file }, 'inside quotes, write a quote as two: ""'));
  }
  const { parseCsv } = await import('hucre/csv');
  const rows = parseCsv(text, { delimiter, skipEmptyRows: false }).map((row) =>
    row.map((value) => unguardFormula(value === null ? '' : String(value))),
  );
  return spreadsheetGrid(rows, { file, above: stated === null ? 0 : 1 });
}

function decode(bytes: Uint8Array): string | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) {
    const text = decodeUtf8(bytes);
    return typeof text === 'string' ? text : undefined;
  }
  try {
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The delimiter that the first line has most of; a comma when it has none. */
function detectDelimiter(text: string): string {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** The beginning of a quoted cell that runs to the end of the file; a quote counts at the beginning of a cell only. */
function unclosedQuote(text: string, delimiter: string): string | undefined {
  const ends = new Set([delimiter, '\n', '\r']);
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return text.slice(at + 1, at + 31);
      at = close + 1;
    }
    while (at < text.length && !ends.has(text.charAt(at))) at += 1;
    at += 1;
  }
  return undefined;
}
