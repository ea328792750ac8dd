import type { Labels } from '../../design/design.ts';
import { iconNameFor } from '../../design/icons.ts';
import { fill } from '../../design/locale.ts';
import type { Component } from '../../workload/model.ts';
import { rbacLink } from '../links.ts';
import type { Graph, GraphEdge, NodeComponent, PersonaBadge } from './model.ts';

/** A component at a step of a flow. */
export function nodeComponent(component: Component): NodeComponent {
  const link = rbacLink(component);
  return {
    id: component.id,
    name: component.name,
    icon: iconNameFor(component.category),
    ...(link === undefined ? {} : { link }),
  };
}

/** `P004 writes, P007 reads`: who takes part, for those who do not see the badges. */
export function whoOf(badges: readonly PersonaBadge[], labels: Labels): string {
  if (badges.length === 0) return labels.nobody;
  return badges.map(({ id, words }) => (words === '' ? id : `${id} ${words}`)).join('; ');
}

/** `Back from 7 to 1: data that is late or wrong.` The ends are given in the words that the place calls for. */
export function arrowSentence(
  { kind, label = '' }: Pick<GraphEdge, 'kind' | 'label'>,
  from: string,
  to: string,
  labels: Labels,
): string {
  const [plain, labelled] =
    kind === 'feedback' ? [labels.altFeedback, labels.altFeedbackLabel] : [labels.altNext, labels.altNextLabel];
  return fill(label === '' ? plain : labelled, { from, to, label });
}

/** `flow-mlops`: what the files and the page of a graph are called. Ids are unique among graphs of a kind. */
export const graphName = ({ kind, id }: Pick<Graph, 'kind' | 'id'>): string => `${kind}-${id}`;
