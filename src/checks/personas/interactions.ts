import type { Diagnostic, Location } from '../../diagnostics/diagnostic.ts';
import { closest } from '../../diagnostics/didYouMean.ts';
import type { Interaction, Persona, Team, Workload } from '../../workload/model.ts';
import { nameKey } from '../../workload/slug.ts';
import { pairKey, teamInteractions } from '../../workload/teamInteractions.ts';
import { nameOf } from '../grants.ts';
import { NearNames, teamWords } from './nearNames.ts';
import { placeOfItem } from './places.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const unknownPartner: Rule = {
  code: 'PRS003',
  title: 'Interaction with a team or persona that does not exist',
  severity: 'error',
  area: 'personas',
  source: 'the persona template: primary interaction',
  why: 'The card names a partner that nobody can find, and the partner that was meant is not linked.',
  fix: 'Correct the name, or declare the team in workload.yaml.',
};

const oneWay: Rule = {
  code: 'PRS004',
  title: 'Interaction that the other side does not name',
  severity: 'info',
  area: 'personas',
  source: 'the persona template: primary interaction; Team Topologies: interaction modes',
  why: 'One side plans with the other, which may not know of it or has not agreed.',
  fix: 'Name the interaction on the other side too, or waive PRS004 where it goes one way.',
};

/** Whether those who work together know of each other. */
export const interactionCheck: Check = {
  rules: [unknownPartner, oneWay],
  run: (workload) => [...findUnknownPartners(workload), ...findOneWay(workload)],
};

/** Why the name of a partner is most likely a mistake. */
interface Mistake {
  readonly message: string;
  readonly hint: string;
}

/**
 * Partners that nobody declared and nobody belongs to, and whose name is that of a persona that does not exist, of
 * several personas, or nearly that of a team or persona. Any other name is that of a team outside the set.
 */
export function mistakenPartners(workload: Workload): ReadonlyMap<Team, Mistake> {
  const mistakes = found.get(workload) ?? findMistakes(workload);
  found.set(workload, mistakes);
  return mistakes;
}

/** Several checks ask. */
const found = new WeakMap<Workload, ReadonlyMap<Team, Mistake>>();

function findMistakes({ personas, teams }: Workload): ReadonlyMap<Team, Mistake> {
  const isKnown = ({ hasPersonas, fieldLocations }: Team): boolean => hasPersonas || fieldLocations !== undefined;
  const strangers = teams.filter((team) => !isKnown(team));
  if (strangers.length === 0) return new Map();
  const near = new NearNames<string>(teamWords);
  for (const { name, aliases } of teams.filter(isKnown)) for (const one of [name, ...aliases]) near.add(one, name);
  const nearPersonas = new NearNames<string>();
  for (const persona of personas) nearPersonas.add(persona.name, nameOf(persona));
  const looksLikeId = idPattern(personas);
  const personaNames = new Set(personas.map(({ name }) => nameKey(name)));

  const mistakeIn = (name: string): Mistake | undefined => {
    if (looksLikeId(name)) {
      const meant = closest(
        name,
        personas.map(({ id }) => id),
      );
      const otherwise = 'add the persona, or declare a team of this name in workload.yaml';
      const hint = meant === undefined ? otherwise : `did you mean ${meant}? If not, ${otherwise}`;
      return { message: `no persona has the id ${name}`, hint };
    }
    if (personaNames.has(nameKey(name))) {
      return { message: `several personas are called ${name}`, hint: 'name the persona by its id' };
    }
    const meant = near.find(name) ?? nearPersonas.find(name);
    if (meant === undefined) return undefined;
    const hint = `did you mean ${meant}? If not, declare ${name} under teams in workload.yaml`;
    return { message: `no team or persona is called ${name}`, hint };
  };
  return new Map(
    strangers.flatMap((team) => {
      const mistake = mistakeIn(team.name);
      return mistake === undefined ? [] : [[team, mistake] as const];
    }),
  );
}

/**
 * Tells texts that look like the ids of these personas: `P042`, also with a name behind it when as long as the others.
 */
function idPattern(personas: readonly Persona[]): (text: string) => boolean {
  const shape = (id: string): string => id.toLowerCase().replace(/\d+/g, '#');
  const width = (id: string): string => id.toLowerCase().replace(/\d/g, '0');
  const ids = personas.map(({ id }) => id).filter((id) => /\d/.test(id));
  const shapes = new Set(ids.map(shape));
  const widths = new Set(ids.filter((id) => /\p{L}/u.test(id)).map(width));
  return (text) => {
    const [first = ''] = text.split(/[\s:–—,/(|]/, 1);
    return /\d/.test(first) && (first === text ? shapes.has(shape(text)) : widths.has(width(first)));
  };
}

/** One finding a name, at the first persona with it. */
function findUnknownPartners(workload: Workload): Diagnostic[] {
  const mistakes = mistakenPartners(workload);
  const named = new Map<Team, Persona[]>();
  for (const persona of workload.personas) {
    for (const partner of persona.primaryInteraction) {
      if (partner.kind !== 'team' || !mistakes.has(partner.team)) continue;
      const known = named.get(partner.team);
      if (known === undefined) named.set(partner.team, [persona]);
      else known.push(persona);
    }
  }
  return [...named].flatMap(([team, [first, ...others]]) => {
    const mistake = mistakes.get(team);
    if (mistake === undefined || first === undefined) return [];
    const placeOf = (persona: Persona): Location => placeOfPartner(persona, { kind: 'team', team });
    return finding(unknownPartner, mistake.message, placeOf(first), {
      hint: mistake.hint,
      related: others.map((persona) => ({ message: `also named by ${nameOf(persona)}`, location: placeOf(persona) })),
      about: { persona: first.id },
    });
  });
}

/** One finding a pair of sides, at the first persona that names the other. Teams without personas cannot answer. */
function findOneWay({ personas }: Workload): Diagnostic[] {
  const interactions = teamInteractions(personas).filter(({ to }) => to.answers);
  const pairs = new Set(interactions.map(({ from, to }) => pairKey(from, to)));
  return interactions.flatMap(({ from, to, naming: [first] }) => {
    if (first === undefined || pairs.has(pairKey(to, from))) return [];
    const message = `${from.name} works with ${to.name}, which does not name ${from.name}`;
    return finding(oneWay, message, placeOfPartner(first.persona, first.partner), {
      hint: `name ${from.name} as a partner of ${to.name} too, or waive PRS004 where the interaction goes one way`,
      about: { persona: first.persona.id },
    });
  });
}

/** Where a persona names a partner, by the text of a team or the id or name of a persona. */
export function placeOfPartner(persona: Persona, partner: Interaction): Location {
  const { id, name, aliases = [] } = partner.kind === 'team' ? partner.team : { ...partner, aliases: [] };
  const keys = new Set([id, name, `${id} ${name}`, ...aliases].map(nameKey));
  return placeOfItem(persona, 'primaryInteraction', (text) => keys.has(nameKey(text)));
}
