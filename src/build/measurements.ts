import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../outputs/digest.ts';

/**
 * Remembers what was measured, from build to build: a text that was laid out once with the same fonts, templates and
 * theme need not be laid out again, and a build with nothing new needs no browser.
 */
export class Measurements {
  readonly #known: ReadonlyMap<string, unknown>;
  readonly #used = new Map<string, unknown>();

  constructor(known: Readonly<Record<string, unknown>> = {}) {
    this.#known = new Map(Object.entries(known));
  }

  /** `measure` with a memory; `context` names everything that its results depend on besides the request. */
  remember<Request, Extent>(
    context: string,
    measure: (requests: readonly Request[]) => Promise<readonly Extent[]>,
  ): (requests: readonly Request[]) => Promise<readonly Extent[]> {
    return async (requests) => {
      const keys = requests.map((request) => digestOf(context, request).slice(0, 20));
      const unknown = keys.flatMap((key, index) => (this.#known.has(key) || this.#used.has(key) ? [] : [index]));
      const extents = unknown.length === 0 ? [] : await measure(unknown.map((index) => requests[index] as Request));
      for (const [at, index] of unknown.entries()) this.#used.set(keys[index] as string, extents[at]);
      return keys.map((key) => this.#recall(key) as Extent);
    };
  }

  #recall(key: string): unknown {
    const extent = this.#used.get(key) ?? this.#known.get(key);
    this.#used.set(key, extent);
    return extent;
  }

  /**
   * What this build used; what it did not is forgotten, unless `keepUnused` says that this build was only of a part.
   * Sorted, so that the same build writes the same bytes.
   */
  toJson(keepUnused: boolean): string {
    const kept = keepUnused ? new Map([...this.#known, ...this.#used]) : this.#used;
    const sorted = [...kept].sort(([a], [b]) => (a < b ? -1 : 1));
    return `{\n${sorted.map(([key, extent]) => `${JSON.stringify(key)}:${JSON.stringify(extent)}`).join(',\n')}\n}\n`;
  }
}

/** Beside the manifest: a build's memory, not an artifact. */
export const MEASUREMENTS = '.measurements.json';

/** What the last build measured; nothing when there was none or its file cannot be read. */
export async function readMeasurements(out: string): Promise<Measurements> {
  try {
    const known: unknown = JSON.parse(await readFile(join(out, MEASUREMENTS), 'utf8'));
    return new Measurements(typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {});
  } catch {
    return new Measurements();
  }
}
