import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { asList } from '../schema/fields.ts';
import { type FlowInput, type FlowStepInput, stepDeeds } from '../schema/flows.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import type { Components } from './components.ts';
import { indexDeclared } from './declared.ts';
import type { Environments } from './environments.ts';
import { linkLanes } from './lanes.ts';
import type { Flow, FlowArrow, FlowStep, Lane, Process, StepPersona } from './model.ts';
import type { NameIndex } from './nameIndex.ts';
import type { PersonaNames } from './personaNames.ts';
import { PictureNames } from './pictureNames.ts';
import { namedPersona, repeatedIds, thingNamed, unknownName } from './references.ts';
import { nameKey, slug } from './slug.ts';

/** Everything that names in a flow can lead to. */
export interface FlowTargets {
  readonly personas: PersonaNames;
  readonly environments: Environments;
  readonly components: Components;
  readonly processes: NameIndex<Process>;
}

/**
 * Links the flows of `workload.yaml`. Problems `WLD004`: an id or a lane that stands there twice; `WLD005`: a name that
 * leads nowhere, or to several things.
 */
export function linkFlows(
  inputs: readonly FlowInput[] | undefined,
  node: YamlNode | undefined,
  targets: FlowTargets,
): { readonly list: readonly Flow[]; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  let nth = 0;
  const declared = indexDeclared<FlowInput, Flow>(inputs, node, 'flows', ({ id, name, aliases }, input) => {
    const index = nth;
    nth += 1;
    const at = (way: readonly PropertyKey[], part?: 'key'): Location =>
      node?.locationOf(['flows', index, ...way], part) ?? { file: '' };
    const linker = new FlowLinker(input, at, targets, problems);
    return { id, name, aliases, ...linker.link(), location: at(['name']) };
  });
  return { list: declared.index.things, problems: [...declared.problems, ...problems] };
}

type Located = (way: readonly PropertyKey[], part?: 'key') => Location;

class FlowLinker {
  readonly #input: FlowInput;
  readonly #at: Located;
  readonly #targets: FlowTargets;
  readonly #problems: Diagnostic[];
  readonly #whose: string;

  constructor(input: FlowInput, at: Located, targets: FlowTargets, problems: Diagnostic[]) {
    this.#input = input;
    this.#at = at;
    this.#targets = targets;
    this.#problems = problems;
    this.#whose = `the flow ${input.name}`;
  }

