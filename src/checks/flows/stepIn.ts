import type { Flow, FlowStep } from '../../workload/model.ts';

/** How messages name a step: `"Deploy endpoint" (MLOps, Stage)`. */
export function stepIn({ name: flow }: Flow, { name, lane }: FlowStep): string {
  return `"${name}" (${flow}, ${lane.name})`;
}
