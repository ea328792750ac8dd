import type { MarkdownCell, MarkdownTable } from '../../source/markdown.ts';
import { columnOf, headerKey } from './headers.ts';

/** What one row of a legend says of a code. */
export interface LegendEntry {
  readonly code: MarkdownCell;
  /** The roles that the code stands for. */
  readonly role: MarkdownCell;
  readonly roleId?: MarkdownCell;
  /** The only system that it counts in, when the legend names one. */
  readonly system?: string;
}

const codeHeaders = new Set([
  'code',
  'codes',
  'letter',
  'letters',
  'abbreviation',
  'abbr',
  'symbol',
  'mark',
  'koodi',
  'koodit',
  'kirjain',
  'kirjaimet',
  'lyhenne',
  'merkki',
  'merkintä',
]);

const meaningHeaders = new Set([
  'meaning',
  'means',
  'stands for',
  'description',
  'access',
  'merkitys',
  'selite',
  'selitys',
  'kuvaus',
  'tarkoittaa',
]);

/** The codes of a matrix and the roles that they stand for: from the tables of its file with a column of each. */
export class Legend {
  /** Codes that an earlier row has explained already. */
  readonly repeated: readonly MarkdownCell[];
  /** As written, in the order of the file. */
  readonly codes: readonly string[];
  /** Entries of a code by their system, or by none. */
  readonly #byCode = new Map<string, Map<string | undefined, LegendEntry>>();
  /** Where two codes differ in nothing but letter case, neither is here. */
  readonly #byFolded = new Map<string, string | undefined>();

  constructor(tables: readonly MarkdownTable[]) {
    const repeated: MarkdownCell[] = [];
    for (const entry of tables.flatMap(readLegend)) {
      const { text } = entry.code;
      const entries = this.#byCode.get(text) ?? new Map<string | undefined, LegendEntry>();
      this.#byCode.set(text, entries);
      if (entries.has(entry.system)) repeated.push(entry.code);
      else entries.set(entry.system, entry);
      const folded = text.toLowerCase();
      this.#byFolded.set(folded, (this.#byFolded.get(folded) ?? text) === text ? text : undefined);
    }
    this.repeated = repeated;
    this.codes = [...this.#byCode.keys()];
  }

  /**
   * What a code stands for. Of several rows, the one for the system counts, else the one for any, else the first; in
   * another letter case a code is found when only one can be meant.
   */
  find(code: string, system?: string): LegendEntry | undefined {
    const entries = this.#byCode.get(code) ?? this.#byCode.get(this.#byFolded.get(code.toLowerCase()) ?? '');
    if (entries === undefined) return undefined;
    const [first] = entries.values();
    return (system && entries.get(system.toLowerCase())) || entries.get(undefined) || first;
  }
}

/** Rows of a legend; none of any other table. */
function readLegend(table: MarkdownTable): LegendEntry[] {
  const headers = table.header.cells.map(({ text }) => text);
  const code = headers.findIndex((header) => codeHeaders.has(headerKey(header)));
  const named = headers.findIndex((header) => columnOf(header) === 'role');
  const role = named >= 0 ? named : headers.findIndex((header) => meaningHeaders.has(headerKey(header)));
  if (code < 0 || role < 0 || headers.some((header) => isPrincipal(header))) return [];
  const system = headers.findIndex((header) => columnOf(header) === 'system');
  const roleId = headers.findIndex((header) => columnOf(header) === 'roleId');
  return table.rows.flatMap(({ cells }) => {
    const [codeCell, roleCell, idCell, systemText] = [cells[code], cells[role], cells[roleId], cells[system]?.text];
    if (codeCell === undefined || roleCell === undefined || codeCell.text === '' || roleCell.text === '') return [];
    return {
      code: codeCell,
      role: roleCell,
      ...(idCell === undefined ? {} : { roleId: idCell }),
      ...(systemText === undefined || systemText === '' ? {} : { system: systemText.toLowerCase() }),
    };
  });
}

const isPrincipal = (header: string): boolean => ['persona', 'identity'].includes(columnOf(header) ?? '');
