import type { MarkdownCell, MarkdownRow, MarkdownTable } from '../../source/markdown.ts';
import { type Column, columnOf } from './headers.ts';

/** Columns of a table by what their headers mean. */
export interface TableColumns {
  /** The column that lists who has access; absent in tables that are not about access. */
  readonly principal?: { readonly kind: 'persona' | 'identity'; readonly at: number };
  /** Where each meaning stands: the first column that has it. */
  readonly known: ReadonlyMap<Column, number>;
  /** Columns without a meaning (or with one that an earlier column has), by header. */
  readonly unknown: readonly { readonly header: MarkdownCell; readonly at: number }[];
}

export function readColumns(table: MarkdownTable): TableColumns {
  const known = new Map<Column, number>();
  const unknown: { header: MarkdownCell; at: number }[] = [];
  for (const [at, header] of table.header.cells.entries()) {
    const column = columnOf(header.text);
    if (column === undefined || known.has(column)) unknown.push({ header, at });
    else known.set(column, at);
  }
  const persona = known.get('persona');
  const identity = known.get('identity');
  // A table of personas may name their identities in a later column; one of identities begins with them.
  if (identity !== undefined && (persona === undefined || identity === 0)) {
    return { principal: { kind: 'identity', at: identity }, known, unknown };
  }
  return { ...(persona === undefined ? {} : { principal: { kind: 'persona' as const, at: persona } }), known, unknown };
}

/** Cells of a row by meaning. */
export function cellsOf(row: MarkdownRow, { known }: TableColumns): (column: Column) => MarkdownCell | undefined {
  return (column) => {
    const at = known.get(column);
    return at === undefined ? undefined : row.cells[at];
  };
}

const nothing: Readonly<Record<string, string>> = Object.freeze({});

/** Filled cells of the columns without a meaning. */
export function extraOf(row: MarkdownRow, unknown: TableColumns['unknown']): Readonly<Record<string, string>> {
  if (unknown.length === 0) return nothing;
  return Object.fromEntries(
    unknown.flatMap(({ header, at }) => {
      const text = row.cells[at]?.text ?? '';
      return text === '' || header.text === '' ? [] : [[header.text, text]];
    }),
  );
}

/** Whether any cell of a row holds something: an empty row at the end of a table is a placeholder. */
export function isFilled(row: MarkdownRow): boolean {
  return row.cells.some(({ text }) => text !== '');
}
