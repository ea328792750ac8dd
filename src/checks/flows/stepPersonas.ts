import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { accountableOf } from '../../workload/flowAccountable.ts';
import type { Flow, FlowStep, Workload } from '../../workload/model.ts';
import { listed, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';
import { stepIn } from './stepIn.ts';

const notOneAccountable: Rule = {
  code: 'PRC201',
  title: 'Step that nobody answers for, or several do',
  severity: 'error',
  area: 'flows',
  source: 'RACI: exactly one accountable for each activity; Cloud Adoption Framework: RACI templates',
  why: 'When the step goes wrong, everybody waits for somebody else, or two decide differently.',
  fix: 'Let exactly one persona own the step.',
};

const nobody: Rule = {
  code: 'PRC204',
  title: 'Step without a persona',
  severity: 'error',
  area: 'flows',
  source: 'Azure Well-Architected Framework, personas of AI workloads: personas in processes',
  why: 'The picture shows work that nobody in the set is meant to do.',
  fix: 'Name who does the step, or leave it out.',
};

/** Whether each step has somebody who does it, and one who answers for it. */
export const stepPersonasCheck: Check = {
  rules: [notOneAccountable, nobody],
  run: ({ flows }: Workload) => flows.flatMap((flow) => flow.steps.flatMap((step) => judge(flow, step))),
};

function judge(flow: Flow, step: FlowStep): Diagnostic[] {
  const { personas, fieldLocations, location } = step;
  const where = stepIn(flow, step);
  if (personas.length === 0) return [finding(nobody, `nobody takes part in ${where}`, location)];
  const accountable = accountableOf(step);
  const [first] = accountable;
  if (accountable.length === 1) return [];
  const message =
    first === undefined
      ? `nobody answers for ${where}: ${reason(step)}`
      : `${listed(accountable.map(nameOf))} own ${where}, so that nobody knows who answers for it`;
  return [
    finding(notOneAccountable, message, first?.location ?? fieldLocations.personas ?? location, {
      related: accountable
        .slice(1)
        .map((persona) => ({ message: `also ${nameOf(persona)}`, location: persona.location })),
      hint:
        first === undefined
          ? `let one of them own it: ${personas.map(({ id }) => `${id}: own`).join(', or ')}`
          : 'let one of them own it, and the others write, approve or read',
    }),
  ];
}

function reason({ personas }: FlowStep): string {
  const writers = personas.filter(({ deeds }) => deeds.includes('write'));
  if (writers.length > 0) return `${listed(writers.map(nameOf))} write, and nobody owns it`;
  return `${listed(personas.map(nameOf))} take part, and nobody owns it or writes`;
}
