import type { Location, Subject } from '../diagnostics/diagnostic.ts';
import type { KnownRole, Power, RoleCatalogue } from '../roles/model.ts';
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
  /** What is known of a role that the tables name. */
  readonly knownOf: (role: Role) => KnownRole | undefined;
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
  readonly grants: OpenGrant[];
  readonly none: Set<Environment>;
}

function readAccess({ personas, assignments, roles }: Workload): Access {
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  const pairsOf = new Map<Persona, Map<Component, OpenPair>>();
  const knownOf = remembered(roles);
  const grants: Grant[] = [];
  for (const assignment of assignments) {
    const { principal, component, environment, role } = assignment;
    const persona = principal.kind === 'persona' ? personaOf.get(principal.id) : undefined;
    if (persona === undefined || assignment.status === 'open') continue;
    const pair = pairIn(pairsOf, persona, component);
    if (role === undefined) {
      pair.none.add(environment);
      continue;
    }
    const same = ofSameCell(pair.grants, assignment);
    if (same !== undefined) {
      if (!same.environments.includes(environment)) same.environments.push(environment);
      continue;
    }
    const known = knownOf(role);
    const grant = { persona, component, environments: [environment], role, assignment, ...(known && { known }) };
    grants.push(grant);
    pair.grants.push(grant);
  }
  return { grants, pairs: [...pairsOf.values()].flatMap((pairs) => [...pairs.values()]), knownOf };
}

function pairIn(pairsOf: Map<Persona, Map<Component, OpenPair>>, persona: Persona, component: Component): OpenPair {
  const pairs = pairsOf.get(persona) ?? new Map<Component, OpenPair>();
  pairsOf.set(persona, pairs);
  const pair = pairs.get(component) ?? { persona, component, grants: [], none: new Set() };
  pairs.set(component, pair);
  return pair;
}

/** The grant that the cell of an assignment gave before, for another environment: what a cell gives stands together. */
function ofSameCell(
  grants: readonly OpenGrant[],
  { location, role, assignment }: RoleAssignment,
): OpenGrant | undefined {
  for (let nth = grants.length - 1; nth >= 0; nth -= 1) {
    const grant = grants[nth];
    if (grant === undefined || !isSamePlace(grant.assignment.location, location)) return undefined;
    const { name, system } = grant.role;
    if (name === role?.name && system === role.system && grant.assignment.assignment === assignment) return grant;
  }
  return undefined;
}

function isSamePlace(one: Location, other: Location): boolean {
  if (one === other) return true;
  const [start, otherStart] = [one.range?.start, other.range?.start];
  return one.file === other.file && start?.line === otherStart?.line && start?.column === otherStart?.column;
}

/** Tables name the same few roles over and over. */
function remembered(roles: RoleCatalogue): (role: Role) => KnownRole | undefined {
  const found = new Map<string, KnownRole | undefined>();
  return ({ system, name, id }) => {
    const key = `${system}\n${id ?? ''}\n${name}`;
    if (!found.has(key)) found.set(key, roles.find(system, name, id));
    return found.get(key);
  };
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
export function nameOf({ id, name }: Pick<Persona, 'id' | 'name'>): string {
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
