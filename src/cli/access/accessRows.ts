import type { AccessAnswer, AccessQuestion, AccessRow } from '../../access/query.ts';
import type { Principal, RoleAssignment } from '../../workload/model.ts';
import { textTable } from '../textTable.ts';

interface Column {
  readonly header: string;
  readonly cell: (row: AccessRow) => string;
  /** What the question says already needs no column. */
  readonly fixed?: keyof AccessQuestion;
}

const columns: readonly Column[] = [
  { header: 'Who', cell: ({ assignment }) => nameOf(assignment.principal), fixed: 'persona' },
  { header: 'Component', cell: ({ assignment }) => assignment.component.name, fixed: 'component' },
  { header: 'Environment', cell: ({ assignment }) => assignment.environment.name, fixed: 'environment' },
  { header: 'Power', cell: ({ known }) => known?.power ?? '?' },
  {
    header: 'Assignment',
    cell: ({ assignment: { assignment, limit } }) => (limit === undefined ? assignment : `${assignment}, ${limit}`),
  },
  { header: 'Role', cell: ({ assignment }) => assignment.role?.name ?? '' },
  { header: 'Scope', cell: ({ assignment }) => assignment.scope ?? '' },
];

/** The answer as a table for people. */
export function accessTable({ rows }: AccessAnswer, question: AccessQuestion): string {
  if (rows.length === 0) return '';
  const shown = columns.filter(({ fixed }) => fixed === undefined || question[fixed] === undefined);
  return textTable(
    shown.map(({ header }) => header),
    rows.map((row) => shown.map(({ cell }) => cell(row))),
  );
}

/**
 * The answer for programs: everything that is known of each row and where it stands, the cells that say none or are not
 * filled in, and how many cells of the tables could not be read.
 */
export function accessJson({ rows, none, open }: AccessAnswer, question: AccessQuestion, unread: number): string {
  const answer = { question, rows: rows.map(jsonRow), none: none.map(jsonCell), open: open.map(jsonCell), unread };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function jsonCell(cell: RoleAssignment): Readonly<Record<string, unknown>> {
  return {
    ...personOrIdentity(cell.principal),
    component: { id: cell.component.id, name: cell.component.name },
    environment: { id: cell.environment.id, name: cell.environment.name },
    location: cell.location,
  };
}

function jsonRow({ assignment: one, known }: AccessRow): Readonly<Record<string, unknown>> {
  return {
    ...jsonCell(one),
    role: one.role,
    power: known?.power ?? null,
    ...(known === undefined
      ? {}
      : { plane: known.plane, keys: known.keys, grants: known.grants, privileged: known.privileged, note: known.note }),
    assignment: one.assignment,
    scope: one.scope,
    limit: one.limit,
    approver: one.approver,
    review: one.review,
    ticket: one.ticket,
    why: one.why,
  };
}

function personOrIdentity(principal: Principal): Readonly<Record<string, unknown>> {
  return principal.kind === 'persona'
    ? { persona: { id: principal.id, name: principal.name } }
    : { identity: principal.name };
}

export function nameOf(principal: Principal): string {
  return principal.kind === 'persona' ? `${principal.id} ${principal.name}` : `${principal.name} (identity)`;
}
