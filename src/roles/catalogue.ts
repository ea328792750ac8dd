import { readdir, readFile } from 'node:fs/promises';
import type { KnownRole, RoleCatalogue } from './model.ts';

const folder = new URL('../../roles/', import.meta.url);

/** A list of roles as it ships: defaults are left out. */
interface RoleList {
  readonly system: string;
  readonly roles: readonly (Partial<KnownRole> & Pick<KnownRole, 'name' | 'power' | 'plane'>)[];
}

/** All lists that ship with the package. */
export async function readRoleLists(): Promise<KnownRole[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const lists = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as RoleList),
  );
  return lists.flatMap(({ system, roles }) => roles.map((role) => ({ ...usual, system, ...role })));
}

const usual = { formerNames: [], readsData: false, keys: [], privileged: false };

/** A catalogue of roles. Of two with the same name or id in one system the later one counts. */
export function catalogueOf(roles: readonly KnownRole[]): RoleCatalogue {
  const byName = new Map<string, Map<string, KnownRole>>();
  const byKey = new Map<string, KnownRole>();
  for (const role of roles) {
    for (const name of [role.name, ...role.formerNames]) {
      const systems = byName.get(fold(name)) ?? new Map<string, KnownRole>();
      byName.set(fold(name), systems.set(role.system, role));
    }
    if (role.id !== undefined) byKey.set(`${role.system} ${fold(role.id)}`, role);
  }
  return {
    find: (system, name, id) =>
      (id === undefined ? undefined : byKey.get(`${system} ${fold(id)}`)) ?? byName.get(fold(name))?.get(system),
    named: (name) => [...(byName.get(fold(name))?.values() ?? [])],
    of: (system) => roles.filter((role) => role.system === system),
  };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
