import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { aboutAccess, accessOf, environmentNames, listed, nameOf } from '../grants.ts';
import { finding, type Rule } from '../rule.ts';

export const directAssignment: Rule = {
  code: 'LPV508',
  title: 'Roles of a person without a group',
  severity: 'info',
  area: 'least privilege',
  source: 'Azure role-based access control: best practices',
  why: 'Roles given to people one by one stay behind when they change jobs.',
  fix: 'Make one group for each persona and environment, and name it with the key group.',
};

export const openEligibility: Rule = {
  code: 'LPV509',
  title: 'Eligible role without time limit, approval or review',
  severity: 'warning',
  area: 'least privilege',
  source: 'Microsoft cloud security benchmark, PA-2; NIST SP 800-53 rev. 5, AC-6 (7) review of privileges',
  why: 'Without them it is a standing role with one more click.',
  fix: 'Fill the columns Limit, Approver and Review.',
};

/** Where no persona names a group, the workload does not keep them. */
export function findDirectAssignments(workload: Workload): Diagnostic[] {
  if (!workload.personas.some(({ group }) => group !== undefined)) return [];
  const holders = new Set<Persona>(accessOf(workload).grants.map(({ persona }) => persona));
  return workload.personas
    .filter((persona) => persona.kind === 'person' && persona.group === undefined && holders.has(persona))
    .map((persona) =>
      finding(directAssignment, `${nameOf(persona)} has roles, but no group to hold them`, persona.location, {
        about: { persona: persona.id },
      }),
    );
}

/** One finding a cell and role. Eligible roles of agents are the business of another rule. */
export function findOpenEligibility(workload: Workload): Diagnostic[] {
  return accessOf(workload).grants.flatMap((grant) => {
    const { persona, component, role, assignment } = grant;
    if (assignment.assignment !== 'eligible' || persona.kind === 'agent') return [];
    const missing = [
      ...(assignment.limit === undefined ? ['time limit'] : []),
      ...(assignment.approver === undefined ? ['approver'] : []),
      ...(assignment.review === undefined ? ['review'] : []),
    ];
    if (missing.length === 0) return [];
    return finding(
      openEligibility,
      `eligible ${role.name} of ${nameOf(persona)} on ${component.name} in ${environmentNames(grant.environments)} has no ${listed(missing, 'or')}`,
      assignment.location,
      { about: aboutAccess(grant, grant.environments) },
    );
  });
}
