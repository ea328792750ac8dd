import type { Diagram } from './model.ts';

/** A graph with places, before the legend comes below it. */
export type PlacedGraph = Pick<Diagram, 'groups' | 'nodes' | 'edges'> & {
  readonly width: number;
  readonly height: number;
};
