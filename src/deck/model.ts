import type { ImageFile, PersonaKind } from '../workload/model.ts';
import type { Graph } from './graphs/model.ts';
import type { LinkTarget } from './links.ts';
import type { Matrix } from './matrices/model.ts';
import type { TeamMark } from './teamMark.ts';

export type { TeamMark } from './teamMark.ts';

/**
 * What cards, slides and pages say, free of any format: every text is plain text in the deck's language, every link is
 * a value. Outputs paint it; none of them reads the workload.
 */
export interface Deck {
  readonly title: string;
  readonly summary?: string;
  /** BCP 47 and the direction its script runs. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly environments: readonly EnvironmentHeading[];
  readonly cards: readonly Card[];
  /** One a component that any card names or any RBAC file describes, in alphabetical order. */
  readonly access: readonly AccessTable[];
  /** Pictures of the work: flows, then architectures. */
  readonly graphs: readonly Graph[];
  /** Who stands where two things meet: processes, skills, teams, access in each environment, responsibilities. */
  readonly matrices: readonly Matrix[];
}

export interface EnvironmentHeading {
  readonly id: string;
  readonly name: string;
  readonly production: boolean;
}

/** One persona's card. */
export interface Card {
  readonly id: string;
  readonly name: string;
  /** File name without extension. */
  readonly stem: string;
  readonly kind: { readonly id: PersonaKind; readonly label: string };
  readonly team?: TeamMark;
  readonly summary?: string;
  readonly goal?: string;
  readonly notes?: string;
  readonly image?: ImageFile;
  /** The template's fields after the name, in the article's order. */
  readonly fields: readonly Field[];
  /** The persona's roles: a row a component on the card, a cell an environment of the deck. */
  readonly access: readonly CardAccessRow[];
}

export type FieldKey = 'team' | 'primaryInteraction' | 'components' | 'processes' | 'skills';

export interface Field {
  readonly key: FieldKey;
  readonly label: string;
  /** Empty when the author left the field out: painters then show the deck's word for none. */
  readonly items: readonly Item[];
}

export interface Item {
  readonly text: string;
  readonly link?: LinkTarget;
  /** A quiet remark after the text, such as "no RBAC file" or a skill's level. */
  readonly note?: string;
  /** A name from the icon set in `design`. */
  readonly icon?: string;
  /** Of a component on a card: its id, and its place among the card's components, from 1. */
  readonly component?: { readonly id: string; readonly number: number };
  /** Teams that are partners carry their mark. */
  readonly team?: TeamMark;
}

export interface CardAccessRow {
  readonly component: Item;
  /** One a deck environment, in order. */
  readonly cells: readonly AccessCell[];
}

/**
 * What somebody may do on a component in an environment.
 * `granted` has grants; `none` was decided; `open` is not filled in; `unlisted` has no row in the table.
 */
export interface AccessCell {
  readonly status: 'granted' | 'none' | 'open' | 'unlisted';
  readonly grants: readonly Grant[];
}

export interface Grant {
  readonly role: string;
  readonly assignment: 'standing' | 'eligible';
  readonly scope?: string;
  /** Longest activation of an eligible role, as written: `4 h`. */
  readonly limit?: string;
  readonly why?: string;
}

/** Everyone's access to one component: the page, slide or sheet behind a component on a card. */
export interface AccessTable {
  readonly component: Item;
  readonly componentId: string;
  readonly rows: readonly AccessTableRow[];
  /** Role assignments of the component's own identities. */
  readonly identities: readonly AccessTableRow[];
  /** The RBAC markdown, when there is one. */
  readonly source?: LinkTarget;
}

export interface AccessTableRow {
  /** A persona's id, absent for identities. */
  readonly id?: string;
  readonly name: string;
  readonly kind?: PersonaKind;
  readonly link?: LinkTarget;
  readonly cells: readonly AccessCell[];
}
