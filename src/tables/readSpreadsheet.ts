import type { CellValue } from 'hucre/xlsx';
import { closest } from '../diagnostics/didYouMean.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { type Grid, spreadsheetCell } from './tableGrid.ts';
import { refusedZip } from './zipSizes.ts';

/**
 * Reads a sheet of an .xlsx file: the one that is named, else one called Personas, else the first that can be seen.
 * Formulas count as what they last came to. Problems: `TAB001` not a spreadsheet, `TAB002` too large, `TAB003` no such
 * sheet.
 *
 * @param file for people and places
 */
export async function readSpreadsheet(bytes: Uint8Array, file: string, sheet?: string): Promise<Outcome<Grid>> {
  if (isOldOffice(bytes)) {
    const hint = 'save it as .xlsx, without a password';
    return failed(problem('TAB001', 'an old Excel file, or one with a password, is not read', { file }, hint));
  }
  const refused = refusedZip(bytes);
  if (refused !== undefined) return failed(unreadable(refused, file));
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const sheets: { name: string; seen: boolean }[] = [];
    await readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        sheets.push({ name, seen: hidden !== true && veryHidden !== true });
        return false;
      },
    });
    const chosen = chooseSheet(sheets, sheet);
    if (chosen === undefined) return failed(noSheet(file, sheet, sheets));
    const [read] = (await readXlsx(bytes, { sheets: [chosen] })).sheets;
    const rows = read?.rows ?? [];
    return {
      ok: true,
      value: {
        place: `${file}, sheet ${chosen}`,
        location: { file },
        rows: rows.map((row, nth) =>
          row.map((value, column) => spreadsheetCell(file, chosen, nth, column, textOf(value))),
        ),
      },
    };
  } catch (error) {
    return failed(unreadable(error instanceof Error ? error.message : String(error), file));
  }
}

const unreadable = (reason: string, file: string) =>
  problem('TAB001', `cannot be read as a spreadsheet: ${reason}`, { file }, 'save it again as .xlsx, or as CSV');

/** The container of .xls files, and of .xlsx files with a password. */
function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, nth) => bytes[nth] === byte);
}

function chooseSheet(
  sheets: readonly { name: string; seen: boolean }[],
  wanted: string | undefined,
): string | undefined {
  if (wanted !== undefined) return sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.name;
  const seen = sheets.filter((sheet) => sheet.seen);
  return (seen.find(({ name }) => /^(personas|persoonat)$/i.test(name)) ?? seen[0] ?? sheets[0])?.name;
}

function noSheet(file: string, wanted: string | undefined, sheets: readonly { name: string }[]) {
  const names = sheets.map(({ name }) => name);
  if (wanted === undefined) return problem('TAB003', 'there is no sheet in it', { file });
  const meant = closest(wanted, names);
  const hint = `${meant === undefined ? '' : `did you mean "${meant}"? `}its sheets: ${names.join(', ')}`;
  return problem('TAB003', `there is no sheet "${wanted}"`, { file }, hint);
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}
