import type { Card } from './model.ts';

/** Cards by the id of their team, in the order of each team's first card; those without a team together, last. */
export function cardsByTeam(cards: readonly Card[]): Map<string | undefined, Card[]> {
  const teams = new Map<string | undefined, Card[]>();
  for (const card of cards.toSorted((a, b) => Number(a.team === undefined) - Number(b.team === undefined))) {
    const known = teams.get(card.team?.id);
    if (known === undefined) teams.set(card.team?.id, [card]);
    else known.push(card);
  }
  return teams;
}
