import type { FlowInput } from '../schema/flows.ts';
import type { Environments } from './environments.ts';
import type { Lane } from './model.ts';
import { NameIndex } from './nameIndex.ts';
import { slug } from './slug.ts';

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** By name; an environment by any of its names. */
  readonly laneOf: (name: string) => Lane | undefined;
  /** To suggest one. */
  readonly names: readonly string[];
}

interface WrittenLane {
  readonly name: string;
  readonly loop?: string | undefined;
}

/**
 * Lanes as the flow lists them; else the environments that its steps name, in the order of the workload, and other
 * stages behind them. A flow that names none stands in the first environment.
 */
export function linkLanes({ lanes, steps }: FlowInput, environments: Environments): Lanes {
  const written: readonly WrittenLane[] =
    lanes?.map((lane) => (typeof lane === 'string' ? { name: lane } : lane)) ??
    usedLanes(
      steps.flatMap(({ lane }) => lane ?? []),
      environments,
    );
  const index = new NameIndex<Lane & { readonly aliases: readonly string[] }>();
  for (const { name, loop } of written) {
    const environment = environments.find(name);
    if (index.find(environment?.name ?? name) !== undefined) continue;
    index.add({
      id: environment?.id ?? slug(name),
      name: environment?.name ?? name,
      aliases: environment === undefined ? [] : environment.aliases,
      ...(environment === undefined ? {} : { environment }),
      ...(loop === undefined ? {} : { loop }),
    });
  }
  return {
    lanes: index.things,
    laneOf: (name) => index.find(name),
    names: index.things.flatMap(({ name, aliases }) => [name, ...aliases]),
  };
}

function usedLanes(named: readonly string[], environments: Environments): WrittenLane[] {
  const used = new Set(named.map((name) => environments.find(name)));
  const lanes: WrittenLane[] = [
    ...environments.list.filter((environment) => used.has(environment)).map(({ name }) => ({ name })),
    ...named.filter((name) => environments.find(name) === undefined).map((name) => ({ name })),
  ];
  return lanes.length > 0 ? lanes : environments.list.slice(0, 1).map(({ name }) => ({ name }));
}
