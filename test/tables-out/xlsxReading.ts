import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

/** A link of a cell: to a place in the workbook, or an address out of it. */
export interface XlsxLink {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly location?: string;
  readonly target?: string;
}

export interface XlsxSheet {
  readonly name: string;
  readonly xml: string;
  /** With the header. */
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly XlsxLink[];
  /** The part of each table on the sheet. */
  readonly tables: readonly string[];
}

/** Reads a workbook back: texts with the library, links and tables from the parts themselves. */
export async function readSheets(bytes: Uint8Array): Promise<XlsxSheet[]> {
  const parts = unzipSync(bytes);
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows }, index) => {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const xml = partText(parts, part);
    const relations = relationsOf(parts, part);
    const texts = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
    const links = [...xml.matchAll(/<hyperlink ([^>]*)\/>/g)].map(([, attributes = '']) =>
      linkOf(attributesOf(attributes), relations, texts),
    );
    const tables = [...relations.values()]
      .filter(({ type }) => type.endsWith('/table'))
      .map(({ target }) => partText(parts, posix.join('xl/worksheets', target)));
    return { name, xml, rows: texts, links, tables };
  });
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function relationsOf(parts: Record<string, Uint8Array>, part: string): Map<string, Relation> {
  const text = partText(parts, part.replace('worksheets/', 'worksheets/_rels/').concat('.rels'));
  return new Map(
    [...text.matchAll(/<Relationship ([^>]*)\/>/g)].map(([, attributes = '']) => {
      const { Id = '', Type = '', Target = '' } = attributesOf(attributes);
      return [Id, { type: Type, target: Target }];
    }),
  );
}

const partText = (parts: Record<string, Uint8Array>, name: string): string =>
  parts[name] === undefined ? '' : strFromU8(parts[name]);

export function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );
}

const decoded = (value: string): string =>
  value.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

function linkOf(
  { ref = '', location, 'r:id': id }: Record<string, string>,
  relations: ReadonlyMap<string, Relation>,
  rows: readonly (readonly string[])[],
): XlsxLink {
  const [row, column] = placeOf(ref);
  const target = id === undefined ? undefined : relations.get(id)?.target;
  return {
    row,
    column,
    text: rows[row]?.[column] ?? '',
    ...(location === undefined ? {} : { location }),
    ...(target === undefined ? {} : { target }),
  };
}

/** Row and column of `B3`, counted from 0. */
function placeOf(ref: string): [number, number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(digits) - 1, column];
}

/** The rows that `'Access'!A5:T7` covers, and the sheet. */
export function rowsAt(
  location: string,
  sheets: readonly XlsxSheet[],
): { sheet: string; rows: readonly (readonly string[])[] } {
  const [, name = '', first = '', last = ''] = /^'((?:[^']|'')*)'!\$?[A-Z]+\$?(\d+):[A-Z]+(\d+)$/.exec(location) ?? [];
  const sheet = sheets.find((one) => one.name === name.replaceAll("''", "'"));
  return { sheet: name, rows: sheet?.rows.slice(Number(first) - 1, Number(last)) ?? [] };
}
