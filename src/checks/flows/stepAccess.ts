import { accessMatrix } from '../../access/matrix.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Environment, Flow, FlowStep, StepPersona, Workload } from '../../workload/model.ts';
import { nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';
import { stepIn } from './stepIn.ts';

const noAccess: Rule = {
  code: 'PRC205',
  title: 'Persona at a step without access to its component',
  severity: 'warning',
  area: 'flows',
  source: 'the persona template: components access; the flows of the workload',
  why: 'The plan counts on somebody who cannot do the step in that environment.',
  fix: 'Add a role in the RBAC file, or take the persona or the component off the step.',
};

const readsOnly: Rule = {
  code: 'PRC206',
  title: 'Persona that writes at a step and may only read there',
  severity: 'warning',
  area: 'flows',
  source: 'the persona template: components access; the flows of the workload',
  why: 'The plan counts on somebody who can look but change nothing in that environment.',
  fix: 'Add a role that writes, or let the step say that the persona reads.',
};

/** Whether personas can do what steps say of them, as far as RBAC tables tell. */
export const stepAccessCheck: Check = { rules: [noAccess, readsOnly], run: findWithoutAccess };

/** Somebody at a step that works on a component in an environment. */
interface Use {
  readonly flow: Flow;
  readonly step: FlowStep;
  readonly persona: StepPersona;
  readonly component: Component;
  readonly environment: Environment;
}

/** One finding a persona, component and environment, at the first step: one role mends them all. */
function findWithoutAccess(workload: Workload): Diagnostic[] {
  const matrices = new Map(workload.environments.map((one) => [one, accessMatrix(workload, one)]));
  const without = new Map<string, { readonly rule: Rule; readonly uses: [Use, ...Use[]] }>();
  for (const use of usesIn(workload)) {
    const { persona, component, environment } = use;
    const rule = broken(use, matrices.get(environment)?.cell(persona.id, component.id));
    if (rule === undefined) continue;
    const key = [rule.code, persona.id, component.id, environment.id].join('\n');
    const found = without.get(key);
    if (found === undefined) without.set(key, { rule, uses: [use] });
    else found.uses.push(use);
  }
  return [...without.values()].map(({ rule, uses }) => findingOf(rule, uses));
}

/** Where a component has no table that can be read, nothing is known of access. */
function usesIn({ flows }: Workload): Use[] {
  return flows.flatMap((flow) =>
    flow.steps.flatMap((step) => {
      const { environment } = step.lane;
      if (environment === undefined) return [];
      return step.personas.flatMap((persona) =>
        step.components
          .filter(({ rbac }) => rbac?.readable === true)
          .map((component) => ({ flow, step, persona, component, environment })),
      );
    }),
  );
}

type Cell = ReturnType<ReturnType<typeof accessMatrix>['cell']>;

/** An eligible role counts like a standing one. Of a role that no list has nobody knows that it only reads. */
function broken({ persona: { deeds } }: Use, cell: Cell): Rule | undefined {
  if (cell?.status !== 'granted') return noAccess;
  if (!deeds.includes('write') && !deeds.includes('own')) return undefined;
  const powers = [cell.standing, cell.eligible].filter((power) => power !== undefined);
  return cell.unknown.length === 0 && powers.every((power) => power === 'read') ? readsOnly : undefined;
}

function findingOf(rule: Rule, [first, ...others]: [Use, ...Use[]]): Diagnostic {
  const { flow, step, persona, component, environment } = first;
  const what = rule === noAccess ? 'has no role on' : 'may only read';
  const does = rule === noAccess ? 'takes part in' : persona.deeds.includes('own') ? 'owns' : 'writes at';
  const role = rule === noAccess ? 'a role' : 'a role that writes';
  return finding(
    rule,
    `${nameOf(persona)} ${does} ${stepIn(flow, step)} but ${what} ${component.name} in ${environment.name}`,
    persona.location,
    {
      hint: `add ${role} to ${component.rbacPath} (an eligible one is enough), or correct the step`,
      about: { persona: persona.id, component: component.id, environment: environment.id },
      related: others.map((use) => ({
        message: `also at ${stepIn(use.flow, use.step)}`,
        location: use.persona.location,
      })),
    },
  );
}
