import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Team, Workload } from '../../workload/model.ts';
import { nameOf } from '../grants.ts';
import { mistakenPartners, placeOfPartner } from './interactions.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const size: Rule = {
  code: 'SET101',
  title: 'Fewer than 5 or more than 10 personas',
  severity: 'info',
  area: 'personas',
  source: 'Azure Well-Architected Framework, personas of AI workloads: trade-off of the number of personas',
  why: 'Few personas hold wide access and many duties each; many are hard to keep in mind and to keep current.',
  fix: 'Split or merge personas, or waive SET101 with the reason.',
};

const thinTeam: Rule = {
  code: 'SET103',
  title: 'Team with one persona, or partner team with none',
  severity: 'info',
  area: 'personas',
  source: 'Azure Well-Architected Framework, personas of AI workloads: gaps in teams',
  why: 'Where one persona is all there is, nobody stands in for it; where there is none, nobody on the cards answers.',
  fix: 'Recruit, train or change the design; or add the personas that are missing.',
};

/** Whether the set of personas has a shape that people can work with. */
export const personaSetCheck: Check = {
  rules: [size, thinTeam],
  run: (workload) => [...findSize(workload), ...findThinTeams(workload)],
};

const fewest = 5;
const most = 10;

function findSize({ personas }: Workload): Diagnostic[] {
  const [first] = personas;
  if (first === undefined || (personas.length >= fewest && personas.length <= most)) return [];
  const few = personas.length < fewest;
  const count = personas.length === 1 ? 'is 1 persona' : `are ${personas.length} personas`;
  return [
    finding(
      size,
      `there ${count}; sets of ${fewest} to ${most} work best`,
      { file: first.location.file },
      {
        hint: few
          ? 'few personas mean wide access for each: split those that do unlike work, or waive SET101 with the reason'
          : 'narrow personas need less access each, but are hard to keep apart: merge those that are alike, or waive SET101 with the reason',
      },
    ),
  ];
}

/** One finding a team, at the first persona that belongs to it or names it. */
function findThinTeams(workload: Workload): Diagnostic[] {
  const { personas } = workload;
  // A name that is most likely wrong is no team: PRS003 has said so.
  const mistaken = mistakenPartners(workload);
  const members = new Map<Team, Persona[]>();
  const partners = new Map<Team, Persona>();
  for (const persona of personas) {
    if (persona.team !== undefined) {
      const known = members.get(persona.team);
      if (known === undefined) members.set(persona.team, [persona]);
      else known.push(persona);
    }
    for (const partner of persona.primaryInteraction) {
      if (partner.kind !== 'team' || partner.team.hasPersonas) continue;
      if (partners.has(partner.team) || mistaken.has(partner.team)) continue;
      partners.set(partner.team, persona);
    }
  }
  const alone = [...members].flatMap(([team, [persona, second]]) => {
    if (persona === undefined || second !== undefined) return [];
    return finding(
      thinTeam,
      `${nameOf(persona)} is the only persona of ${team.name}`,
      persona.fieldLocations.team ?? persona.location,
      {
        hint: 'decide who stands in for it: recruit, train or change the design',
        about: { persona: persona.id },
      },
    );
  });
  const absent = [...partners].map(([team, persona]) =>
    finding(
      thinTeam,
      `${team.name}, a partner of ${nameOf(persona)}, has no persona`,
      placeOfPartner(persona, { kind: 'team', team }),
      { hint: `add a persona of ${team.name}, or agree on who answers for it`, about: { persona: persona.id } },
    ),
  );
  return [...alone, ...absent];
}
