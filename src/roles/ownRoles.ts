import type { RoleInput } from '../schema/workload.ts';
import type { KnownRole } from './model.ts';

/** Roles that a workload declares itself. */
export function ownRoles(inputs: readonly RoleInput[] | undefined): KnownRole[] {
  return (inputs ?? []).map(({ system, name, id, aliases, power = 'read', plane = 'data', keys, privileged }) => ({
    system,
    name,
    ...(id === undefined ? {} : { id }),
    formerNames: [],
    aliases: aliases ?? [],
    power,
    plane,
    readsData: plane !== 'control',
    keys: keys === true ? ['ALL'] : [],
    ...(power === 'grant' ? { grants: 'any' as const } : {}),
    privileged: privileged ?? false,
  }));
}
