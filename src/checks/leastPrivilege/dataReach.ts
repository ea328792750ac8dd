import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { KnownRole, RoleCatalogue } from '../../roles/model.ts';
import type { Component, Workload } from '../../workload/model.ts';
import { hasDuty } from '../duties/dutyWords.ts';
import { aboutAccess, accessOf, environmentNames, nameOf, type PairAccess, reach } from '../grants.ts';
import { finding, type Rule } from '../rule.ts';
import { fetchesKeysOf, serviceOf } from './services.ts';

export const hiddenKeys: Rule = {
  code: 'LPV505',
  title: 'Read-looking role that can fetch keys or secrets',
  severity: 'warning',
  area: 'least privilege',
  source: 'The published list of built-in Azure roles and their actions',
  why: 'A key opens everything that the service holds, whatever the role seems to allow, and works until it is changed.',
  fix: 'Disable key authentication on the service, or choose a data role.',
};

export const wrongPlane: Rule = {
  code: 'LPV506',
  title: 'Control-plane role where the job needs the data plane',
  severity: 'warning',
  area: 'least privilege',
  source: 'Azure Well-Architected Framework, security: identity and access',
  why: 'The persona sees the settings of the resource and none of its data; the next request will be for too much.',
  fix: 'Choose a data role, or say in the RBAC file that the settings are all that is needed.',
};

/** One finding a cell and role. */
export function findHiddenKeys(workload: Workload): Diagnostic[] {
  return accessOf(workload).grants.flatMap((grant) => {
    const { persona, component, role, known } = grant;
    if (known === undefined || !fetchesKeysOf(known, component) || !looksHarmless(known)) return [];
    return finding(
      hiddenKeys,
      `${role.name} lets ${nameOf(persona)} fetch keys or secrets of ${component.name} in ${environmentNames(grant.environments)}`,
      grant.assignment.location,
      { about: aboutAccess(grant, grant.environments) },
    );
  });
}

/** By what it does, or by its name. Roles that say keys or secrets in their name hide nothing. */
function looksHarmless({ name, power }: KnownRole): boolean {
  if (/\b(keys?|secrets?)\b/iu.test(name)) return false;
  return reach(power) <= reach('use') || /\b(reader|viewer|user|operator)\b/iu.test(name);
}

/**
 * One finding a person and component that is on the card. Certain only where the service has data roles and all that
 * the person has, anywhere, are roles that look at settings. Who releases or oversees may need no more.
 */
export function findWrongPlane(workload: Workload): Diagnostic[] {
  const dataRoles = dataRolesOf(workload.roles);
  return accessOf(workload).pairs.flatMap((pair) => {
    const { persona, component, grants } = pair;
    const [first] = grants;
    if (first === undefined || persona.kind !== 'person' || oversees(pair)) return [];
    if (!persona.components.includes(component)) return [];
    if (!grants.every(({ known }) => known !== undefined && seesSettingsOnly(known, component))) return [];
    const role = dataRoles(component);
    if (role === undefined) return [];
    const names = [...new Set(grants.map((grant) => grant.role.name))].join(', ');
    return finding(
      wrongPlane,
      `${nameOf(persona)} reaches no data on ${component.name}: ${names} shows settings only`,
      first.assignment.location,
      { hint: `choose a data role, such as ${role.name}`, about: aboutAccess(pair) },
    );
  });
}

function oversees({ persona: { duties } }: PairAccess): boolean {
  return (['deploy', 'approve', 'audit', 'review', 'monitor', 'grant'] as const).some((duty) => hasDuty(duties, duty));
}

function seesSettingsOnly(role: KnownRole, component: Component): boolean {
  return role.plane === 'control' && role.power === 'read' && !role.readsData && !fetchesKeysOf(role, component);
}

/** The first role that reads data of a component: of its own role system, else of its service in Azure. */
function dataRolesOf(roles: RoleCatalogue): (component: Component) => KnownRole | undefined {
  const azure = new Map<string, KnownRole>();
  for (const role of roles.of('azure-rbac').filter(readsOnlyData)) {
    if (role.service !== undefined && !azure.has(role.service)) azure.set(role.service, role);
  }
  const own = new Map<string, KnownRole | undefined>();
  return (component) => {
    const { system } = component;
    if (system === 'azure-rbac') return azure.get(serviceOf(component)?.service ?? '');
    if (!own.has(system)) own.set(system, roles.of(system).find(readsOnlyData));
    return own.get(system);
  };
}

function readsOnlyData({ plane, readsData, power, name }: KnownRole): boolean {
  return (
    plane !== 'control' &&
    readsData &&
    (power === 'read' || power === 'use') &&
    /^(?!all).*(reader|user|viewer)/iu.test(name)
  );
}
