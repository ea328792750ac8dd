import type { MarkdownCell, MarkdownDocument, MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { AccessTableReading, TableForm, Written } from './accessTable.ts';
import { Legend } from './legend.ts';
import { readLongForm } from './longForm.ts';
import { findMatrix, type MatrixTable } from './matrixForm.ts';
import { readWideForm } from './wideForm.ts';

/** What an RBAC file says, before its names are linked. */
export interface AccessDocument {
  /** Tables that list access, in document order; other tables are the author's alone. */
  readonly tables: readonly (AccessTableReading | MatrixTable)[];
  /** Codes that the legend of a matrix explains twice. */
  readonly repeatedCodes: readonly Written[];
  /** Texts behind the last column of these tables. */
  readonly surplus: readonly MarkdownCell[];
  /** Tags of tables in HTML. */
  readonly htmlTables: readonly Written[];
}

/** In the order they are tried. */
const forms: readonly TableForm[] = [readLongForm, readWideForm];

/** @param isMatrix whether the file is to be read as a matrix, where its tables allow */
export function readAccessDocument(
  { tables, htmlTables }: MarkdownDocument,
  environments: Environments,
  isMatrix: boolean,
): AccessDocument {
  const legend = new Legend(isMatrix ? tables : []);
  const read = tables.flatMap((table) => {
    const reading = (isMatrix ? findMatrix(table, environments, legend) : undefined) ?? readTable(table, environments);
    return reading === undefined ? [] : { reading, surplus: table.rows.flatMap((row) => row.surplus ?? []) };
  });
  return {
    tables: read.map(({ reading }) => reading),
    repeatedCodes: legend.repeated,
    surplus: read.flatMap(({ surplus }) => surplus),
    htmlTables: htmlTables.map((range) => ({ text: '', range })),
  };
}

export function isMatrixTable(table: AccessTableReading | MatrixTable): table is MatrixTable {
  return 'legend' in table;
}

function readTable(table: MarkdownTable, environments: Environments): AccessTableReading | undefined {
  for (const form of forms) {
    const reading = form(table, environments);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
