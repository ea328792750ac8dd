import { closest } from '../../diagnostics/didYouMean.ts';
import type { MarkdownTable } from '../../source/markdown.ts';
import type { Environments } from '../environments.ts';
import type { AccessTableReading } from './accessTable.ts';
import { cellsOf, extraOf, isFilled, readColumns } from './tableColumns.ts';

/** One row a persona (or identity), one column an environment, whose cells name roles. */
export function readWideForm(table: MarkdownTable, environments: Environments): AccessTableReading | undefined {
  const columns = readColumns(table);
  const { principal, unknown } = columns;
  if (principal === undefined) return undefined;
  const isEnvironment = (header: string): boolean => environments.named(header).found.length > 0;
  const named = unknown.filter(({ header }) => isEnvironment(header.text));
  if (named.length === 0) return undefined;
  const others = unknown.filter(({ header }) => !isEnvironment(header.text));

  const rows = table.rows.filter(isFilled).flatMap((row) => {
    const cell = row.cells[principal.at];
    if (cell === undefined) return [];
    const shared = { cell: cellsOf(row, columns), extra: extraOf(row, others) };
    return named.flatMap(({ header, at }) => {
      const role = row.cells[at];
      if (role === undefined) return [];
      return { principal: { kind: principal.kind, cell }, environment: header, role, ...shared };
    });
  });
  const doubtful = others.filter(({ header }) => closest(header.text, environments.names) !== undefined);
  return { rows, doubtfulEnvironments: doubtful.map(({ header }) => header) };
}
