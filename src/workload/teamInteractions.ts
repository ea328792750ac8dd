import type { Interaction, Persona, Team } from './model.ts';

/** A side of an interaction: the team of a persona, or the persona when it has none. */
export interface Side {
  /** Unique among sides. */
  readonly key: string;
  readonly name: string;
  readonly team?: Team;
  readonly persona?: Persona;
  /** Whether it could name the other: a team without personas has no card to do it on. */
  readonly answers: boolean;
}

/** One side names another on cards. */
export interface TeamInteraction {
  readonly from: Side;
  readonly to: Side;
  /** Cards that say so, each with the partner as it is named there; at least one. */
  readonly naming: readonly { readonly persona: Persona; readonly partner: Interaction }[];
}

const sideOfTeam = (team: Team): Side => ({ key: `team ${team.id}`, name: team.name, team, answers: team.hasPersonas });

/** The side that a persona belongs to. */
export function sideOf(persona: Persona): Side {
  if (persona.team !== undefined) return sideOfTeam(persona.team);
  const { id, name } = persona;
  return { key: `persona ${id}`, name: `${id} ${name}`, persona, answers: true };
}

/** Which side names which, in the order of the cards; each pair once a direction, and nothing within a side. */
export function teamInteractions(personas: readonly Persona[]): TeamInteraction[] {
  const personaOf = new Map(personas.map((persona) => [persona.id, persona]));
  const found = new Map<string, TeamInteraction & { readonly naming: { persona: Persona; partner: Interaction }[] }>();
  for (const persona of personas) {
    const from = sideOf(persona);
    for (const partner of persona.primaryInteraction) {
      const other = partner.kind === 'persona' ? personaOf.get(partner.id) : undefined;
      const to = partner.kind === 'team' ? sideOfTeam(partner.team) : other && sideOf(other);
      if (to === undefined || from.key === to.key) continue;
      const key = pairKey(from, to);
      const known = found.get(key);
      if (known === undefined) found.set(key, { from, to, naming: [{ persona, partner }] });
      else known.naming.push({ persona, partner });
    }
  }
  return [...found.values()];
}

/** Names a pair of sides in one direction. */
export const pairKey = (from: Side, to: Side): string => `${from.key}\n${to.key}`;
