/** Anchor of a team's section in the list of cards: by the id, so that it stays in every language. */
export const teamAnchor = (id: string): string => `team-${id}`;
