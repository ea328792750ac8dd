import { type AccessAnswer, type AccessQuestion, queryAccess } from '../../access/query.ts';
import type { RbacIssue, RoleAssignment, Workload } from '../../workload/model.ts';
import { nameOf } from './accessRows.ts';

/** What there is to say about an answer besides its rows, a line each. */
export function remarksOn(workload: Workload, question: AccessQuestion, answer: AccessAnswer): string[] {
  const { rows, none } = answer;
  const nobody = none.length > 0 ? 'No such access; the tables say so.' : 'No such access in the tables.';
  return [
    rows.length === 0 ? nobody : count(rows.length, 'role assignment'),
    ...unknownRoles(answer),
    ...openCells(answer.open),
    ...leftOutIdentities(workload, question),
    ...unreadRemark(workload.rbacIssues),
  ];
}

function unknownRoles({ rows }: AccessAnswer): string[] {
  const roles = rows.flatMap(({ assignment: { role }, known }) =>
    role === undefined || known !== undefined ? [] : role,
  );
  const names = [...new Set(roles.map(({ name, system }) => `${name} (${system})`))];
  if (names.length === 0) return [];
  return [`? : no list has ${listed(names)}, so nobody can say what it allows; declare roles in workload.yaml`];
}

function openCells(open: readonly RoleAssignment[]): string[] {
  if (open.length === 0) return [];
  const cells = open.map(
    ({ principal, component, environment }) => `${nameOf(principal)} on ${component.name} in ${environment.name}`,
  );
  return [`Not filled in: ${listed([...new Set(cells)])}`];
}

function leftOutIdentities(workload: Workload, question: AccessQuestion): string[] {
  if (question.includeIdentities === true || question.persona !== undefined) return [];
  const withIdentities = queryAccess(workload, { ...question, includeIdentities: true });
  const more = withIdentities.rows.filter(({ assignment }) => assignment.principal.kind === 'identity');
  return more.length === 0
    ? []
    : [`${count(more.length, 'role assignment')} of managed identities left out: --identities`];
}

/** Cells and tables whose access no answer can hold. */
const lost: ReadonlySet<RbacIssue['kind']> = new Set([
  'unknownPersona',
  'ambiguousPersona',
  'noPersona',
  'unknownEnvironment',
  'unknownComponent',
  'unknownCode',
  'noEnvironment',
  'htmlTable',
]);

/** How many cells of the tables lead to nobody or nowhere. */
export function unreadCells(issues: readonly RbacIssue[]): number {
  return issues.filter(({ kind }) => lost.has(kind)).length;
}

/** What to say of cells that could not be read. */
export function unreadRemark(issues: readonly RbacIssue[]): string[] {
  const cells = unreadCells(issues);
  if (cells === 0) return [];
  return [`${count(cells, 'cell')} of the tables could not be read and may belong here: persona-deck check`];
}

/** The first few, and how many more. */
function listed(names: readonly string[], most = 5): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join('; ')} and ${more} more` : names.join('; ');
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
