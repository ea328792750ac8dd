import type { Subject } from '../diagnostics/diagnostic.ts';
import type { KnownRole, Power } from '../roles/model.ts';
import type { Component, Environment, Persona, Role, RoleAssignment, Workload } from '../workload/model.ts';

/** A role that one cell of an access table gives a persona on a component, in one environment or in several. */
export interface Grant {
  readonly persona: Persona;
  readonly component: Component;
  readonly environments: readonly Environment[];
  readonly role: Role;
  /** Absent when no list has the role: then nothing is concluded from it. */
  readonly known?: KnownRole;
  /** The cell, in the first of the environments. */
  readonly assignment: RoleAssignment;
}

/** All that the tables say of one persona on one component. */
export interface PairAccess {
  readonly persona: Persona;
  readonly component: Component;
  readonly grants: readonly Grant[];
  /** Environments for which the tables decided: none. */
  readonly none: ReadonlySet<Environment>;
}

export interface Access {
  /** In the order of the tables. */
  readonly grants: readonly Grant[];
  readonly pairs: readonly PairAccess[];
}

const worked = new WeakMap<Workload, Access>();

/** What personas may do, worked out once a workload, since several families of rules ask. */
export function accessOf(workload: Workload): Access {
  const access = worked.get(workload) ?? readAccess(workload);
  worked.set(workload, access);
  return access;
}

interface OpenGrant extends Grant {
  readonly environments: Environment[];
}

interface OpenPair extends PairAccess {
  readonly grants: Grant[];
  readonly none: Set<Environment>;
}

function readAccess({ personas, assignments, roles }: Workload): Access {
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  const grants = new Map<string, OpenGrant>();
  const pairs = new Map<string, OpenPair>();
  for (const assignment of assignments) {
    const { principal, component, environment, role } = assignment;
    const persona = principal.kind === 'persona' ? personaOf.get(principal.id) : undefined;
    if (persona === undefined || assignment.status === 'open') continue;
    const pairKey = `${persona.id}\n${component.id}`;
    const pair = pairs.get(pairKey) ?? { persona, component, grants: [], none: new Set() };
    pairs.set(pairKey, pair);
    if (role === undefined) {
      pair.none.add(environment);
      continue;
    }
    const key = `${pairKey}\n${cellOf(assignment)}\n${role.system}\n${role.name}\n${assignment.assignment}`;
    const same = grants.get(key);
    if (same !== undefined) {
      if (!same.environments.includes(environment)) same.environments.push(environment);
      continue;
    }
    const known = roles.find(role.system, role.name, role.id);
    const grant = { persona, component, environments: [environment], role, assignment, ...(known && { known }) };
    grants.set(key, grant);
    pair.grants.push(grant);
  }
  return { grants: [...grants.values()], pairs: [...pairs.values()] };
}

function cellOf({ location: { file, range } }: RoleAssignment): string {
  return `${file}:${range?.start.line}:${range?.start.column}`;
}

const powers: readonly Power[] = ['read', 'use', 'write', 'grant'];

/** How far a power reaches; comparable. */
export function reach(power: Power): number {
  return powers.indexOf(power);
}

/** Whether a role is known to change configuration or data, or to give access. */
export function writes({ known }: Grant): boolean {
  return known !== undefined && reach(known.power) >= reach('write');
}

/** How messages name a persona. */
export function nameOf({ id, name }: Persona): string {
  return `${id} ${name}`;
}

/** `Dev`, `Dev and Stage`, `Dev, Stage and Production`. */
export function listed(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `Stage and Production`, by the names of the environments. */
export function environmentNames(environments: readonly Environment[]): string {
  return listed(environments.map(({ name }) => name));
}

/** What a finding about a grant is about; several environments are named by the message alone. */
export function aboutAccess(
  { persona, component }: { readonly persona: Persona; readonly component: Component },
  environments: readonly Environment[] = [],
): Subject {
  const [first, ...others] = environments;
  return {
    persona: persona.id,
    component: component.id,
    ...(first === undefined || others.length > 0 ? {} : { environment: first.id }),
  };
}