  link(): Pick<Flow, 'summary' | 'process' | 'lanes' | 'steps' | 'arrows'> {
    const { summary, steps: inputs } = this.#input;
    const process = this.#process();
    const { lanes, laneOf, offers, repeated } = linkLanes(
      this.#input,
      this.#targets.environments,
      this.#whose,
      this.#at,
    );
    const ids = inputs.map(({ id }, index) => ({ id, location: this.#at(['steps', index, 'id']) }));
    this.#problems.push(...repeated, ...repeatedIds('step', this.#whose, ids));
    const names = new PictureNames<FlowStep>(inputs.map(({ id }) => id));
    const hasNamesake = namesakes(inputs);
    let lane = lanes[0] as Lane;
    const steps = inputs.map((input, index) => {
      const found = input.lane === undefined ? lane : laneOf(input.lane);
      if (found === undefined) {
        const written = input.lane ?? '';
        this.#problems.push(unknownName('lane', written, this.#whose, offers, this.#at(['steps', index, 'lane'])));
      }
      lane = found ?? lane;
      const made = slug(input.name);
      const ofLane = `${lane.id}-${made}`;
      const id = input.id ?? (hasNamesake(input.name) ? names.freeId(ofLane) : names.freeId(made, ofLane));
      return names.add({ id, ...this.#step(input, lane, index) });
    });
    return {
      ...(summary === undefined ? {} : { summary }),
      ...(process === undefined ? {} : { process }),
      lanes,
      steps,
      arrows: distinct([...this.#next(steps, names), ...this.#feedback(names)]),
    };
  }

  #process(): Process | undefined {
    const written = this.#input.process;
    if (written === undefined) return undefined;
    const { processes } = this.#targets;
    const found = processes.find(written);
    const offers = processes.things.map(({ name }) => name);
    if (found === undefined) {
      this.#problems.push(unknownName('process', written, 'the workload', offers, this.#at(['process'])));
    }
    return found;
  }

  #step(input: FlowStepInput, lane: Lane, index: number): Omit<FlowStep, 'id'> {
    const { components } = this.#targets;
    const at: Located = (way, part) => this.#at(['steps', index, ...way], part);
    return {
      name: input.name,
      lane,
      personas: this.#personas(input, at),
      components: [...new Set(asList(input.components).flatMap((name) => components.index.find(name) ?? []))],
      skills: asList(input.skills),
      location: at(['name']),
      fieldLocations: Object.fromEntries(Object.keys(input).map((key) => [key, at([key])])),
    };
  }

  #personas({ personas }: FlowStepInput, at: Located): StepPersona[] {
    const found = new Map<string, StepPersona>();
    for (const [written, deeds] of Object.entries(personas ?? {})) {
      const location = at(['personas', written], 'key');
      const named = namedPersona(written, this.#targets.personas, location);
      if ('fault' in named) {
        this.#problems.push(named.fault);
        continue;
      }
      const { id, name } = named.persona;
      const all = new Set([...(found.get(id)?.deeds ?? []), ...asList(deeds)]);
      found.set(id, { id, name, deeds: stepDeeds.filter((one) => all.has(one)).reverse(), location });
    }
    return [...found.values()];
  }

  /** Where a step does not say what comes next, it is the one below it. */
  #next(steps: readonly FlowStep[], names: PictureNames<FlowStep>): FlowArrow[] {
    return steps.flatMap((step, index): FlowArrow[] => {
      const written = this.#input.steps[index]?.next;
      const below = steps[index + 1];
      if (written === undefined) return below === undefined ? [] : [{ kind: 'next', from: step.id, to: below.id }];
      return asList(written).flatMap((one, place) => {
        const { step: name, label } = typeof one === 'string' ? { step: one, label: undefined } : one;
        const location = this.#at([
          'steps',
          index,
          'next',
          ...(Array.isArray(written) ? [place] : []),
          ...(typeof one === 'string' ? [] : ['step']),
        ]);
        const to = this.#stepNamed(name, names, location, step.lane);
        return to === undefined ? [] : [{ kind: 'next', from: step.id, to, ...(label === undefined ? {} : { label }) }];
      });
    });
  }

  #feedback(names: PictureNames<FlowStep>): FlowArrow[] {
    return (this.#input.feedback ?? []).flatMap(({ from, to, label }, index): FlowArrow[] => {
      const [first, last] = [
        this.#stepNamed(from, names, this.#at(['feedback', index, 'from'])),
        this.#stepNamed(to, names, this.#at(['feedback', index, 'to'])),
      ];
      if (first === undefined || last === undefined) return [];
      return [{ kind: 'feedback', from: first, to: last, ...(label === undefined ? {} : { label }) }];
    });
  }

  #stepNamed(written: string, names: PictureNames<FlowStep>, location: Location, near?: Lane): string | undefined {
    const reference = { what: 'step', written, whose: this.#whose, location };
    const named = thingNamed(reference, names, ({ lane }) => lane === near);
    if ('thing' in named) return named.thing.id;
    this.#problems.push(named.fault);
    return undefined;
  }
}

/** Whether several steps have a name: then the id of each names its lane too. */
function namesakes(steps: readonly FlowStepInput[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const { name } of steps) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return (name) => (counts.get(nameKey(name)) ?? 0) > 1;
}

/** Each arrow once: two would lie on each other. */
function distinct(arrows: readonly FlowArrow[]): FlowArrow[] {
  return [...new Map(arrows.map((arrow) => [JSON.stringify(arrow), arrow])).values()];
}
