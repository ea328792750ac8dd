import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { FlowInput } from '../schema/flows.ts';
import type { Environments } from './environments.ts';
import type { Lane } from './model.ts';
import { NameIndex } from './nameIndex.ts';
import { listedTwice } from './references.ts';
import { slug } from './slug.ts';

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** By name; an environment by any of its names. */
  readonly laneOf: (name: string) => Lane | undefined;
  /** To suggest one. */
  readonly offers: readonly string[];
  /** Problems `WLD004`. */
  readonly repeated: readonly Diagnostic[];
}

interface WrittenLane {
  readonly name: string;
  readonly loop?: string | undefined;
}

/**
 * Lanes as the flow lists them; else the environments that its steps name, in the order of the workload, and other
 * stages behind them. Steps before the first that names a lane stand in the first environment.
 *
 * @param at where a key of the flow stands
 */
export function linkLanes(
  { lanes, steps }: FlowInput,
  environments: Environments,
  whose: string,
  at: (way: readonly PropertyKey[]) => Location,
): Lanes {
  const written: readonly WrittenLane[] =
    lanes?.map((lane) => (typeof lane === 'string' ? { name: lane } : lane)) ??
    usedLanes(
      steps.map(({ lane }) => lane),
      environments,
    );
  const index = new NameIndex<Lane & { readonly aliases: readonly string[] }>();
  const first = new Map<string, Location>();
  const repeated: Diagnostic[] = [];
  for (const [nth, { name, loop }] of written.entries()) {
    const environment = environments.find(name);
    const location = at(['lanes', nth]);
    const earlier = index.find(environment?.name ?? name);
    if (earlier !== undefined) {
      if (lanes === undefined) continue;
      const message = `${whose} has the lane ${earlier.name} twice`;
      repeated.push(listedTwice(message, 'keep one of the two', location, first.get(earlier.id) ?? location));
      continue;
    }
    const { id } = index.add({
      id: environment?.id ?? slug(name),
      name: environment?.name ?? name,
      aliases: environment === undefined ? [] : environment.aliases,
      ...(environment === undefined ? {} : { environment }),
      ...(loop === undefined ? {} : { loop }),
    });
    first.set(id, location);
  }
  return {
    lanes: index.things,
    laneOf: (name) => index.find(name),
    offers: index.things.flatMap(({ name, aliases }) => [name, ...aliases]),
    repeated,
  };
}

function usedLanes(ofSteps: readonly (string | undefined)[], environments: Environments): WrittenLane[] {
  const named = ofSteps.flatMap((lane) => lane ?? []);
  const used = new Set(named.map((name) => environments.find(name)));
  if (ofSteps[0] === undefined) used.add(environments.list[0]);
  return [
    ...environments.list.filter((environment) => used.has(environment)).map(({ name }) => ({ name })),
    ...named.filter((name) => environments.find(name) === undefined).map((name) => ({ name })),
  ];
}
