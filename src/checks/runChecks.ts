import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { Workload } from '../workload/model.ts';
import { agentIdentitiesCheck } from './agents/agentIdentities.ts';
import { agentsCheck } from './agents/agents.ts';
import { cardAccessCheck } from './access/cardAccess.ts';
import { cardRolesCheck } from './access/cardRoles.ts';
import { deployersCheck } from './access/deployers.ts';
import { componentsShownCheck } from './flows/componentsShown.ts';
import { dutiesCheck } from './duties/duties.ts';
import { grantingAccessCheck } from './duties/grantingAccess.ts';
import { stepAccessCheck } from './flows/stepAccess.ts';
import { stepPersonasCheck } from './flows/stepPersonas.ts';
import { stepSkillsCheck } from './flows/stepSkills.ts';
import { wayBackCheck } from './flows/wayBack.ts';
import { interactionCheck } from './personas/interactions.ts';
import { leastPrivilegeCheck } from './leastPrivilege/leastPrivilege.ts';
import { linkCheck } from './links.ts';
import { peopleCheck } from './personas/people.ts';
import { personaFieldCheck } from './personas/personaFields.ts';
import { personaSetCheck } from './personas/personaSet.ts';
import { rbacFileCheck } from './access/rbacFiles.ts';
import { rbacRowCheck } from './access/rbacRows.ts';
import { roleCheck } from './access/roles.ts';
import type { Check, Rule } from './rule.ts';
import { similarPersonaCheck } from './personas/similarPersonas.ts';
import { skillCheck } from './skills.ts';
import { spellingCheck } from './personas/spelling.ts';
import { teamColorCheck } from './personas/teamColors.ts';
import { waiverRules } from './waivers.ts';

/** All checks. A new family of rules is one more file and one more entry. */
const checks: readonly Check[] = [
  spellingCheck,
  interactionCheck,
  personaFieldCheck,
  teamColorCheck,
  personaSetCheck,
  similarPersonaCheck,
  peopleCheck,
  skillCheck,
  stepPersonasCheck,
  wayBackCheck,
  stepAccessCheck,
  componentsShownCheck,
  stepSkillsCheck,
  rbacFileCheck,
  rbacRowCheck,
  roleCheck,
  cardAccessCheck,
  cardRolesCheck,
  deployersCheck,
  leastPrivilegeCheck,
  dutiesCheck,
  grantingAccessCheck,
  agentIdentitiesCheck,
  agentsCheck,
  linkCheck,
];

/** All rules, by code. */
export const rules: readonly Rule[] = [...checks.flatMap((check) => check.rules), ...waiverRules].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

/** What the checks have to say of a workload, in the order of files and lines. Pure. */
export function runChecks(workload: Workload): Diagnostic[] {
  return sortDiagnostics(checks.flatMap((check) => check.run(workload)));
}
