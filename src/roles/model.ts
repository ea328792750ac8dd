/**
 * The most that a role lets its holder do: `read`; `use` (call a model, run a query, start a job: nothing that is kept
 * changes); `write` configuration or data; `grant` access to others.
 */
export type Power = 'read' | 'use' | 'write' | 'grant';

/** What is known of a role. */
export interface KnownRole {
  /** `azure-rbac`, `sql-database`, ... */
  readonly system: string;
  /** Today's name. */
  readonly name: string;
  readonly id?: string;
  /** Names it had before, and other names for it. */
  readonly formerNames: readonly string[];
  /** The kind of resource it is made for, as the list calls it (`Storage`, `Key Vault`); absent when for any. */
  readonly service?: string;
  readonly power: Power;
  /** Whether it works on the resource itself, on what is stored in it, or both. */
  readonly plane: 'control' | 'data' | 'both';
  readonly readsData: boolean;
  /** Services whose keys or secrets it can fetch, as the list abbreviates them (`storage`, `cog`); `ALL` for any. */
  readonly keys: readonly string[];
  /** Whether it can give roles to others; `conditional` when only some. */
  readonly grants?: 'any' | 'conditional';
  /** Whether a narrower role should be looked for first. */
  readonly privileged: boolean;
}

/** Roles that the tool knows: the lists that ship, and what a workload adds. Letter case does not matter. */
export interface RoleCatalogue {
  /** A role by its id, else by its name or a former name, in one system. */
  find(system: string, name: string, id?: string): KnownRole | undefined;
  /** Roles of that name in all systems. */
  named(name: string): readonly KnownRole[];
  /** Roles of a system; none when there is no list of it. */
  of(system: string): readonly KnownRole[];
}
