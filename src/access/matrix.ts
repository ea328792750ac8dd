import type { Power } from '../roles/model.ts';
import { highestPower } from '../roles/power.ts';
import type { Component, Environment, Persona, RoleAssignment, Workload } from '../workload/model.ts';
import { powerOf } from './power.ts';

/** Who may do what on each component in one environment. */
export interface AccessMatrix {
  readonly environment: Environment;
  readonly personas: readonly Persona[];
  readonly components: readonly Component[];
  /** Undefined where the tables say nothing of a persona on a component. */
  cell(persona: string, component: string): AccessCell | undefined;
}

/** What a persona may do on a component. */
export interface AccessCell {
  /** The most that standing roles allow. */
  readonly standing?: Power;
  /** The most that eligible roles allow. */
  readonly eligible?: Power;
  /** Roles that no list has: what they allow is not known. */
  readonly unknown: readonly RoleAssignment[];
  /** `none` is decided none; `open` is not filled in yet. */
  readonly status: RoleAssignment['status'];
  readonly assignments: readonly RoleAssignment[];
}

/** The matrix of an environment of the workload. */
export function accessMatrix(workload: Workload, environment: Environment): AccessMatrix {
  const cells = new Map<string, RoleAssignment[]>();
  for (const assignment of workload.assignments) {
    const { principal, component } = assignment;
    if (principal.kind !== 'persona' || assignment.environment.id !== environment.id) continue;
    const key = keyOf(principal.id, component.id);
    const found = cells.get(key);
    if (found === undefined) cells.set(key, [assignment]);
    else found.push(assignment);
  }
  const { personas, components } = workload;
  return {
    environment,
    personas,
    components,
    cell: (persona, component) => {
      const assignments = cells.get(keyOf(persona, component));
      return assignments === undefined ? undefined : cellOf(assignments, workload);
    },
  };
}

function keyOf(persona: string, component: string): string {
  return `${persona}\n${component}`;
}

function cellOf(assignments: readonly RoleAssignment[], { roles }: Workload): AccessCell {
  const granted = assignments.filter(({ status }) => status === 'granted');
  const most = (kind: RoleAssignment['assignment']): Power | undefined =>
    highestPower(granted.filter(({ assignment }) => assignment === kind).flatMap((one) => powerOf(one, roles) ?? []));
  const [standing, eligible] = [most('standing'), most('eligible')];
  const decided = assignments.some(({ status }) => status === 'none') ? 'none' : 'open';
  return {
    ...(standing === undefined ? {} : { standing }),
    ...(eligible === undefined ? {} : { eligible }),
    unknown: granted.filter((one) => powerOf(one, roles) === undefined),
    status: granted.length > 0 ? 'granted' : decided,
    assignments,
  };
}
