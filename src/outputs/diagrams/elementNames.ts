/**
 * Names of elements in languages that know ASCII names only: `step_deploy` for `step:deploy`. The kind stands in front,
 * so that none is a word of the language; ids that would look the same get a number.
 */
export class ElementNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param id with its kind: `part:azure-storage` */
  of(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const made = id.replace(/[^A-Za-z0-9]+/g, '_').replace(/_+$/, '');
    let name = made;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${made}_${number}`;
    this.#taken.add(name);
    this.#names.set(id, name);
    return name;
  }
}
