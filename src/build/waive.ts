import { rules } from '../checks/runChecks.ts';
import { applyWaivers } from '../checks/waivers.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Workload } from '../workload/model.ts';
import { buildRules } from './buildRules.ts';

/** Marks what the workload's waivers accept on a day, and says what there is to say of the waivers. */
export function waive(findings: readonly Diagnostic[], workload: Workload, day: string | undefined): Diagnostic[] {
  return applyWaivers(findings, workload.waivers, {
    ...(day === undefined ? {} : { day }),
    codes: rules.map(({ code }) => code),
    elsewhere: buildRules.map(({ code }) => code),
  });
}
