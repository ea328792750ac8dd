/** Duties that rules ask for, by how the first word of a duty begins: `deploy`, `deploys models`, `Approval`. */
const dutyWords = {
  deploy: /^deploy/iu,
  approve: /^approv(?!.*\b(access|budgets?|costs?)\b)/iu,
  audit: /^audit/iu,
  review: /^review/iu,
  author: /^(authors?|authoring|writes?|writing)\b/iu,
  monitor: /^(monitor|observ|watch)/iu,
  grant: /^(grants?$|(grant|administ|manag)\w* (access|roles?|permissions?|rights)\b)/iu,
} as const;

export type Duty = keyof typeof dutyWords;

/** Whether one of the duties, free text, is of that sort. */
export function hasDuty(duties: readonly string[], duty: Duty): boolean {
  return duties.some((written) => dutyWords[duty].test(written.trim()));
}

/** What the duties of that sort are for: `mlops` of `review MLOps`; empty when not said. */
export function objectsOf(duties: readonly string[], duty: Duty): string[] {
  return duties
    .map((written) => written.trim())
    .filter((written) => dutyWords[duty].test(written))
    .map((written) => written.toLowerCase().replace(/^\S+\s*/u, ''));
}
