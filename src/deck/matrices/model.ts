import type { CategoryName } from '../../design/icons.ts';
import type { LinkTarget } from '../links.ts';
import type { TeamMark } from '../teamMark.ts';

export type MatrixKind = 'processes' | 'skills' | 'teams' | 'components' | 'responsibilities';

/** Who or what stands where two things meet: what people plan with. Plain data, free of any format. */
export interface Matrix {
  readonly kind: MatrixKind;
  /** Unique in the deck, good for file names: `processes`, `components-prod`. */
  readonly id: string;
  readonly title: string;
  /** What rows are about, and columns: `Process`, `Persona`. */
  readonly rowsAre: string;
  readonly columnsAre: string;
  /** What the groups of rows are, where they have some: `Lane`. */
  readonly groupsAre?: string;
  readonly columns: readonly MatrixHead[];
  readonly rows: readonly MatrixRow[];
  /** About Production, where the eye should land. */
  readonly emphasized: boolean;
  /** What signs mean, as far as they are used; the usual one first. */
  readonly legend: readonly MatrixLegendEntry[];
  /** A rule behind the signs, in a sentence. */
  readonly remark?: string;
}

export interface MatrixHead {
  /** Unique among the columns, or among the rows. */
  readonly id: string;
  /** Short name, for where there is no room for `text`: `P001`, or the number of a step. */
  readonly short?: string;
  readonly text: string;
  /** A quiet remark: what needs the skill, or that something is missing. */
  readonly note?: string;
  /** `attention`: something is missing, as `note` says. */
  readonly tone?: 'attention';
  /** What it is, for outputs with pages or slides of their own for it. */
  readonly about?: { readonly kind: 'persona' | 'component' | 'team'; readonly id: string };
  /** The card of a persona, the RBAC markdown of a component, an address. */
  readonly link?: LinkTarget;
  readonly team?: TeamMark;
  readonly icon?: CategoryName;
}

export interface MatrixRow {
  readonly head: MatrixHead;
  /** Rows of a group stand together. */
  readonly group?: string;
  /** From the first column to the last; columns with nothing to say are left out. */
  readonly cells: readonly PlacedCell[];
}

export interface PlacedCell {
  /** Counted from 0. */
  readonly column: number;
  readonly cell: MatrixCell;
}

export interface MatrixCell {
  /** A few signs and letters, which the legend explains. */
  readonly sign: string;
  /** The same in words. */
  readonly word: string;
  /** What else there is to say, in a word or two: a level, ids. */
  readonly note?: string;
  /** `attention`: something is missing. `quiet`: nothing to act on. */
  readonly tone?: 'attention' | 'quiet';
  /** What the eye should find: who answers for a step, who can write without asking. */
  readonly strong?: true;
  readonly link?: LinkTarget;
}

export interface MatrixLegendEntry {
  readonly sign: string;
  readonly words: string;
}

/** The sign of who has something. */
export const HELD = '●';
/** The sign of what is needed and not there. */
export const LACKED = '○';

/** Everything that a cell says, for those who do not see its signs. */
export const wordsOf = ({ word, note }: MatrixCell): string => (note === undefined ? word : `${word}, ${note}`);

/** A head by its short name and its text. */
export const nameOfHead = ({ short, text }: MatrixHead): string => (short === undefined ? text : `${short} ${text}`);
