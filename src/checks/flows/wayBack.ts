import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Flow, FlowStep, Lane } from '../../workload/model.ts';
import { listed } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const noWayBack: Rule = {
  code: 'PRC203',
  title: 'Production step with no way back to development',
  severity: 'warning',
  area: 'flows',
  source: 'MLOps and GenAIOps: the outer loop closes from monitoring to the inner loop',
  why: 'What is seen in Production, such as drift or a bad answer, reaches nobody who could change it.',
  fix: 'Add feedback from a step in Production to the step in development that answers it.',
};

/** Whether what happens in Production leads back to where it can be changed. */
export const wayBackCheck: Check = {
  rules: [noWayBack],
  run: ({ flows }) => flows.flatMap(findDeadEnds),
};

/** Steps that a message names; of more it tells the number. */
const named = 5;

/** One finding a flow. A flow that shows no development claims nothing of it. */
function findDeadEnds(flow: Flow): Diagnostic[] {
  const { name, steps, lanes, location } = flow;
  const isDevelopment = developmentOf(lanes);
  const leadsBack = reaching(
    flow,
    steps.filter(({ lane }) => isDevelopment(lane)),
  );
  if (leadsBack.size === 0) return [];
  const stuck = steps.filter(({ lane, id }) => lane.environment?.production === true && !leadsBack.has(id));
  if (stuck.length === 0) return [];
  const shown = stuck.slice(0, named).map((step) => `"${step.name}"`);
  const rest = stuck.length - shown.length;
  const all = listed(rest === 0 ? shown : [...shown, `${rest} more`]);
  return [
    finding(noWayBack, `in ${name} no arrow leads from ${all} back to development`, location, {
      related: stuck.map((step) => ({ message: `${step.name} (${step.lane.name})`, location: step.location })),
    }),
  ];
}

/** Environments other than Production, and stages that stand before it. */
function developmentOf(lanes: readonly Lane[]): (lane: Lane) => boolean {
  const first = lanes.findIndex(({ environment }) => environment?.production === true);
  const before = new Set(
    lanes.filter(({ environment }, nth) => (environment === undefined ? nth < first : !environment.production)),
  );
  return (lane) => before.has(lane);
}

/** Ids of the steps from which arrows, those of feedback too, lead to one of these; these included. */
function reaching({ arrows }: Flow, goals: readonly FlowStep[]): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const { from, to } of arrows) into.set(to, [...(into.get(to) ?? []), from]);
  const found = new Set(goals.map(({ id }) => id));
  // A set goes through what is added to it while it is gone through.
  for (const id of found) for (const from of into.get(id) ?? []) found.add(from);
  return found;
}
