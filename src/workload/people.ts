import { asList } from '../schema/fields.ts';
import type { PersonInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import type { Person } from './model.ts';
import type { PersonaNames } from './personaNames.ts';

/** Humans with the personas that they embody. */
export function linkPeople(
  inputs: readonly PersonInput[] | undefined,
  node: YamlNode | undefined,
  personas: PersonaNames,
): Person[] {
  return (inputs ?? []).map(({ name, personas: named, skills }, nth) => {
    const ids: string[] = [];
    const unknown: string[] = [];
    for (const written of asList(named)) {
      const found = personas.find(written);
      if (found.kind === 'found') ids.push(found.persona.id);
      else unknown.push(written);
    }
    return {
      name,
      personas: ids,
      unknown,
      skills: asList(skills),
      location: node?.locationOf(['people', nth, 'name']) ?? { file: '' },
    };
  });
}
