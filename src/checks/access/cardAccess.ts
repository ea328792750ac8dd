import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Workload } from '../../workload/model.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const noRole: Rule = {
  code: 'ACC403',
  title: 'Component on the card but no role in any environment',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'Either the persona cannot do its work, or the card claims a component that it does not need.',
  fix: 'Add a role in the RBAC file, or remove the component from the card.',
};

/** Whether what cards claim and what tables grant agree. */
export const cardAccessCheck: Check = { rules: [noRole], run: findWithoutRole };

/** Components without a file or a readable table are the business of another rule; so are cells not filled in. */
function findWithoutRole({ personas, assignments }: Workload): Diagnostic[] {
  const covered = new Map<Component, Set<string>>();
  for (const { principal, component, status } of assignments) {
    if (principal.kind !== 'persona' || status === 'none') continue;
    const ids = covered.get(component) ?? new Set();
    covered.set(component, ids.add(principal.id));
  }
  return personas.flatMap((persona) =>
    persona.components
      .filter((component) => component.rbac?.readable === true && covered.get(component)?.has(persona.id) !== true)
      .map(({ id, name, rbacPath }) =>
        finding(
          noRole,
          `${persona.id} ${persona.name} has no role on ${name} in any environment`,
          persona.fieldLocations[`components.${id}`] ?? persona.location,
          {
            hint: `add a row to ${rbacPath}, or remove ${name} from the card`,
            about: { persona: persona.id, component: id },
          },
        ),
      ),
  );
}
