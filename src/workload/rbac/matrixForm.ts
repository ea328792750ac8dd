import type { MarkdownCell, MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { AccessRow, Written } from './accessTable.ts';
import { codesOf } from './cells.ts';
import { headingEnvironment } from './headingEnvironment.ts';
import type { Legend } from './legend.ts';
import { cellsOf, extraOf, isFilled, readColumns, type TableColumns } from './tableColumns.ts';

/** A table of a matrix file: one row a persona, one column a component, cells with codes. Its columns are not linked. */
export interface MatrixTable {
  readonly table: MarkdownTable;
  readonly columns: TableColumns;
  readonly principal: NonNullable<TableColumns['principal']>;
  /** A column, or what a heading above names; undefined when neither does. */
  readonly environment: number | Written | undefined;
  readonly legend: Legend;
}

/** Undefined for a table that lists nobody, and for one with a column of components: that has another form. */
export function findMatrix(table: MarkdownTable, environments: Environments, legend: Legend): MatrixTable | undefined {
  const columns = readColumns(table);
  const { principal, known } = columns;
  if (principal === undefined || known.has('component')) return undefined;
  const environment = known.get('environment') ?? headingEnvironment(table, environments);
  return { table, columns, principal, environment, legend };
}

export interface MatrixReading {
  readonly rows: readonly AccessRow[];
  /** The matrix, when nothing says which environment it is about. */
  readonly withoutEnvironment: readonly Written[];
}

/** What headers of columns may mean. */
export interface ComponentHeaders {
  readonly isComponent: (name: string) => boolean;
  /** Whether it may be a component's name with a slip in it. */
  readonly looksLikeComponent: (name: string) => boolean;
}

/** Reads a matrix, once it is known what components are called. */
export function readMatrix(matrix: MatrixTable, components: ComponentHeaders): MatrixReading {
  const { table, columns, principal, environment, legend } = matrix;
  const { access, notes } = sortColumns(matrix, components);
  const header = table.header.cells[principal.at];
  if (environment === undefined) {
    const meant = header !== undefined && access.some((column) => components.isComponent(column.header.text));
    return { rows: [], withoutEnvironment: meant ? [header] : [] };
  }
  const rows = table.rows.filter(isFilled).flatMap((row) => {
    const cell = row.cells[principal.at];
    const where = typeof environment === 'number' ? row.cells[environment] : environment;
    if (cell === undefined || where === undefined) return [];
    const shared = {
      principal: { kind: principal.kind, cell },
      environment: where,
      legend,
      cell: cellsOf(row, columns),
      extra: extraOf(row, notes),
    };
    return access.flatMap((column): AccessRow[] => {
      const role = row.cells[column.at];
      return role === undefined ? [] : [{ ...shared, component: column.header, role }];
    });
  });
  return { rows, withoutEnvironment: [] };
}

type MatrixColumn = TableColumns['unknown'][number];

/**
 * Columns about a component, and the author's own remarks. A column that names no component, looks like none and holds
 * text but not one code is a remark; any other is meant to be about a component that does not exist.
 */
function sortColumns(
  { table, columns, legend }: MatrixTable,
  { isComponent, looksLikeComponent }: ComponentHeaders,
): { readonly access: readonly MatrixColumn[]; readonly notes: readonly MatrixColumn[] } {
  const named = columns.unknown.filter(({ header }) => header.text !== '');
  const isNote = ({ header, at }: MatrixColumn): boolean =>
    !isComponent(header.text) &&
    holdsNoCode(
      table.rows.flatMap(({ cells }) => cells[at] ?? []),
      legend,
    ) &&
    !looksLikeComponent(header.text);
  const notes = new Set(named.filter(isNote));
  return { access: named.filter((column) => !notes.has(column)), notes: [...notes] };
}

function holdsNoCode(cells: readonly MarkdownCell[], legend: Legend): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  return (
    filled.length > 0 && !filled.some(({ text }) => codesOf(text).some(({ name }) => legend.find(name) !== undefined))
  );
}
