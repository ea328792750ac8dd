import type { Diagnostic, Location, Subject } from '../diagnostics/diagnostic.ts';
import type { Skill, Workload } from '../workload/model.ts';
import { skillKeys } from '../workload/skillNeeds.ts';
import { listed } from './grants.ts';
import { type Check, finding, type Rule } from './rule.ts';

const uncovered: Rule = {
  code: 'SKL301',
  title: 'Skill that a process or component needs and no persona has',
  severity: 'warning',
  area: 'skills',
  source: 'Azure Well-Architected Framework, personas of AI workloads: skills',
  why: 'The work is planned, but nobody in the set is expected to be able to do it.',
  fix: 'Give the skill to a persona, plan training, or change the design.',
};

const skillGap: Rule = {
  code: 'SKL302',
  title: 'Person without a skill that their personas need',
  severity: 'info',
  area: 'skills',
  source: 'Azure Well-Architected Framework, personas of AI workloads: skills',
  why: 'The card promises what its human has yet to learn.',
  fix: 'Agree on a learning path, or let somebody else embody the persona.',
};

/** Whether somebody can do what has to be done. */
export const skillCheck: Check = {
  rules: [uncovered, skillGap],
  run: (workload) => [...findUncovered(workload), ...findGaps(workload)],
};

interface Need {
  readonly name: string;
  readonly skills: readonly string[];
  readonly location: Location | undefined;
  readonly about?: Subject;
}

/** One finding a process or component. A component counts when it is on a card: others are not worked with. */
function findUncovered({ personas, components, processes }: Workload): Diagnostic[] {
  if ([...components, ...processes].every(({ skills }) => skills.length === 0)) return [];
  const skillKey = skillKeys();
  const had = new Set(personas.flatMap(({ skills }) => skills.map(({ name }) => skillKey(name))));
  const onCards = new Set(personas.flatMap((persona) => persona.components));
  const needs: Need[] = [
    ...components
      .filter((component) => onCards.has(component))
      .map(({ id, name, skills, fieldLocations }) => ({
        name,
        skills,
        location: fieldLocations?.skills,
        about: { component: id },
      })),
    ...processes.map(({ name, skills, fieldLocations }) => ({
      name,
      skills,
      location: fieldLocations?.skills,
    })),
  ];
  return needs.flatMap(({ name, skills, location, about }) => {
    const missing = skills.filter((skill) => !had.has(skillKey(skill)));
    if (missing.length === 0 || location === undefined) return [];
    const message = `no persona has ${listed(missing, 'or')}, which ${name} needs`;
    return finding(uncovered, message, location, about === undefined ? {} : { about });
  });
}

/** One finding a human. Only of those who list skills: no list says nothing. */
function findGaps({ personas, people }: Workload): Diagnostic[] {
  const skillKey = skillKeys();
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  return people
    .filter(({ skills }) => skills.length > 0)
    .flatMap(({ name, personas: ids, skills, location }) => {
      const had = new Set(skills.map((skill) => skillKey(skill)));
      const missing = new Map<string, Skill>();
      let first: string | undefined;
      for (const id of ids) {
        for (const skill of personaOf.get(id)?.skills ?? []) {
          if (had.has(skillKey(skill.name))) continue;
          first ??= id;
          if (missing.get(skillKey(skill.name))?.learn === undefined) missing.set(skillKey(skill.name), skill);
        }
      }
      if (first === undefined) return [];
      const gaps = [...missing.values()];
      const courses = gaps.flatMap(({ learn }) => learn ?? []);
      return finding(skillGap, `${name} lacks ${listed(gaps.map((gap) => gap.name))}`, location, {
        ...(courses.length === 0 ? {} : { hint: `agree on a learning path, beginning with ${listed(courses)}` }),
        related: [...new Set(ids)].flatMap((id) => {
          const persona = personaOf.get(id);
          if (persona?.skills.some((skill) => missing.has(skillKey(skill.name))) !== true) return [];
          return [
            { message: `skills of ${id} ${persona.name}`, location: persona.fieldLocations.skills ?? persona.location },
          ];
        }),
        about: { persona: first },
      });
    });
}
