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
import { namedPersona, unknownName } from './references.ts';
import { StepNames } from './stepNames.ts';

/** Everything that names in a flow can lead to. */
export interface FlowTargets {
  readonly personas: PersonaNames;
  readonly environments: Environments;
  readonly components: Components;
  readonly processes: NameIndex<Process>;
}

/** Links the flows of `workload.yaml`. Problem `WLD005`: a name that leads nowhere. */
export function linkFlows(
  inputs: readonly FlowInput[] | undefined,
  node: YamlNode | undefined,
  targets: FlowTargets,
): { readonly list: readonly Flow[]; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  let nth = 0;
  const declared = indexDeclared<FlowInput, Flow>(inputs, node, 'flows', ({ id, name, aliases }, input) => {
    const at = (...way: PropertyKey[]): Location => node?.locationOf(['flows', index, ...way]) ?? { file: '' };
    const index = nth;
    nth += 1;
    const linker = new FlowLinker(input, at, targets, problems);
    return { id, name, aliases, ...linker.link(), location: at('name') };
  });
  return { list: declared.index.things, problems: [...declared.problems, ...problems] };
}

type Located = (...way: PropertyKey[]) => Location;

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
    const { lanes, laneOf, names } = linkLanes(this.#input, this.#targets.environments);
    const stepNames = new StepNames();
    let lane = lanes[0] as Lane;
    const steps = inputs.map((input, index) => {
      const found = input.lane === undefined ? lane : laneOf(input.lane);
      if (found === undefined) this.#unknown('lane', input.lane ?? '', names, this.#at('steps', index, 'lane'));
      lane = found ?? lane;
      return stepNames.add(this.#step(input, lane, index), input.id);
    });
    return {
      ...(summary === undefined ? {} : { summary }),
      ...(process === undefined ? {} : { process }),
      lanes,
      steps,
      arrows: [...this.#next(steps, stepNames), ...this.#feedback(stepNames)],
    };
  }

  #process(): Process | undefined {
    const written = this.#input.process;
    if (written === undefined) return undefined;
    const { processes } = this.#targets;
    const found = processes.find(written);
    const offers = processes.things.map(({ name }) => name);
    if (found === undefined) {
      this.#problems.push(unknownName('process', written, 'the workload', offers, this.#at('process')));
    }
    return found;
  }

  /** `id` is given afterwards: it has to differ from those of the other steps. */
  #step(input: FlowStepInput, lane: Lane, index: number): Omit<FlowStep, 'id'> {
    const { components } = this.#targets;
    const at: Located = (...way) => this.#at('steps', index, ...way);
    return {
      name: input.name,
      lane,
      personas: this.#personas(input, at),
      components: [...new Set(asList(input.components).flatMap((name) => components.index.find(name) ?? []))],
      skills: asList(input.skills),
      location: at('name'),
      fieldLocations: Object.fromEntries(Object.keys(input).map((key) => [key, at(key)])),
    };
  }

  #personas({ personas }: FlowStepInput, at: Located): StepPersona[] {
    const found = new Map<string, StepPersona>();
    for (const [written, deeds] of Object.entries(personas ?? {})) {
      const location = at('personas', written);
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
  #next(steps: readonly FlowStep[], names: StepNames): FlowArrow[] {
    return steps.flatMap((step, index): FlowArrow[] => {
      const written = this.#input.steps[index]?.next;
      const below = steps[index + 1];
      if (written === undefined) return below === undefined ? [] : [{ kind: 'next', from: step.id, to: below.id }];
      return asList(written).flatMap((one, place) => {
        const { step: name, label } = typeof one === 'string' ? { step: one, label: undefined } : one;
        const way = Array.isArray(written) ? ['steps', index, 'next', place] : ['steps', index, 'next'];
        const to = this.#stepNamed(name, names, this.#at(...way), step.lane);
        return to === undefined ? [] : [{ kind: 'next', from: step.id, to, ...(label === undefined ? {} : { label }) }];
      });
    });
  }

  #feedback(names: StepNames): FlowArrow[] {
    return (this.#input.feedback ?? []).flatMap(({ from, to, label }, index): FlowArrow[] => {
      const [first, last] = [
        this.#stepNamed(from, names, this.#at('feedback', index, 'from')),
        this.#stepNamed(to, names, this.#at('feedback', index, 'to')),
      ];
      if (first === undefined || last === undefined) return [];
      return [{ kind: 'feedback', from: first, to: last, ...(label === undefined ? {} : { label }) }];
    });
  }

  #stepNamed(written: string, names: StepNames, location: Location, near?: Lane): string | undefined {
    const found = names.find(written, near);
    if (found.kind === 'found') return found.id;
    if (found.kind === 'several') {
      this.#problems.push({
        ...unknownName('step of its own called', written, this.#whose, [], location),
        hint: `several steps are called so: give one an id, or write ${found.ids.join(' or ')}`,
      });
    } else this.#unknown('step', written, names.offers, location);
    return undefined;
  }

  #unknown(what: string, written: string, offers: readonly string[], location: Location): void {
    this.#problems.push(unknownName(what, written, this.#whose, offers, location));
  }
}
