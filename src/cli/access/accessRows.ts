import type { AccessAnswer, AccessQuestion, AccessRow } from '../../access/query.ts';
import type { Principal } from '../../workload/model.ts';
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

/** The answer for programs: everything that is known of each row, where it stands, and what is not filled in. */
export function accessJson(answer: AccessAnswer, question: AccessQuestion): string {
  const { rows, open } = answer;
  const cells = open.map(({ principal, component, environment, location }) => ({
    ...personOrIdentity(principal),
    component: component.id,
    environment: environment.id,
    location,
  }));
  return `${JSON.stringify({ question, rows: rows.map(jsonRow), open: cells }, null, 2)}\n`;
}

function jsonRow({ assignment: one, known }: AccessRow): Readonly<Record<string, unknown>> {
  return {
    ...personOrIdentity(one.principal),
    component: { id: one.component.id, name: one.component.name },
    environment: { id: one.environment.id, name: one.environment.name },
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
    location: one.location,
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
