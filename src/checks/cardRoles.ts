import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Component, Environment, RoleAssignment, Workload } from '../workload/model.ts';
import { hasDuty } from './dutyWords.ts';
import { aboutAccess, accessOf, environmentNames, nameOf, reach } from './grants.ts';
import { type Check, finding, type Rule } from './rule.ts';

const notOnCard: Rule = {
  code: 'ACC404',
  title: 'Role on a component that is not on the card',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access; Azure Well-Architected Framework, security: identity and access',
  why: 'The card understates what the persona can reach, so the team plans and reviews with a wrong picture.',
  fix: 'Add the component to the card, or remove the role.',
};

const noDeployer: Rule = {
  code: 'ACC405',
  title: 'Component with no deployer in Stage or Production',
  severity: 'warning',
  area: 'access',
  source: 'MLOps accelerator personas; Cloud Adoption Framework, cloud-scale analytics: access',
  why: 'Nobody can release a change there, so in the end a person does it by hand with borrowed rights.',
  fix: 'Name the identity of the pipeline in the RBAC file.',
};

/** Whether roles and cards name the same components, and somebody can deploy each. */
export const cardRolesCheck: Check = {
  rules: [notOnCard, noDeployer],
  run: (workload) => [...findNotOnCard(workload), ...findWithoutDeployer(workload)],
};

/** One finding a persona and component. A card without the field claims nothing, so nothing contradicts it. */
function findNotOnCard(workload: Workload): Diagnostic[] {
  return accessOf(workload).pairs.flatMap((pair) => {
    const { persona, component, grants } = pair;
    const [first] = grants;
    if (first === undefined || persona.fieldLocations.components === undefined) return [];
    if (persona.components.includes(component)) return [];
    const where = environmentNames(
      workload.environments.filter((one) => grants.some(({ environments }) => environments.includes(one))),
    );
    return finding(
      notOnCard,
      `${nameOf(persona)} has a role on ${component.name} in ${where}, but its card does not name the component`,
      first.assignment.location,
      { hint: `add ${component.name} to the card, or remove the role`, about: aboutAccess(pair) },
    );
  });
}

/**
 * One finding a component. Counts as a deployer: any role of a persona with the duty, else a role of something
 * unattended that writes, or may write for all that is known. Without any of these it is not known who deploys, and
 * nothing is found. Nor in environments that nobody else has a role in: the component may not be there.
 */
function findWithoutDeployer(workload: Workload): Diagnostic[] {
  const deployers = new Set(workload.personas.filter(({ duties }) => hasDuty(duties, 'deploy')).map(({ id }) => id));
  const unattended = new Set(workload.personas.filter(({ kind }) => kind !== 'person').map(({ id }) => id));
  if (deployers.size === 0 && unattended.size === 0) return [];

  const deploys = ({ principal, role }: RoleAssignment): boolean => {
    if (role === undefined) return false;
    if (principal.kind === 'persona' && deployers.has(principal.id)) return true;
    if (principal.kind === 'persona' && !unattended.has(principal.id)) return false;
    const known = workload.roles.find(role.system, role.name, role.id);
    return known === undefined || reach(known.power) >= reach('write');
  };
  const granted = workload.assignments.filter(({ status }) => status === 'granted');
  const deployed = new Map<Component, Set<Environment>>();
  for (const one of granted) if (deploys(one)) setOf(deployed, one.component).add(one.environment);

  const targets = targetsOf(workload.environments, new Set([...deployed.values()].flatMap((each) => [...each])));
  const missing = new Map<Component, Map<Environment, RoleAssignment>>();
  for (const one of granted) {
    const { component, environment } = one;
    if (!targets.has(environment) || deployed.get(component)?.has(environment) === true) continue;
    const rows = missing.get(component) ?? new Map<Environment, RoleAssignment>();
    if (!rows.has(environment)) rows.set(environment, one);
    missing.set(component, rows);
  }
  return [...missing].flatMap(([component, rows]) => {
    const [first] = rows.values();
    if (first === undefined) return [];
    const [environment, ...others] = workload.environments.filter((one) => rows.has(one));
    return finding(
      noDeployer,
      `nobody deploys ${component.name} to ${environmentNames([...(environment ? [environment] : []), ...others])}`,
      first.location,
      {
        hint: `name the pipeline's identity in ${first.location.file}`,
        about: {
          component: component.id,
          ...(environment === undefined || others.length > 0 ? {} : { environment: environment.id }),
        },
      },
    );
  });
}

/** Production, and what lies behind the first environment if somebody deploys anything there. */
function targetsOf(environments: readonly Environment[], used: ReadonlySet<Environment>): Set<Environment> {
  return new Set(environments.filter((one, nth) => one.production || (nth > 0 && used.has(one))));
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  const set = sets.get(key) ?? new Set<V>();
  sets.set(key, set);
  return set;
}
