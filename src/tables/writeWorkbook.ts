import type { Cell, CellStyle, CellValue, TableDefinition, WriteSheet } from 'hucre/xlsx';
import { type ColumnFit, fitColumn, linesIn, textOf } from './columnWidth.ts';
import { type PartChanges, repack } from './repack.ts';
import { rangeRef } from './cellReference.ts';
import type { CellLink, SheetCell, Workbook, WorkbookSheet, WorkbookStyle } from './workbookModel.ts';

/** Limits of Excel: characters of a cell and of an address, links of a sheet. */
export const limits = { text: 32_767, address: 2_079, links: 65_530 } as const;

type Hyperlink = NonNullable<Cell['hyperlink']>;

/** Any fixed day, so that the same workload gives the same bytes. */
const DAY = new Date(Date.UTC(1980, 0, 1));

/** An Excel workbook: a table a sheet, with filters, the header and the first columns in sight. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const styles = stylesOf(workbook.style, workbook.rightToLeft);
  const places = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const archive = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, styles, places, workbook.rightToLeft)),
    // The header on every page of paper.
    namedRanges: workbook.sheets.map(({ name }) => ({
      name: '_xlnm.Print_Titles',
      range: `${quoted(name)}!$1:$1`,
      scope: name,
    })),
    properties: { title: cleanText(workbook.title), creator: 'persona-deck', created: DAY, modified: DAY },
    defaultFont: { name: workbook.style.font, size: 11, color: { rgb: rgb(workbook.style.ink) } },
  });
  return repack(archive, finishing);
}

/**
 * What the library leaves to do. The schema wants the size of a font before its colour. And Excel would ask to save a
 * file that it only looked at, if it were told to calculate: there is nothing to calculate.
 */
const finishing: PartChanges = {
  'xl/styles.xml': (text) => text.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1'),
  'xl/workbook.xml': (text) => text.replace(/<calcPr [^>]*\/>/, ''),
};

interface Styles {
  readonly header: CellStyle;
  readonly cell: (look: Look) => CellStyle;
}

interface Look {
  /** Of the first column, which says what the row is about. */
  readonly first: boolean;
  readonly linked: boolean;
  readonly wraps: boolean;
}

function stylesOf({ header, ink, link, rule, font }: WorkbookStyle, rightToLeft: boolean): Styles {
  const base = { name: font, size: 11 };
  const under = { style: 'thin', color: { rgb: rgb(rule) } } as const;
  return {
    header: {
      font: { ...base, bold: true, color: { rgb: rgb(header.ink) } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb(header.fill) } },
      alignment: { vertical: 'center' },
    },
    cell: ({ first, linked, wraps }) => ({
      font: { ...base, bold: first, underline: linked, color: { rgb: rgb(linked ? link : ink) } },
      border: { bottom: under },
      // Numbers too: at the other side they would stand against the next column.
      alignment: { vertical: 'top', horizontal: rightToLeft ? 'right' : 'left', wrapText: wraps },
    }),
  };
}

/** `RRGGBB`, as spreadsheets write colours. */
const rgb = (color: string): string => color.slice(1).toUpperCase();

type Places = ReadonlyMap<string, WorkbookSheet>;

function writeSheet(sheet: WorkbookSheet, styles: Styles, places: Places, rightToLeft: boolean): WriteSheet {
  const headers = uniqueHeaders(sheet.columns.map(({ header }) => cleanText(header)));
  const fits = sheet.columns.map((column, nth) => fitColumn(column, columnOf(sheet, nth)));
  const looks = fits.map(({ wraps }, nth) => ({ first: nth === 0, linked: false, wraps }));
  return {
    name: sheet.name,
    columns: fits.map(({ width }, nth) => ({ width, style: styles.cell(looks[nth] ?? plain) })),
    rows: [headers, ...sheet.rows.map((row) => headers.map((_, nth) => valueOf(row[nth] ?? '')))],
    rowDefs: rowHeights(sheet, fits),
    cells: new Map([
      ...headers.map((_, nth) => [`0,${nth}`, { style: styles.header }] as const),
      ...errorLookalikes(sheet),
      ...linkedCells(sheet, places, (nth) => styles.cell({ ...(looks[nth] ?? plain), linked: true })),
    ]),
    freezePane: { rows: 1, columns: sheet.frozenColumns },
    view: { showGridLines: false, rightToLeft },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    tables: [tableOf(sheet, headers)],
  };
}

