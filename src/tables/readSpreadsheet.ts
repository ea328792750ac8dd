import type { CellValue, MergeRange } from 'hucre/xlsx';
import { closest } from '../diagnostics/didYouMean.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { spreadsheetGrid } from './spreadsheetGrid.ts';
import { type Grid, type GridCell, maxColumns } from './tableGrid.ts';
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
    const rows = (read?.rows ?? []).map((row) => row.map(textOf));
    const grid = spreadsheetGrid(rows, { file, sheet: chosen });
    return grid.ok ? { ok: true, value: fillDown(grid.value, read?.merges ?? []) } : grid;
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

/** A cell merged over several rows says the same of each: a team of three, say. */
function fillDown(grid: Grid, merges: readonly MergeRange[]): Grid {
  const rows: GridCell[][] = grid.rows.map((row) => [...row]);
  // Merged cells do not overlap; a file that says so would be filled for ever.
  let left = rows.length * maxColumns;
  for (const { startRow, endRow, startCol: column } of merges) {
    const first = rows[startRow]?.[column];
    left -= Math.min(endRow, rows.length) - startRow;
    if (first === undefined || left < 0) continue;
    for (const row of rows.slice(startRow + 1, endRow + 1)) {
      // Cells that rows lack before it are empty.
      while (row.length < column) row.push({ text: '', location: first.location });
      row[column] = { text: first.text, location: first.location, covered: true };
    }
  }
  return { ...grid, rows };
}

/** Characters that XML cannot hold, carriage returns among them, stand in spreadsheets as `_x000D_`. */
const escapedCharacter = /_x([0-9A-Fa-f]{4})_/g;

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value).replace(escapedCharacter, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
