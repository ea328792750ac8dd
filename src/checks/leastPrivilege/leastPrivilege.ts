import { broadRole, findBroadRoles, findWideScopes, wideScope } from './breadth.ts';
import { directAssignment, findDirectAssignments, findOpenEligibility, openEligibility } from './handling.ts';
import {
  findMoreInProduction,
  findSameEverywhere,
  findStandingWrite,
  moreInProduction,
  sameEverywhere,
  standingWrite,
} from './power.ts';
import { findHiddenKeys, findWrongPlane, hiddenKeys, wrongPlane } from './dataReach.ts';
import type { Check } from '../rule.ts';

/** Whether roles allow no more than the job needs. A role that no list has never breaks a rule of power. */
export const leastPrivilegeCheck: Check = {
  rules: [
    standingWrite,
    broadRole,
    sameEverywhere,
    moreInProduction,
    hiddenKeys,
    wrongPlane,
    wideScope,
    directAssignment,
    openEligibility,
  ],
  run: (workload) => [
    ...findStandingWrite(workload),
    ...findBroadRoles(workload),
    ...findSameEverywhere(workload),
    ...findMoreInProduction(workload),
    ...findHiddenKeys(workload),
    ...findWrongPlane(workload),
    ...findWideScopes(workload),
    ...findDirectAssignments(workload),
    ...findOpenEligibility(workload),
  ],
};
