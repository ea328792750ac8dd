import { nameKey } from './slug.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

export type FoundInPicture<T> =
  | { readonly kind: 'found'; readonly thing: T }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' };

/** Things of one picture by id and name. Several may have the same name: steps in different lanes often do. */
export class PictureNames<T extends Thing> {
  /** Ids that entries ask for, as keys: none is made that another entry has. */
  readonly #taken: Set<string>;
  readonly #written: ReadonlySet<string>;
  readonly #byId = new Map<string, T>();
  readonly #byName = new Map<string, T[]>();

  /** @param written the ids that entries of the picture ask for */
  constructor(written: readonly (string | undefined)[]) {
    this.#written = new Set(written.filter((id) => id !== undefined));
    this.#taken = new Set([...this.#written].map(nameKey));
  }

  /** An id that nothing in the picture has: the first of these that is free, or the first with a number. */
  freeId(...ways: readonly [string, ...string[]]): string {
    let id = ways.find((way) => !this.#taken.has(nameKey(way)));
    for (let number = 2; id === undefined; number += 1) {
      const numbered = `${ways[0]}-${number}`;
      if (!this.#taken.has(nameKey(numbered))) id = numbered;
    }
    this.#taken.add(nameKey(id));
    return id;
  }

  add(thing: T, aliases: readonly string[] = []): T {
    if (!this.#byId.has(nameKey(thing.id))) this.#byId.set(nameKey(thing.id), thing);
    for (const key of new Set([thing.name, ...aliases].map(nameKey))) {
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), thing]);
    }
    return thing;
  }

  get things(): readonly T[] {
    return [...new Set(this.#byId.values())];
  }

  /** Whether something added before has one of these names. */
  hasName(...names: readonly string[]): boolean {
    return names.some((name) => this.#byName.has(nameKey(name)));
  }

  /** Names and ids, to suggest one. */
  get offers(): string[] {
    return this.things.flatMap(({ id, name }) => [name, id]);
  }

  /** By an id that an entry asks for; by name, where several have it the one that is near; by an id that was made. */
  find(written: string, isNear: (thing: T) => boolean = () => false): FoundInPicture<T> {
    const byId = this.#byId.get(nameKey(written));
    if (byId !== undefined && this.#written.has(written)) return { kind: 'found', thing: byId };
    const named = this.#byName.get(nameKey(written)) ?? [];
    const near = named.filter(isNear);
    const [only = byId, ...more] = near.length > 0 ? near : named;
    if (only === undefined) return { kind: 'unknown' };
    return more.length === 0 ? { kind: 'found', thing: only } : { kind: 'several', ids: named.map(({ id }) => id) };
  }
}
