import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Persona, Workload } from '../../workload/model.ts';
import { nameOf } from '../grants.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const notShown: Rule = {
  code: 'PRC207',
  title: 'Component on a card that is in no architecture',
  severity: 'info',
  area: 'flows',
  source: 'Azure Well-Architected Framework, personas of AI workloads: personas on the architecture',
  why: 'The picture leaves out something that people work with, or the card names something that is not part of the design.',
  fix: 'Add the component to an architecture, or take it off the card.',
};

/** Whether architectures show what cards name. */
export const componentsShownCheck: Check = { rules: [notShown], run: findNotShown };

/** One finding a component, at the first card. A workload without architectures claims nothing. */
function findNotShown({ personas, architectures }: Workload): Diagnostic[] {
  if (architectures.length === 0) return [];
  const shown = new Set(architectures.flatMap(({ parts }) => parts.flatMap(({ component }) => component ?? [])));
  const holders = new Map<Component, [Persona, ...Persona[]]>();
  for (const persona of personas) {
    for (const component of persona.components) {
      if (shown.has(component)) continue;
      const found = holders.get(component);
      if (found === undefined) holders.set(component, [persona]);
      else found.push(persona);
    }
  }
  return [...holders].map(([component, [first, ...others]]) =>
    finding(
      notShown,
      `${component.name}, on the card of ${nameOf(first)}, is in no architecture`,
      placeOn(first, component),
      {
        about: { component: component.id },
        related: others.map((persona) => ({
          message: `also on the card of ${nameOf(persona)}`,
          location: placeOn(persona, component),
        })),
      },
    ),
  );
}

function placeOn({ fieldLocations, location }: Persona, { id }: Component): Persona['location'] {
  return fieldLocations[`components.${id}`] ?? location;
}
