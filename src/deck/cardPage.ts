import type { LinkTarget } from './links.ts';
import type { Card } from './model.ts';

/** The markdown card of a persona. */
export const markdownCard = ({ stem }: Pick<Card, 'stem'>): LinkTarget => ({ kind: 'card', id: stem });

/** The page of the site about a persona. */
export const sitePage = ({ stem }: Pick<Card, 'stem'>): LinkTarget => ({ kind: 'site', id: `personas/${stem}.html` });
