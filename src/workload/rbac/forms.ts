import type { MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { AccessTableReading, TableForm } from './accessTable.ts';
import { readLongForm } from './longForm.ts';
import { readWideForm } from './wideForm.ts';

/** In the order they are tried. */
const forms: readonly TableForm[] = [readLongForm, readWideForm];

export function readAccessTable(table: MarkdownTable, environments: Environments): AccessTableReading | undefined {
  for (const form of forms) {
    const reading = form(table, environments);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
