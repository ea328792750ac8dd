import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { hasDuty } from './dutyWords.ts';
import { aboutAccess, accessOf, environmentNames, type Grant, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const grantAndUse: Rule = {
  code: 'SOD602',
  title: 'Persona administers access and also audits or uses the data',
  severity: 'warning',
  area: 'separation of duties',
  source: 'NIST SP 800-53 rev. 5, AC-5 separation of duties',
  why: 'Who can give access can give it to themselves, and would then review their own decisions.',
  fix: 'Let one persona give access and another audit or use the data.',
};

/** Whether those who give access leave auditing and the data to others. */
export const grantingAccessCheck: Check = {
  rules: [grantAndUse],
  run: (workload) => [...findGrantingAuditors(workload), ...findGrantingReaders(workload)],
};

const grants = ({ known }: Grant): boolean =>
  known !== undefined && (known.grants !== undefined || known.power === 'grant');

/** One finding a persona that audits and gives access, by duty or by any role. */
function findGrantingAuditors(workload: Workload): Diagnostic[] {
  const granting = new Map<Persona, Grant>();
  for (const grant of accessOf(workload).grants) {
    if (grants(grant) && !granting.has(grant.persona)) granting.set(grant.persona, grant);
  }
  return workload.personas
    .filter((persona) => hasDuty(persona.duties, 'audit'))
    .flatMap((persona) => {
      const role = granting.get(persona);
      if (role === undefined && !hasDuty(persona.duties, 'grant')) return [];
      const through = role === undefined ? '' : ` through ${role.role.name} on ${role.component.name}`;
      return finding(
        grantAndUse,
        `${nameOf(persona)} audits and can give access${through}`,
        persona.fieldLocations.duties ?? persona.location,
        { about: { persona: persona.id } },
      );
    });
}

/** One finding a persona and component: one role gives access and another, in the same environment, reads the data. */
function findGrantingReaders(workload: Workload): Diagnostic[] {
  return accessOf(workload).pairs.flatMap((pair) => {
    const granting = pair.grants.filter(grants);
    for (const giver of granting) {
      const reader = pair.grants.find(
        (one) =>
          one.known?.readsData === true &&
          one.role.name !== giver.role.name &&
          one.environments.some((environment) => giver.environments.includes(environment)),
      );
      if (reader === undefined) continue;
      const shared = giver.environments.filter((environment) => reader.environments.includes(environment));
      return finding(
        grantAndUse,
        `${nameOf(pair.persona)} can give access to ${pair.component.name} (${giver.role.name}) and uses its data (${reader.role.name}) in ${environmentNames(shared)}`,
        giver.assignment.location,
        { about: aboutAccess(pair, shared) },
      );
    }
    return [];
  });
}
