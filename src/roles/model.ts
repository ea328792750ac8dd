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
  /** Names it had before. */
  readonly formerNames: readonly string[];
  /** Other names that are as good. */
  readonly aliases: readonly string[];
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
  /** What its name does not tell. */
  readonly note?: string;
}

/** A stretch of a cell that names one role or privilege. */
export interface RolePart {
  readonly written: string;
  /** Absent when the system's list does not have it. */
  readonly role?: KnownRole;
}

/** Roles that the tool knows: the lists that ship, and what a workload adds. Letter case does not matter. */
export interface RoleCatalogue {
  /**
   * A role by its id, else by its name, a former name or an alias, in one system. Where cells of a system are composed
   * of several privileges, what they give together; undefined when one of them is unknown.
   */
  find(system: string, name: string, id?: string): KnownRole | undefined;
  /** A role by its id alone. */
  withId(system: string, id: string): KnownRole | undefined;
  /** What a cell is composed of; a single part in most systems, and where the cell as a whole is known. */
  parts(system: string, name: string): readonly RolePart[];
  /** Roles of that name in all systems, one a system at most. */
  named(name: string): readonly KnownRole[];
  /** Systems that there is a list of. */
  readonly systems: readonly string[];
  /** Roles of a system; none when there is no list of it. */
  of(system: string): readonly KnownRole[];
}
