import type { CategoryName } from '../../design/icons.ts';
import type { StepDeed } from '../../schema/flows.ts';
import type { PersonaKind } from '../../workload/model.ts';
import type { LinkTarget } from '../links.ts';
import type { TeamMark } from '../teamMark.ts';

/** What a picture of the work shows, before anything has a place: a flow, or an architecture. Plain data. */
export interface Graph {
  readonly kind: 'flow' | 'architecture';
  /** Unique among graphs of its kind; the name of its files. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  /** Lanes of a flow, in their order; zones of an architecture. */
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** What the letters are about, such as the environment of the roles. */
  readonly legendTitle?: string;
  /** What letters in the picture mean. */
  readonly legend: readonly LegendEntry[];
  /** What the picture says, in sentences: for those who do not see it. */
  readonly alt: string;
}

export interface GraphGroup {
  readonly id: string;
  readonly title: string;
  /** A quiet remark beside the title, such as the loop. */
  readonly note?: string;
  /** Id of the group that it lies in. */
  readonly parent?: string;
  /** Production, where the eye should land. */
  readonly emphasized: boolean;
}

export interface GraphNode {
  /** Unique among nodes and groups of the graph. */
  readonly id: string;
  readonly title: string;
  /** Place of a step in its flow, from 1. */
  readonly number?: number;
  /** Of a component, or of another part. */
  readonly icon?: CategoryName;
  /** Id of its group. Steps always have one. */
  readonly group?: string;
  /** The RBAC markdown of a component. */
  readonly link?: LinkTarget;
  readonly componentId?: string;
  /** Who takes part, in the order of the deck. */
  readonly badges: readonly PersonaBadge[];
  /** Components that a step works on. */
  readonly components: readonly NodeComponent[];
  readonly skills: readonly string[];
}

export interface NodeComponent {
  readonly id: string;
  readonly name: string;
  readonly icon: CategoryName;
  readonly link?: LinkTarget;
}

/** A persona at a node: id and letters, in the colour of the team. */
export interface PersonaBadge {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonaKind;
  readonly team?: TeamMark;
  /** What it does, or may do, in one or two letters that the legend explains; empty where nothing is known. */
  readonly letters: string;
  /** The same in words. */
  readonly words: string;
  /** At steps of flows. */
  readonly deeds: readonly StepDeed[];
  /** The persona's card. */
  readonly link: LinkTarget;
}

export interface GraphEdge {
  /** Unique in the graph. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'feedback' | 'connection';
  readonly label?: string;
  /** Of a numbered step of an architecture. */
  readonly number?: number;
}

export interface LegendEntry {
  readonly letters: string;
  readonly words: string;
}
