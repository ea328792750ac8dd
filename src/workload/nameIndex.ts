import { nameKey, slug } from './slug.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Finds things by id, name or alias, however these are written. */
export class NameIndex<T extends Named> {
  readonly #byKey = new Map<string, T>();
  readonly #things: T[] = [];
  /** Texts that were found before: cards and tables repeat them. */
  readonly #found = new Map<string, T>();

  /** In the order they were added. */
  get things(): readonly T[] {
    return this.#things;
  }

  find(name: string): T | undefined {
    const known = this.#found.get(name) ?? this.#byKey.get(nameKey(name));
    if (known !== undefined) this.#found.set(name, known);
    return known;
  }

  /** Adds a thing under all its names; a name that another thing has stays with that one. */
  add(thing: T): T {
    this.#things.push(thing);
    for (const name of [thing.name, thing.id, ...thing.aliases]) {
      const key = nameKey(name);
      if (!this.#byKey.has(key)) this.#byKey.set(key, thing);
    }
    return thing;
  }

  /** The thing with this name, made on its first mention: a name needs no declaration. */
  mention(name: string, make: (id: string, name: string) => T): T {
    return this.find(name) ?? this.add(make(slug(name), name));
  }
}
