import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Workload } from '../../workload/model.ts';
import { listed } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';
import { skillKeys } from '../../workload/skillNeeds.ts';
import { stepIn } from './stepIn.ts';

const notHad: Rule = {
  code: 'PRC208',
  title: 'Skill that a step takes and none of its personas has',
  severity: 'info',
  area: 'flows',
  source: 'Azure Well-Architected Framework, personas of AI workloads: skills; the flows of the workload',
  why: 'Whoever stands at the step is not expected to be able to do it.',
  fix: 'Give the skill to a persona of the step, add one that has it, or plan training.',
};

/** Whether those at a step have the skills that it takes. */
export const stepSkillsCheck: Check = { rules: [notHad], run: findNotHad };

/** One finding a step. A step without personas is the business of another rule. */
function findNotHad({ personas, flows }: Workload): Diagnostic[] {
  const skillKey = skillKeys();
  const skillsOf = new Map(personas.map(({ id, skills }) => [id, skills.map(({ name }) => skillKey(name))]));
  return flows.flatMap((flow) =>
    flow.steps.flatMap((step) => {
      if (step.personas.length === 0) return [];
      const had = new Set(step.personas.flatMap(({ id }) => skillsOf.get(id) ?? []));
      const missing = step.skills.filter((skill) => !had.has(skillKey(skill)));
      if (missing.length === 0) return [];
      return finding(
        notHad,
        `nobody at ${stepIn(flow, step)} has ${listed(missing, 'or')}`,
        step.fieldLocations.skills ?? step.location,
      );
    }),
  );
}
