import type { SheetCell, WorkbookSheet } from '../../tables/workbookModel.ts';
import type { AccessColumn, AccessRow } from './accessRows.ts';
import type { TablesInput } from './input.ts';
import type { WorkbookLinks } from './workbookLinks.ts';

/** What is asked first stands first; where it was read stands last. */
const columns: readonly AccessColumn[] = [
  'component',
  'personaId',
  'persona',
  'environment',
  'status',
  'role',
  'power',
  'assignment',
  'scope',
  'limit',
  'approver',
  'review',
  'ticket',
  'why',
  'principal',
  'system',
  'roleId',
  'rbacFile',
  'line',
  'otherColumns',
];

/** A row an assignment; its component leads to the RBAC markdown that says so. */
export function accessSheet({ design }: TablesInput, rows: readonly AccessRow[], links: WorkbookLinks): WorkbookSheet {
  const { labels } = design;
  return {
    name: labels.access,
    table: 'Access',
    columns: columns.map((column) => ({ header: labels[column] })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row, links))),
    frozenColumns: 3,
  };
}

function cellOf(column: AccessColumn, { assignment, texts }: AccessRow, links: WorkbookLinks): SheetCell {
  const text = texts[column];
  if (column === 'component') return links.rbac(text, assignment.component.id);
  return column === 'line' && text !== '' ? Number(text) : text;
}
