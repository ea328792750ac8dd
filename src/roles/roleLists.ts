import { readdir, readFile } from 'node:fs/promises';
import type { KnownRole } from './model.ts';

const folder = new URL('../../roles/', import.meta.url);

/** Roles of one system. */
export interface RoleList {
  readonly system: string;
  /** Present when a cell may name several roles or privileges at once. */
  readonly composed?: Composition;
  readonly roles: readonly KnownRole[];
}

/** How cells of a system are composed. */
export interface Composition {
  /** Single characters that stand between two parts. */
  readonly separators: readonly string[];
  /** Words that may introduce a part and say nothing of what it can do: `Service principal:`. */
  readonly prefixes?: readonly string[];
}

/** A list as it ships: defaults are left out. */
interface WrittenList extends Omit<RoleList, 'roles'> {
  readonly roles: readonly (Partial<KnownRole> & Pick<KnownRole, 'name' | 'power' | 'plane'>)[];
}

const usual = { formerNames: [], aliases: [], readsData: false, keys: [], privileged: false };

/** All lists that ship with the package. */
export async function readRoleLists(): Promise<RoleList[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const lists = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as WrittenList),
  );
  return lists.map((list) => ({
    ...list,
    roles: list.roles.map((role) => ({ ...usual, system: list.system, ...role })),
  }));
}