/** Points of a line of the default font at 11 points, and the highest row that Excel shows. */
const LINE = 15;
const HIGHEST = 409;

/** Heights of rows with several lines: LibreOffice leaves rows without one at a single line. */
function rowHeights(sheet: WorkbookSheet, fits: readonly ColumnFit[]): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [index, row] of sheet.rows.entries()) {
    const lines = fits.reduce((most, fit, nth) => Math.max(most, linesIn(row[nth] ?? '', fit)), 1);
    if (lines > 1) heights.set(index + 1, { height: Math.min(HIGHEST, lines * LINE) });
  }
  return heights;
}

const plain: Look = { first: false, linked: false, wraps: false };

function tableOf(sheet: WorkbookSheet, headers: readonly string[]): TableDefinition {
  return {
    name: sheet.table,
    // A table has at least one row below its header.
    range: rangeRef(0, 0, Math.max(sheet.rows.length, 1), headers.length - 1),
    columns: headers.map((name) => ({ name })),
    style: 'TableStyleLight1',
    showRowStripes: false,
  };
}

/** Columns of a table have names of their own, whatever the letter case. */
function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header) => {
    let name = header;
    for (let nth = 2; seen.has(name.toLowerCase()); nth += 1) name = `${header} ${nth}`;
    seen.add(name.toLowerCase());
    return name;
  });
}

const columnOf = (sheet: WorkbookSheet, nth: number): SheetCell[] => sheet.rows.map((row) => row[nth] ?? '');

function valueOf(cell: SheetCell): CellValue {
  if (typeof cell === 'number') return cell;
  const text = cleanText(textOf(cell));
  return text === '' ? null : text;
}

/**
 * What the file format can hold of a text. `_x0041_` is its escape for a character, so that words which look like it
 * are escaped themselves.
 */
function cleanText(text: string): string {
  const short = text.length > limits.text ? `${text.slice(0, limits.text - 1)}…` : text;
  return short
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** Cells with links, as many as a sheet may have: those of the first columns go first, whole columns before others. */
function linkedCells(
  sheet: WorkbookSheet,
  places: Places,
  styleOf: (column: number) => CellStyle,
): (readonly [string, Partial<Cell>])[] {
  const linked: (readonly [string, Partial<Cell>])[] = [];
  for (const nth of sheet.columns.keys()) {
    const style = styleOf(nth);
    for (const [index, row] of sheet.rows.entries()) {
      const cell = row[nth];
      const hyperlink = typeof cell === 'object' && cell.text !== '' ? hyperlinkOf(cell.link, places) : undefined;
      if (hyperlink === undefined) continue;
      if (linked.length === limits.links) return linked;
      linked.push([`${index + 1},${nth}`, { style, hyperlink, ...asWords(textOf(cell ?? '')) }]);
    }
  }
  return linked;
}

function hyperlinkOf(link: CellLink, places: Places): Hyperlink | undefined {
  if (link.kind === 'address') {
    return link.address.length > limits.address ? undefined : { target: link.address };
  }
  const columns = places.get(link.sheet)?.columns.length;
  if (columns === undefined) return undefined;
  const range = rangeRef(link.first + 1, 0, link.last + 1, columns - 1);
  return { target: '', location: `${quoted(link.sheet)}!${range}` };
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** `#N/A` and the like would become errors; as rich text they stay words. */
const errors = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

function asWords(text: string): Partial<Cell> {
  return errors.test(text) ? { richText: [{ text }] } : {};
}

function errorLookalikes(sheet: WorkbookSheet): (readonly [string, Partial<Cell>])[] {
  return sheet.rows.flatMap((row, index) =>
    row.flatMap((cell, nth) => {
      const words = asWords(textOf(cell));
      return words.richText === undefined ? [] : [[`${index + 1},${nth}`, words] as const];
    }),
  );
}
