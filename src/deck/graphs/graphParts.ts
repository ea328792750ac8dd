import type { Labels } from '../../design/design.ts';
import { iconNameFor } from '../../design/icons.ts';
import type { Component } from '../../workload/model.ts';
import { rbacLink } from '../links.ts';
import type { NodeComponent, PersonaBadge } from './model.ts';

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
