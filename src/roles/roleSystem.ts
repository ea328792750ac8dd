import { combined } from './combined.ts';
import type { KnownRole, RolePart } from './model.ts';
import type { Composition } from './roleLists.ts';

/** The roles of one system, and how its cells are read. */
export class RoleSystem {
  readonly roles: readonly KnownRole[];
  readonly #byName = new Map<string, KnownRole>();
  readonly #byId = new Map<string, KnownRole>();
  readonly #patterns: { readonly pattern: RegExp; readonly role: KnownRole }[] = [];
  readonly #separators: RegExp | undefined;
  readonly #prefixes: readonly string[];
  /** Cells that were read before: tables repeat them. */
  readonly #parts = new Map<string, readonly RolePart[]>();
  readonly #found = new Map<string, KnownRole | undefined>();

  /** @param own roles that go before those of the list with the same name or id */
  constructor(listed: readonly KnownRole[], own: readonly KnownRole[], composed?: Composition) {
    this.roles = overridden(listed, own);
    // Names of today go before former ones and aliases of other roles, own roles before those of the list.
    for (const role of this.roles) this.#name(role.name, role);
    for (const role of this.roles) {
      for (const name of [...role.formerNames, ...role.aliases]) this.#name(name, role);
      if (role.id !== undefined) this.#byId.set(fold(role.id), role);
    }
    const signs = (composed?.separators ?? []).map(escaped);
    this.#separators = composed === undefined ? undefined : new RegExp(signs.join('|'), 'u');
    this.#prefixes = (composed?.prefixes ?? []).map(fold);
  }

  find(name: string, id?: string): KnownRole | undefined {
    const byId = id === undefined ? undefined : this.withId(id);
    if (byId !== undefined) return byId;
    if (!this.#found.has(name)) this.#found.set(name, this.#read(name));
    return this.#found.get(name);
  }

  withId(id: string): KnownRole | undefined {
    return this.#byId.get(lastSegment(id));
  }

  parts(name: string): readonly RolePart[] {
    const known = this.#parts.get(name) ?? this.#split(name);
    this.#parts.set(name, known);
    return known;
  }

  #read(name: string): KnownRole | undefined {
    const roles = this.parts(name).flatMap(({ role }) => role ?? []);
    return roles.length < this.parts(name).length ? undefined : combined(name.trim(), roles);
  }

  #split(name: string): readonly RolePart[] {
    const whole = this.#one(name);
    if (this.#separators === undefined || whole.role !== undefined) return [whole];
    const parts = name.split(this.#separators).filter((part) => part.trim() !== '');
    return parts.length === 0 ? [whole] : parts.map((part) => this.#one(part));
  }

  /** A role by its name alone, or by a name with what may stand around it. */
  #one(text: string): RolePart {
    const written = text.trim().replace(/\s+/g, ' ');
    const folded = fold(written);
    const prefix = this.#prefixes.find((one) => folded.startsWith(one)) ?? '';
    const name = folded.slice(prefix.length).trim();
    const role =
      this.#byName.get(folded) ??
      this.#byName.get(name) ??
      (this.#separators === undefined ? undefined : this.#byName.get(withoutPlace(name))) ??
      this.#patterns.find(({ pattern }) => pattern.test(name))?.role;
    return role === undefined ? { written } : { written, role };
  }

  #name(name: string, role: KnownRole): void {
    const key = fold(name);
    if (name.includes('*')) this.#patterns.push({ pattern: patternOf(key), role });
    else if (!this.#byName.has(key)) this.#byName.set(key, role);
  }
}

/** Own roles, then those of the list that no own one replaces; a replacement keeps the id unless it has another. */
function overridden(listed: readonly KnownRole[], own: readonly KnownRole[]): KnownRole[] {
  if (own.length === 0) return [...listed];
  const ids = new Map(listed.map(({ name, id }) => [fold(name), id]));
  // The last of two declarations counts.
  const mine = new Map(own.map((role) => [fold(role.name), role]));
  const kept = [...mine].map(([name, role]) => {
    const id = role.id ?? ids.get(name);
    return id === undefined ? role : { ...role, id };
  });
  const replacedIds = new Set(kept.flatMap(({ id }) => (id === undefined ? [] : [fold(id)])));
  const isReplaced = ({ name, id }: KnownRole): boolean =>
    mine.has(fold(name)) || (id !== undefined && replacedIds.has(fold(id)));
  return [...kept, ...listed.filter((role) => !isReplaced(role))];
}

/** `SELECT on curated` and `MODIFY in ml schema` say where a privilege holds. */
function withoutPlace(name: string): string {
  return name.replace(/ (?:on|in) .*$/u, '');
}

/** `*` stands for the name of a thing, or for nothing; what follows may say where the privilege holds. */
function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => escaped(part.trim()));
  return new RegExp(`^${parts.join('.*')}(?: (?:on|in) .+)?$`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** An id may be given as a path: `/providers/Microsoft.Authorization/roleDefinitions/<id>`. */
function lastSegment(id: string): string {
  return fold(id).split('/').at(-1) ?? '';
}
