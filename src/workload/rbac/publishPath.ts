import { relative, sep } from 'node:path';

/** Chooses the path of each RBAC file below `rbac/` in the output: unique, whatever the letter case. */
export class PublishPaths {
  readonly #folder: string;
  readonly #taken = new Set<string>();

  /** @param folder absolute path of the workload folder */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The path below the workload's `rbac/`, or for a file elsewhere the path below the workload folder; for one outside
   * of that, the same without its leading `..`.
   */
  pathOf(absolutePath: string): string {
    const path = relative(this.#folder, absolutePath).split(sep).join('/');
    const wanted = path.replace(/^(\.\.\/)+/, '').replace(/^rbac\//, '');
    const [, stem = wanted, extension = ''] = /^(.*?)(\.[^./]*)?$/.exec(wanted) ?? [];
    let chosen = wanted;
    for (let nth = 2; this.#taken.has(chosen.toLowerCase()); nth += 1) chosen = `${stem}-${nth}${extension}`;
    this.#taken.add(chosen.toLowerCase());
    return chosen;
  }
}
