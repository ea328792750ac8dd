import type { FlowStep, Lane } from './model.ts';
import { nameKey, slug } from './slug.ts';

type Found =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' };

/** Steps of one flow by id and name. Steps in different lanes often have the same name. */
export class StepNames {
  readonly #byId = new Map<string, FlowStep>();
  readonly #byName = new Map<string, FlowStep[]>();

  /** Gives a step its id: the one that it asks for, one made of its name, or of its lane and name. */
  add(step: Omit<FlowStep, 'id'>, wanted: string | undefined): FlowStep {
    const made = slug(step.name);
    const ways = [...(wanted === undefined ? [] : [wanted]), made, `${step.lane.id}-${made}`];
    const id = ways.find((way) => !this.#byId.has(nameKey(way))) ?? this.#numbered(made);
    const added = { ...step, id };
    this.#byId.set(nameKey(id), added);
    const key = nameKey(step.name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), added]);
    return added;
  }

  /** Names and ids, to suggest one. */
  get offers(): string[] {
    return [...this.#byId.values()].flatMap(({ id, name }) => [name, id]);
  }

  /** By name, where several have it the one in the lane `near`; by id. */
  find(written: string, near?: Lane): Found {
    const named = this.#byName.get(nameKey(written)) ?? [];
    const close = named.filter(({ lane }) => lane === near);
    const [only, ...more] = close.length > 0 ? close : named;
    if (only !== undefined && more.length === 0) return { kind: 'found', id: only.id };
    const byId = this.#byId.get(nameKey(written));
    // Of several of one name, the first has the name as its id: that would be a guess.
    if (byId !== undefined && (only === undefined || byId.id === written)) return { kind: 'found', id: byId.id };
    return only === undefined ? { kind: 'unknown' } : { kind: 'several', ids: named.map(({ id }) => id) };
  }

  #numbered(made: string): string {
    let number = 2;
    while (this.#byId.has(nameKey(`${made}-${number}`))) number += 1;
    return `${made}-${number}`;
  }
}
