import type { PersonaBadge } from '../../deck/graphs/model.ts';
import type { Diagram } from './model.ts';

/** The part of a picture that is a persona's: painters light it and keep the rest quiet. Ids of the graph. */
export interface LitPart {
  /** Where the persona takes part. */
  readonly nodes: ReadonlySet<string>;
  /** What comes to these, and what they hand on. */
  readonly edges: ReadonlySet<string>;
  /** Lanes and zones that hold such a node, at any depth. */
  readonly groups: ReadonlySet<string>;
  /** Of those that share a node, only its own. */
  hasBadge(badge: Pick<PersonaBadge, 'id'>): boolean;
}

/** Undefined when the persona has no part in the picture. */
export function litPart({ groups, nodes, edges }: Diagram, persona: string): LitPart | undefined {
  const own = nodes.filter(({ badges }) => badges.some(({ badge }) => badge.id === persona)).map(({ node }) => node);
  if (own.length === 0) return undefined;
  const ids = new Set(own.map(({ id }) => id));
  const parents = new Map(groups.map(({ group }) => [group.id, group.parent]));
  const holding = new Set<string>();
  for (const { group } of own) {
    for (let at = group; at !== undefined && !holding.has(at); at = parents.get(at)) holding.add(at);
  }
  const lit = edges.filter(({ edge }) => ids.has(edge.from) || ids.has(edge.to));
  return {
    nodes: ids,
    edges: new Set(lit.map(({ edge }) => edge.id)),
    groups: holding,
    hasBadge: ({ id }) => id === persona,
  };
}
