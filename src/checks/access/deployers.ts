import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Environment, RoleAssignment, Workload } from '../../workload/model.ts';
import { hasDuty } from '../duties/dutyWords.ts';
import { accessOf, environmentNames, reach } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const noDeployer: Rule = {
  code: 'ACC405',
  title: 'Component with no deployer in Stage or Production',
  severity: 'warning',
  area: 'access',
  source: 'MLOps accelerator personas; Cloud Adoption Framework, cloud-scale analytics: access',
  why: 'Nobody can release a change there, so in the end a person does it by hand with borrowed rights.',
  fix: 'Name the identity of the pipeline in the RBAC file.',
};

/** Whether somebody can deploy each component. */
export const deployersCheck: Check = { rules: [noDeployer], run: findWithoutDeployer };

/** One row of each environment. */
type Rows = Map<Environment, RoleAssignment>;

/**
 * One finding a component. Where no persona deploys anything, it is not known who deploys, and nothing is found.
 * Nor in environments that nobody has a role in: the component may not be there.
 */
function findWithoutDeployer(workload: Workload): Diagnostic[] {
  const deploys = deployerTest(workload);
  const granted = rowsByComponent(workload.assignments.filter(({ status }) => status === 'granted'));
  const deployments = workload.assignments.filter(deploys);
  const ofPersonas = deployments.filter(({ principal }) => principal.kind === 'persona');
  if (ofPersonas.length === 0) return [];

  const deployed = rowsByComponent(deployments);
  const targets = targetsOf(workload.environments, new Set(ofPersonas.map(({ environment }) => environment)));
  return [...granted].flatMap(([component, rows]) => {
    const missing = targets.filter((one) => rows.has(one) && deployed.get(component)?.has(one) !== true);
    const [environment, ...others] = missing;
    const row = environment === undefined ? undefined : rows.get(environment);
    if (environment === undefined || row === undefined) return [];
    return finding(noDeployer, `nobody deploys ${component.name} to ${environmentNames(missing)}`, row.location, {
      hint: `name the identity of the pipeline in ${row.location.file}`,
      about: { component: component.id, ...(others.length > 0 ? {} : { environment: environment.id }) },
    });
  });
}

/**
 * Any role of a persona with the duty makes a deployer, and a role of something unattended (an agent, a process, an
 * identity) that writes, or may write for all that is known.
 */
function deployerTest(workload: Workload): (assignment: RoleAssignment) => boolean {
  const deployers = new Set(workload.personas.filter(({ duties }) => hasDuty(duties, 'deploy')).map(({ id }) => id));
  const unattended = new Set(workload.personas.filter(({ kind }) => kind !== 'person').map(({ id }) => id));
  const { knownOf } = accessOf(workload);
  return ({ principal, role }) => {
    if (role === undefined) return false;
    if (principal.kind === 'persona' && deployers.has(principal.id)) return true;
    if (principal.kind === 'persona' && !unattended.has(principal.id)) return false;
    const known = knownOf(role);
    return known === undefined || reach(known.power) >= reach('write');
  };
}

function rowsByComponent(assignments: readonly RoleAssignment[]): Map<Component, Rows> {
  const found = new Map<Component, Rows>();
  for (const one of assignments) {
    const rows: Rows = found.get(one.component) ?? new Map();
    if (!rows.has(one.environment)) rows.set(one.environment, one);
    found.set(one.component, rows);
  }
  return found;
}

/** Production, and what lies behind the first environment if somebody deploys anything there. */
function targetsOf(environments: readonly Environment[], used: ReadonlySet<Environment>): Environment[] {
  return environments.filter((one, nth) => one.production || (nth > 0 && used.has(one)));
}
