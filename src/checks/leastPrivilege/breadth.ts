import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { KnownRole } from '../../roles/model.ts';
import type { Workload } from '../../workload/model.ts';
import { hasDuty } from '../duties/dutyWords.ts';
import { aboutAccess, accessOf, environmentNames, type Grant, nameOf } from '../grants.ts';
import { finding, type Rule } from '../rule.ts';
import { narrowerRole } from './services.ts';

export const broadRole: Rule = {
  code: 'LPV502',
  title: 'Owner, Contributor or role-granting role where a narrower role exists',
  severity: 'error',
  area: 'least privilege',
  source: 'Azure role-based access control: best practices; Microsoft cloud security benchmark, PA-7',
  why: 'The role reaches everything in its scope, also what is added later and what nobody thought of.',
  fix: 'Use the role that is made for the job.',
};

export const wideScope: Rule = {
  code: 'LPV507',
  title: 'Scope wider than the component',
  severity: 'warning',
  area: 'least privilege',
  source: 'Azure role-based access control: best practices',
  why: 'The role also holds for every other resource of its kind in the scope, now and later.',
  fix: 'Give the role on the resource itself.',
};

/**
 * One finding a cell and role. Azure has a role for nearly every job; in other systems the next role down may do too
 * little, so there it is worth a look and no more.
 */
export function findBroadRoles(workload: Workload): Diagnostic[] {
  return accessOf(workload).grants.flatMap((grant) => {
    const { persona, component, known, role } = grant;
    if (known === undefined || !isBroad(known)) return [];
    // To give some roles, within conditions, is just what such a role is made for.
    if (known.grants === 'conditional' && hasDuty(persona.duties, 'grant')) return [];
    const narrower = narrowerRole(known, component, workload.roles);
    if (!known.privileged && narrower === undefined) return [];
    const what =
      known.grants === undefined && known.power !== 'grant' ? 'a role for everything' : 'which can give roles';
    return finding(
      broadRole,
      `${nameOf(persona)} has ${role.name} on ${component.name} in ${environmentNames(grant.environments)}, ${what}`,
      grant.assignment.location,
      {
        hint: narrower === undefined ? broadRole.fix : `use a role that is made for the job, such as ${narrower.name}`,
        severity: known.system === 'azure-rbac' ? broadRole.severity : 'warning',
        about: aboutAccess(grant, grant.environments),
      },
    );
  });
}

function isBroad({ privileged, grants, power }: KnownRole): boolean {
  return privileged || grants !== undefined || power === 'grant';
}

const scopes: readonly (readonly [RegExp, string])[] = [
  [/^(mg:|management[ -]?groups?\b)|\/managementgroups\//iu, 'a management group'],
  [/^(tenant|\/)$/iu, 'the tenant'],
  [/^(rg:|resource[ -]?groups?\b)|\/resourcegroups\/[^/]+\/?$/iu, 'a resource group'],
  [/^(sub:|subscriptions?\b)|^\/subscriptions\/[^/]+\/?$/iu, 'a subscription'],
];

/** One finding a cell and role. Azure roles only; looking at the settings of neighbours does no harm. */
export function findWideScopes(workload: Workload): Diagnostic[] {
  return accessOf(workload).grants.flatMap((grant) => {
    const scope = grant.assignment.scope?.trim();
    if (scope === undefined || !matters(grant)) return [];
    const width = scopes.find(([pattern]) => pattern.test(scope))?.[1];
    if (width === undefined) return [];
    return finding(
      wideScope,
      `${grant.role.name} of ${nameOf(grant.persona)} on ${grant.component.name} holds for ${width}: ${scope}`,
      grant.assignment.location,
      { about: aboutAccess(grant, grant.environments) },
    );
  });
}

function matters({ known }: Grant): boolean {
  return known !== undefined && known.system === 'azure-rbac' && (known.power !== 'read' || known.readsData);
}
