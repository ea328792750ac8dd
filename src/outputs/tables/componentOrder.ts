import type { Component } from '../../workload/model.ts';
import type { TablesInput } from './input.ts';

/** Components in the order of the deck; those that it leaves out, which nobody has, come last. */
export function byComponentOrder({ workload, deck }: Pick<TablesInput, 'workload' | 'deck'>): Component[] {
  const places = new Map(deck.access.map(({ componentId }, place) => [componentId, place]));
  const placeOf = ({ id }: Component): number => places.get(id) ?? places.size;
  return [...workload.components].sort((a, b) => placeOf(a) - placeOf(b));
}
