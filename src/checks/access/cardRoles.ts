import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Workload } from '../../workload/model.ts';
import { aboutAccess, accessOf, environmentNames, nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const notOnCard: Rule = {
  code: 'ACC404',
  title: 'Role on a component that is not on the card',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access; Azure Well-Architected Framework, security: identity and access',
  why: 'The card understates what the persona can reach, so the team plans and reviews with a wrong picture.',
  fix: 'Add the component to the card, or remove the role.',
};

/** Whether cards name the components that their personas have roles on. */
export const cardRolesCheck: Check = { rules: [notOnCard], run: findNotOnCard };

/** One finding a persona and component. A card without the field claims nothing, so nothing contradicts it. */
function findNotOnCard(workload: Workload): Diagnostic[] {
  return accessOf(workload).pairs.flatMap((pair) => {
    const { persona, component, grants } = pair;
    const [first] = grants;
    if (first === undefined || persona.fieldLocations.components === undefined) return [];
    if (persona.components.includes(component)) return [];
    const where = environmentNames(
      workload.environments.filter((one) => grants.some(({ environments }) => environments.includes(one))),
    );
    return finding(
      notOnCard,
      `${nameOf(persona)} has a role on ${component.name} in ${where}, but its card does not name the component`,
      first.assignment.location,
      { hint: `add ${component.name} to the card, or remove the role`, about: aboutAccess(pair) },
    );
  });
}
