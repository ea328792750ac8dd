import type { Range } from '../../diagnostics/diagnostic.ts';
import type { MarkdownCell, MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { Column } from './headers.ts';
import type { Legend } from './legend.ts';

/** A piece of text and where it stands. */
export interface Written {
  readonly text: string;
  readonly range: Range;
}

/** Roles of one principal as one cell of a table names them, whatever the form of the table. */
export interface AccessRow {
  readonly principal: { readonly kind: 'persona' | 'identity'; readonly cell: MarkdownCell };
  /** Of a cell, a column's header or a heading; may name several. */
  readonly environment: Written;
  /** A column's header that names the component, in a matrix. */
  readonly component?: Written;
  readonly role: MarkdownCell;
  /** What explains the codes in `role`, in a matrix; other tables name roles. */
  readonly legend?: Legend;
  /** The row's cell with a meaning; undefined when the table has no such column. */
  readonly cell: (column: Column) => MarkdownCell | undefined;
  /** Columns without a meaning, header to text. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What a table says, once its form is known. */
export interface AccessTableReading {
  readonly rows: readonly AccessRow[];
  /** Headers that look like an environment with a slip in them. */
  readonly doubtfulEnvironments: readonly Written[];
}

/** Reads tables of one form; undefined for all others. */
export type TableForm = (table: MarkdownTable, environments: Environments) => AccessTableReading | undefined;
