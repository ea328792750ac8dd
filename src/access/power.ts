import type { KnownRole, Power, RoleCatalogue } from '../roles/model.ts';
import type { RoleAssignment } from '../workload/model.ts';

/** What is known of the role that an assignment grants; undefined for none, and for roles that no list has. */
export function knownRoleOf({ role }: RoleAssignment, roles: RoleCatalogue): KnownRole | undefined {
  return role === undefined ? undefined : roles.find(role.system, role.name, role.id);
}

/** The most that an assignment lets its holder do; undefined where that is not known. */
export function powerOf(assignment: RoleAssignment, roles: RoleCatalogue): Power | undefined {
  return knownRoleOf(assignment, roles)?.power;
}
