import type {
  GraphEdge,
  GraphGroup,
  GraphNode,
  LegendEntry,
  NodeComponent,
  PersonaBadge,
} from '../../deck/graphs/model.ts';
import type { Pt } from '../../design/units.ts';
import type { Box } from '../box.ts';

/**
 * A graph with a place for everything, in points from the top left corner of the picture. Painters add nothing but
 * colours: what is measured here is what is drawn. Texts stand at the sizes of `diagramSizes`; a painter that needs the
 * picture larger or smaller scales all of it.
 */
export interface Diagram {
  readonly kind: 'flow' | 'architecture';
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly alt: string;
  readonly width: Pt;
  readonly height: Pt;
  readonly direction: 'ltr' | 'rtl';
  /** Outer ones before those that lie in them. */
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly legend: PlacedLegend;
}

export interface PlacedGroup {
  readonly group: GraphGroup;
  readonly box: Box;
  /** 0 for those that lie in no other. */
  readonly depth: number;
  readonly title: PlacedText;
  readonly note?: PlacedText;
}

export interface PlacedNode {
  readonly node: GraphNode;
  readonly box: Box;
  readonly icon?: Box;
  /** A small disc with the number of a step. */
  readonly number?: PlacedText;
  readonly title: PlacedText;
  readonly badges: readonly PlacedBadge[];
  readonly components: readonly PlacedComponent[];
  /** Skills that a step takes, in one quiet text. */
  readonly skills?: PlacedText;
}

/** A pill: the persona's id on the colour of its team, then the letters. */
export interface PlacedBadge {
  readonly badge: PersonaBadge;
  readonly box: Box;
  /** Where the id stands; the letters have the rest. */
  readonly idWidth: Pt;
}

export interface PlacedComponent {
  readonly component: NodeComponent;
  readonly icon: Box;
  readonly text: PlacedText;
}

/** Text as it was measured: painters draw these lines and break none. */
export interface PlacedText {
  readonly box: Box;
  /** From top to bottom, each of `lineHeight`. */
  readonly lines: readonly string[];
  readonly size: Pt;
  readonly lineHeight: Pt;
  readonly bold: boolean;
}

export type Side = 'top' | 'left' | 'bottom' | 'right';

/** An arrow along straight pieces, each level or upright. It starts and ends at the middle of a side of a node. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly start: Side;
  readonly end: Side;
  readonly points: readonly Point[];
  /** Lies on no box and on no other label. */
  readonly label?: PlacedText;
  /** A small disc, on the line. */
  readonly number?: PlacedText;
}

export interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

/** Below the picture: what letters and arrows mean, and whose ids stand in it. */
export interface PlacedLegend {
  readonly box: Box;
  readonly title?: PlacedText;
  readonly letters: readonly { readonly entry: LegendEntry; readonly sign: PlacedText; readonly text: PlacedText }[];
  readonly personas: readonly { readonly badge: PersonaBadge; readonly box: Box; readonly text: PlacedText }[];
}
