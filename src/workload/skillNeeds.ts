import type { Workload } from './model.ts';
import { nameKey } from './slug.ts';

/** Something that takes skills, and who works on it. */
export interface SkillNeed {
  readonly kind: 'process' | 'component' | 'step';
  readonly name: string;
  readonly skills: readonly string[];
  /** Ids of personas. */
  readonly personas: readonly string[];
  /** `each` of them needs the skills; or it is enough when `one` has them. */
  readonly by: 'each' | 'one';
}

/** The same for `PySpark`, `pyspark` and `Py Spark`; looks each name up once. */
export function skillKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? nameKey(name).replaceAll('-', '');
    known.set(name, key);
    return key;
  };
}

/**
 * What takes skills: processes and steps of flows, where one who takes part has to have each of them, and components on
 * cards, where everybody who works with one does. At a step those who do the work count, or all where nobody does it.
 */
export function skillNeeds({ personas, processes, components, flows }: Workload): SkillNeed[] {
  const idsBy = <Thing>(things: (persona: Workload['personas'][number]) => readonly Thing[]): Map<Thing, string[]> => {
    const ids = new Map<Thing, string[]>();
    for (const persona of personas) {
      for (const thing of things(persona)) {
        const known = ids.get(thing);
        if (known === undefined) ids.set(thing, [persona.id]);
        else known.push(persona.id);
      }
    }
    return ids;
  };
  const taking = <Thing extends { readonly skills: readonly string[] }>(things: readonly Thing[]): Thing[] =>
    things.filter(({ skills }) => skills.length > 0);
  const [needyProcesses, needyComponents] = [taking(processes), taking(components)];
  const ofProcess = idsBy((persona) => persona.processes.filter((one) => needyProcesses.includes(one)));
  const ofComponent = idsBy((persona) => persona.components.filter((one) => needyComponents.includes(one)));
  return [
    ...needyProcesses.map(
      (process): SkillNeed => ({
        kind: 'process',
        name: process.name,
        skills: process.skills,
        personas: ofProcess.get(process) ?? [],
        by: 'one',
      }),
    ),
    ...needyComponents.flatMap((component): SkillNeed[] => {
      const ids = ofComponent.get(component);
      // Nobody works with a component that is on no card.
      if (ids === undefined) return [];
      return [{ kind: 'component', name: component.name, skills: component.skills, personas: ids, by: 'each' }];
    }),
    ...flows.flatMap(({ name: flow, steps }) =>
      taking(steps).map((step): SkillNeed => {
        const doing = step.personas.filter(({ deeds }) => deeds.includes('write') || deeds.includes('own'));
        return {
          kind: 'step',
          name: `${flow}: ${step.name}`,
          skills: step.skills,
          personas: (doing.length > 0 ? doing : step.personas).map(({ id }) => id),
          by: 'one',
        };
      }),
    ),
  ];
}
