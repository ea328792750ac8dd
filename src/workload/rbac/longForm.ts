import type { MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { AccessTableReading } from './accessTable.ts';
import { headingEnvironment } from './headingEnvironment.ts';
import { cellsOf, extraOf, isFilled, readColumns } from './tableColumns.ts';

/**
 * One row an assignment: a column for the persona (or identity), one for the role, one for the environment. The
 * environment column may be left out when a heading above the table names the environment.
 */
export function readLongForm(table: MarkdownTable, environments: Environments): AccessTableReading | undefined {
  const columns = readColumns(table);
  const { principal, known } = columns;
  const role = known.get('role');
  if (principal === undefined || role === undefined) return undefined;
  const environment = known.get('environment');
  const heading = environment === undefined ? headingEnvironment(table, environments) : undefined;
  if (environment === undefined && heading === undefined) return undefined;

  const rows = table.rows.filter(isFilled).flatMap((row) => {
    const principalCell = row.cells[principal.at];
    const roleCell = row.cells[role];
    const environmentText = environment === undefined ? heading : row.cells[environment];
    if (principalCell === undefined || roleCell === undefined || environmentText === undefined) return [];
    return {
      principal: { kind: principal.kind, cell: principalCell },
      environment: environmentText,
      role: roleCell,
      cell: cellsOf(row, columns),
      extra: extraOf(row, columns.unknown),
    };
  });
  return { rows, doubtfulEnvironments: [] };
}
