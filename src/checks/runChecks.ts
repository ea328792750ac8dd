import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { Workload } from '../workload/model.ts';
import { agentIdentitiesCheck } from './agentIdentities.ts';
import { agentsCheck } from './agents.ts';
import { cardAccessCheck } from './cardAccess.ts';
import { cardRolesCheck } from './cardRoles.ts';
import { deployersCheck } from './deployers.ts';
import { dutiesCheck } from './duties.ts';
import { grantingAccessCheck } from './grantingAccess.ts';
import { interactionCheck } from './interactions.ts';
import { leastPrivilegeCheck } from './leastPrivilege.ts';
import { linkCheck } from './links.ts';
import { peopleCheck } from './people.ts';
import { personaFieldCheck } from './personaFields.ts';
import { personaSetCheck } from './personaSet.ts';
import { rbacFileCheck } from './rbacFiles.ts';
import { rbacRowCheck } from './rbacRows.ts';
import { roleCheck } from './roles.ts';
import type { Check, Rule } from './rule.ts';
import { similarPersonaCheck } from './similarPersonas.ts';
import { skillCheck } from './skills.ts';
import { spellingCheck } from './spelling.ts';
import { teamColorCheck } from './teamColors.ts';
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
