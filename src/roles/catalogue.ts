import type { KnownRole, RoleCatalogue, RolePart } from './model.ts';
import type { RoleList } from './roleLists.ts';
import { RoleSystem } from './roleSystem.ts';

/** A catalogue of the lists and of a workload's own roles, which go before those of the lists. */
export function catalogueOf(lists: readonly RoleList[], own: readonly KnownRole[] = []): RoleCatalogue {
  const systems = new Map<string, RoleSystem>();
  for (const { system, composed, roles } of lists) {
    const mine = own.filter((role) => systemKey(role.system) === systemKey(system));
    systems.set(systemKey(system), new RoleSystem(roles, mine, composed));
  }
  for (const { system } of own) {
    if (systems.has(systemKey(system))) continue;
    const mine = own.filter((role) => systemKey(role.system) === systemKey(system));
    systems.set(systemKey(system), new RoleSystem([], mine));
  }
  const elsewhere = new Map<string, readonly KnownRole[]>();
  return {
    find: (system, name, id) => systems.get(systemKey(system))?.find(name, id),
    withId: (system, id) => systems.get(systemKey(system))?.withId(id),
    parts: (system, name): readonly RolePart[] =>
      systems.get(systemKey(system))?.parts(name) ?? [{ written: name.trim() }],
    named: (name) => {
      const found = elsewhere.get(name) ?? [...systems.values()].flatMap((system) => system.find(name) ?? []);
      elsewhere.set(name, found);
      return found;
    },
    systems: [...systems.keys()],
    of: (system) => systems.get(systemKey(system))?.roles ?? [],
  };
}

/** `Azure RBAC` is `azure-rbac`. */
function systemKey(system: string): string {
  return system
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
