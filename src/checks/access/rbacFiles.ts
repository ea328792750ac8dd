import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Component, Persona, RbacFile, Workload } from '../../workload/model.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const missing: Rule = {
  code: 'ACC401',
  title: 'Component on a card without an RBAC file',
  severity: 'error',
  area: 'access',
  source: 'the persona template: components access',
  why: 'The card cannot say what the persona may do on the component, and nobody can look it up.',
  fix: 'Create the RBAC file, or name the existing one with the key rbac of the component in workload.yaml.',
};

const unreadable: Rule = {
  code: 'ACC409',
  title: 'RBAC file without a table that can be read',
  severity: 'warning',
  area: 'access',
  source: 'the persona template: components access',
  why: 'Cards link to the file but show no roles, and no check sees what it grants.',
  fix: 'Add a table with the columns Persona, Environment and Role, or with Persona and a column for each environment; a matrix with a column for each component is named under matrices in workload.yaml.',
};

/** Whether the RBAC files that cards need are there and hold a table. */
export const rbacFileCheck: Check = {
  rules: [missing, unreadable],
  run: (workload) => [...findMissing(workload), ...findUnreadable(workload)],
};

/** One finding a component, at the first card; the other cards are related. */
function findMissing({ personas }: Workload): Diagnostic[] {
  const holders = new Map<Component, Persona[]>();
  for (const persona of personas) {
    for (const component of persona.components) {
      if (component.rbac !== undefined) continue;
      holders.set(component, [...(holders.get(component) ?? []), persona]);
    }
  }
  return [...holders].map(([component, [first, ...others]]) =>
    finding(missing, `${component.name} has no RBAC file`, placeOn(first, component), {
      hint: `create ${component.rbacPath}, or let \`persona-deck new rbac\` begin it`,
      about: { component: component.id },
      related: others.map((persona) => ({
        message: `also on the card of ${persona.id} ${persona.name}`,
        location: placeOn(persona, component),
      })),
    }),
  );
}

function placeOn(persona: Persona | undefined, component: Component): Persona['location'] {
  return persona?.fieldLocations[`components.${component.id}`] ?? persona?.location ?? { file: component.rbacPath };
}

/** A page about the folder (README) needs no table, unless a component calls it its RBAC file. */
function findUnreadable({ rbacFiles, components }: Workload): Diagnostic[] {
  const ownersOf = (file: RbacFile): readonly Component[] => components.filter(({ rbac }) => rbac === file);
  return rbacFiles
    .filter((file) => !file.readable)
    .filter((file) => ownersOf(file).length > 0 || !/(^|\/)(readme|index|home|_sidebar)\.[^/]*$/i.test(file.path))
    .map((file) => {
      const owners = ownersOf(file);
      const [owner] = owners;
      const subject = owner === undefined ? '' : ` about ${owners.map(({ name }) => name).join(', ')}`;
      const about = owner === undefined || owners.length > 1 ? {} : { about: { component: owner.id } };
      return finding(unreadable, `no table${subject} that can be read`, { file: file.path }, about);
    });
}
