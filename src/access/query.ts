import type { KnownRole, Power } from '../roles/model.ts';
import { isAtLeast } from '../roles/power.ts';
import type { RoleAssignment, Workload } from '../workload/model.ts';
import { knownRoleOf } from './power.ts';

/** Who may do what: everything that is given has to fit. Personas, components and environments by their ids. */
export interface AccessQuestion {
  readonly persona?: string;
  readonly component?: string;
  readonly environment?: string;
  /** At least this. */
  readonly power?: Power;
  readonly assignment?: RoleAssignment['assignment'];
  /** Also the components' own managed identities. */
  readonly includeIdentities?: boolean;
}

/** One role that somebody has. */
export interface AccessRow {
  readonly assignment: RoleAssignment;
  /** Absent when no list has the role: it may do less or more than was asked for. */
  readonly known?: KnownRole;
}

export interface AccessAnswer {
  /** By persona, component and environment, in the order of the workload; identities behind personas. */
  readonly rows: readonly AccessRow[];
  /** Cells that the question is about and that say that there is nothing. */
  readonly none: readonly RoleAssignment[];
  /** Cells that the question is about and that nobody has filled in. */
  readonly open: readonly RoleAssignment[];
}

/**
 * Answers a question about access. A role that no list has is part of every answer, since nobody knows what it can do.
 */
export function queryAccess(workload: Workload, question: AccessQuestion): AccessAnswer {
  const asked = workload.assignments.filter((assignment) => isAskedFor(assignment, question));
  const rows = asked.flatMap((assignment): AccessRow[] => {
    if (assignment.status !== 'granted') return [];
    if (question.assignment !== undefined && assignment.assignment !== question.assignment) return [];
    const known = knownRoleOf(assignment, workload.roles);
    if (known === undefined) return [{ assignment }];
    return question.power === undefined || isAtLeast(known.power, question.power) ? [{ assignment, known }] : [];
  });
  return {
    rows: inOrder(workload, rows),
    none: asked.filter(({ status }) => status === 'none'),
    open: asked.filter(({ status }) => status === 'open'),
  };
}

function isAskedFor({ principal, component, environment }: RoleAssignment, question: AccessQuestion): boolean {
  if (principal.kind === 'identity' && question.includeIdentities !== true) return false;
  if (question.persona !== undefined && (principal.kind !== 'persona' || principal.id !== question.persona)) {
    return false;
  }
  return (
    (question.component === undefined || component.id === question.component) &&
    (question.environment === undefined || environment.id === question.environment)
  );
}

function inOrder({ personas, components, environments }: Workload, rows: readonly AccessRow[]): AccessRow[] {
  const placeOf = (things: readonly { readonly id: string }[]): ((id: string) => number) => {
    const places = new Map(things.map(({ id }, place) => [id, place]));
    return (id) => places.get(id) ?? things.length;
  };
  const [persona, component, environment] = [placeOf(personas), placeOf(components), placeOf(environments)];
  const keyOf = ({ assignment }: AccessRow): readonly [number, string, number, number, number] => {
    const { principal } = assignment;
    return [
      principal.kind === 'persona' ? persona(principal.id) : personas.length,
      principal.kind === 'persona' ? '' : principal.name,
      component(assignment.component.id),
      environment(assignment.environment.id),
      assignment.assignment === 'standing' ? 0 : 1,
    ];
  };
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ row }) => row);
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [nth, one] of a.entries()) {
    const other = b[nth];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}
