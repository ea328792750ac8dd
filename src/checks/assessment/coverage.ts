import type { RoleAssignment, Workload } from '../../workload/model.ts';
import type { Coverage, Share } from './model.ts';

/** Figures of how much the checks could see. */
export function coverageOf(workload: Workload): Coverage {
  return {
    componentsWithFile: shareOf(onCards(workload), ({ rbac }) => rbac !== undefined),
    cellsDecided: cellsDecided(workload),
    rolesKnown: rolesKnown(workload),
    eligibleInProduction: shareOf(heldInProduction(workload), ({ assignment }) => assignment === 'eligible'),
  };
}

function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): Share {
  return { part: all.filter(holds).length, of: all.length };
}

const onCards = ({ personas }: Workload) => [...new Set(personas.flatMap(({ components }) => components))];

function cellsDecided({ personas, environments, assignments }: Workload): Share {
  const key = (persona: string, component: string, environment: string): string =>
    JSON.stringify([persona, component, environment]);
  const decided = new Set(
    assignments.flatMap(({ principal, component, environment, status }) =>
      principal.kind === 'persona' && status !== 'open' ? [key(principal.id, component.id, environment.id)] : [],
    ),
  );
  const cells = personas.flatMap(({ id, components }) =>
    components.flatMap((component) => environments.map((environment) => key(id, component.id, environment.id))),
  );
  return shareOf(cells, (cell) => decided.has(cell));
}

/** Each role once, however often it is granted. */
function rolesKnown({ assignments, roles }: Workload): Share {
  const granted = new Map(
    assignments.flatMap(({ role }) =>
      role === undefined ? [] : [[JSON.stringify([role.system, role.name.toLowerCase(), role.id]), role] as const],
    ),
  );
  return shareOf([...granted.values()], ({ system, name, id }) => roles.find(system, name, id) !== undefined);
}

/** Processes and agents cannot ask for a role, so theirs are not counted. */
function heldInProduction({ personas, assignments }: Workload): RoleAssignment[] {
  const people = new Set(personas.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  return assignments.filter(
    ({ principal, environment, status }) =>
      status === 'granted' && environment.production && principal.kind === 'persona' && people.has(principal.id),
  );
}
