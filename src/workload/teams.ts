import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asList } from '../schema/fields.ts';
import type { TeamInput } from '../schema/workload.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { indexDeclared } from './declared.ts';
import type { PersonaEntry } from './documents.ts';
import type { Interaction, Team } from './model.ts';
import { NameIndex } from './nameIndex.ts';
import type { PersonaNames } from './personaNames.ts';

export interface Teams {
  /** Declared ones first, then those responsible for personas, then partners; each in order of first mention. */
  readonly list: readonly Team[];
  readonly problems: readonly Diagnostic[];
  find(name: string): Team | undefined;
  /** A team goes before a persona of the same name; a name that is neither is a team. */
  interaction(name: string): Interaction;
}

/** @param personas in the order of the deck */
export function linkTeams(
  inputs: readonly TeamInput[] | undefined,
  node: YamlNode | undefined,
  personas: readonly PersonaEntry[],
  personaNames: PersonaNames,
): Teams {
  const { index: named, problems } = indexDeclared<TeamInput, Team>(inputs, node, 'teams', (team, { color, url }) => ({
    ...team,
    hasPersonas: false,
    ...(color === undefined ? {} : { color: color.toLowerCase() }),
    ...(url === undefined ? {} : { url }),
  }));
  const make = (id: string, name: string): Team => ({ id, name, aliases: [], hasPersonas: false });
  const responsible = new Set(
    personas.flatMap(({ input }) => (input.team === undefined ? [] : named.mention(input.team, make))),
  );
  for (const { input } of personas) {
    for (const partner of asList(input.primaryInteraction)) {
      if (personaNames.find(partner).kind !== 'found') named.mention(partner, make);
    }
  }
  const teams = new NameIndex<Team>();
  for (const team of named.things) teams.add({ ...team, hasPersonas: responsible.has(team) });
  return {
    list: teams.things,
    problems,
    find: (name) => teams.find(name),
    interaction(name) {
      const team = teams.find(name);
      if (team !== undefined) return { kind: 'team', team };
      const persona = personaNames.find(name);
      if (persona.kind === 'found') return { kind: 'persona', id: persona.persona.id, name: persona.persona.name };
      return { kind: 'team', team: make(name, name) };
    },
  };
}
