import type { Location, Subject } from '../diagnostics/diagnostic.ts';
import type { RoleCatalogue } from '../roles/model.ts';
import type { StepDeed } from '../schema/flows.ts';
import type { PersonaInput } from '../schema/persona.ts';

/** What embodies a persona. It need not be a human. */
export type PersonaKind = 'person' | 'process' | 'agent';

/**
 * A workload with every name linked to the thing it names. Built once, never changed: same input, same value.
 * Personas stand in the order of their ids; environments in the order they were declared, Production last by default.
 */
export interface Workload {
  readonly name: string;
  readonly summary?: string;
  /** BCP 47, such as `en` or `fi`; chooses the labels and hyphenation. */
  readonly language: string;
  readonly environments: readonly Environment[];
  readonly teams: readonly Team[];
  readonly components: readonly Component[];
  readonly processes: readonly Process[];
  readonly personas: readonly Persona[];
  readonly assignments: readonly RoleAssignment[];
  /** RBAC files in reading order, each once, whether or not a card leads to them. */
  readonly rbacFiles: readonly RbacFile[];
  readonly people: readonly Person[];
  readonly flows: readonly Flow[];
  readonly architectures: readonly Architecture[];
  readonly waivers: readonly Waiver[];
  /** What is known of roles: the lists that ship, and the workload's own. */
  readonly roles: RoleCatalogue;
  /** What in the tables could not be linked, or only by guessing right; for the checks to report. */
  readonly rbacIssues: readonly RbacIssue[];
}

/** A human, and the personas that they embody. */
export interface Person {
  readonly name: string;
  /** Ids. */
  readonly personas: readonly string[];
  /** Names that no persona has. */
  readonly unknown: readonly string[];
  readonly skills: readonly string[];
  readonly location: Location;
}

/** How a part of the work goes, step by step. */
export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
  /** The process on cards that it shows. */
  readonly process?: Process;
  readonly lanes: readonly Lane[];
  /** In the order of the file. */
  readonly steps: readonly FlowStep[];
  readonly arrows: readonly FlowArrow[];
  readonly location: Location;
}

/** An environment, or another stage of the work. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly environment?: Environment;
  /** `Inner loop`, `Outer loop`, ... */
  readonly loop?: string;
}

export interface FlowStep {
  /** Unique in the flow. */
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly personas: readonly StepPersona[];
  readonly components: readonly Component[];
  readonly skills: readonly string[];
  readonly location: Location;
  /** `personas`, `components`, `skills`: for findings about one key. */
  readonly fieldLocations: Readonly<Record<string, Location>>;
}

export interface StepPersona {
  readonly id: string;
  readonly name: string;
  /** At least one, each once, from the most to the least. */
  readonly deeds: readonly StepDeed[];
  readonly location: Location;
}

/** From step to step, by their ids; `feedback` leads back. */
export interface FlowArrow {
  readonly kind: 'next' | 'feedback';
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/** What is connected with what, and who works on it. */
export interface Architecture {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
  /** Whose roles are shown beside personas. */
  readonly environment?: Environment;
  readonly zones: readonly Zone[];
  readonly parts: readonly Part[];
  readonly connections: readonly Connection[];
  readonly location: Location;
}

export interface Zone {
  /** Unique among the zones of the architecture. */
  readonly id: string;
  readonly name: string;
  /** Id of the zone that it lies in. */
  readonly parent?: string;
}

export interface Part {
  /** Unique among the parts of the architecture. */
  readonly id: string;
  readonly name: string;
  /** Other names that connections may use. */
  readonly aliases: readonly string[];
  readonly category?: string;
  /** Id of the zone that it lies in. */
  readonly zone?: string;
  /** Absent for what is no component of the workload. */
  readonly component?: Component;
  /** Ids of those who work on it, in the order of the deck. */
  readonly personas: readonly string[];
  readonly location: Location;
}

/** From part to part, by their ids. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly number?: number;
}

/** A finding that is accepted for a time. */
export interface Waiver {
  readonly code: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds: `2027-06-30`. */
  readonly expires: string;
  /** What the finding has to be about; all that is given has to fit. Ids where the names are known, else as written. */
  readonly about: Subject;
  readonly location: Location;
}

/** A deployment stage. `production` marks the one (or ones) that real users depend on. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly production: boolean;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `#rrggbb`, when the author chose one; otherwise the theme's palette decides. */
  readonly color?: string;
  readonly url?: string;
  /** False for a team that is only named as a partner. */
  readonly hasPersonas: boolean;
  /** Keys of its entry in `workload.yaml` by name, for findings about it; absent when it is only named elsewhere. */
  readonly fieldLocations?: Readonly<Record<string, Location>>;
}

export interface Component {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What the component is, for its icon: a key of the icon set in `design`. */
  readonly category?: string;
  readonly url?: string;
  /** Role system that its table uses when a row names none: `azure-rbac`, `github`, ... */
  readonly system: string;
  /** Absent when there is no RBAC file for it: cards say so rather than carrying a dead link. */
  readonly rbac?: RbacFile;
  /** Where the RBAC file is, or would be expected; relative to the project root. Two components may share one. */
  readonly rbacPath: string;
  /** Skills that somebody who works with it needs. */
  readonly skills: readonly string[];
  /** Keys of its entry in `workload.yaml` by name, for findings about it; absent when it is only named elsewhere. */
  readonly fieldLocations?: Readonly<Record<string, Location>>;
}

export interface Process {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly url?: string;
  /** Skills that the process needs. */
  readonly skills: readonly string[];
  /** Keys of its entry in `workload.yaml` by name, for findings about it; absent when it is only named elsewhere. */
  readonly fieldLocations?: Readonly<Record<string, Location>>;
}

export interface Skill {
  readonly name: string;
  readonly level?: string;
  /** Address of a course. */
  readonly learn?: string;
}

/** Whom a persona works with: a team, or another persona by id or name. */
export type Interaction =
  | { readonly kind: 'team'; readonly team: Team }
  | { readonly kind: 'persona'; readonly id: string; readonly name: string };

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonaKind;
  /** Name of its files without extension: `P001-ai-data-engineer`. Unique in a workload, whatever the letter case. */
  readonly stem: string;
  readonly team?: Team;
  readonly primaryInteraction: readonly Interaction[];
  readonly components: readonly Component[];
  readonly processes: readonly Process[];
  readonly skills: readonly Skill[];
  readonly summary?: string;
  readonly goal?: string;
  readonly notes?: string;
  /** A local PNG, JPEG or SVG. */
  readonly image?: ImageFile;
  readonly group?: string;
  readonly identity?: string;
  /** Identity in each environment that has one, by the environment's id; from `{env}` in a name, or as given. */
  readonly identities: Readonly<Record<string, string>>;
  readonly sponsor?: string;
  readonly duties: readonly string[];
  /** Tools and actions that an agent may use; absent when nobody has listed them. */
  readonly tools?: readonly string[];
  /** The `id` key in its file. */
  readonly location: Location;
  /**
   * Keys of the YAML file by name, for findings about one field. `components.<id of the component>` is the place of
   * that component in the list; `primaryInteraction.0`, `processes.0`, `skills.0` that of an item, counted as written.
   */
  readonly fieldLocations: Readonly<Record<string, Location>>;
  /** As its file has it, names before they were linked: for tables that are read back. */
  readonly written: PersonaInput;
}

/** A picture that was found under the project root; bytes are read where they are used. */
export interface ImageFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly absolutePath: string;
  /** sha256 of the bytes, hex: part of the key of everything drawn from it. */
  readonly sha256: string;
}

/** An RBAC markdown file. It stays the author's document; its tables are data. */
export interface RbacFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly absolutePath: string;
  /** Path below `rbac/` in the output, with forward slashes. */
  readonly publishPath: string;
  readonly text: string;
  readonly title?: string;
  /** Whether a table in it could be read. */
  readonly readable: boolean;
  /** Local files it shows or links to, as written in it and where they are; in document order. */
  readonly references: readonly FileReference[];
}

export interface FileReference {
  /** The destination as written, still percent-encoded. */
  readonly target: string;
  readonly location: Location;
  /** Start and end offset of the destination in the text. */
  readonly offset: readonly [number, number];
  /** Relative to the project root; absent when there is no such file or it lies outside the root. */
  readonly file?: string;
  readonly absolutePath?: string;
  /** Why there is no `file`; present exactly then. A link to a folder has nothing to publish. */
  readonly broken?: 'missing' | 'outside' | 'folder';
}

/** Something in an RBAC table that does not fit the workload. */
export interface RbacIssue {
  /**
   * `unknown...`: the row is left out. `ambiguousPersona`: several personas have the name; left out. `noPersona`: the
   * cell is empty; left out. `wrongCase` and `otherName` (the id is one persona's, the name another): read by the id.
   * `unknownAssignment`: read as standing. `unknownCode`: no legend explains it; left out. `repeatedCode`: the legend
   * explains it twice, and the first counts. `noEnvironment`: no heading above a matrix names one; it is left out.
   * `htmlTable`: not read. `surplusCell`: text behind the last column; left out.
   */
  readonly kind:
    | 'unknownPersona'
    | 'ambiguousPersona'
    | 'noPersona'
    | 'wrongCase'
    | 'otherName'
    | 'unknownEnvironment'
    | 'unknownComponent'
    | 'unknownAssignment'
    | 'unknownCode'
    | 'repeatedCode'
    | 'noEnvironment'
    | 'htmlTable'
    | 'surplusCell';
  /** As written. */
  readonly written: string;
  /** What was probably meant, or what it was read as. */
  readonly suggestion?: string;
  /** The component, when its file is about no other. */
  readonly about?: Subject;
  readonly location: Location;
}

export type Principal =
  | { readonly kind: 'persona'; readonly id: string; readonly name: string }
  /** A managed identity of a component, listed in a table whose first column is `Identity`. */
  | { readonly kind: 'identity'; readonly name: string };

/**
 * One cell of the access tables.
 * `granted` names a role; `none` is decided none; `open` is not filled in yet.
 */
export interface RoleAssignment {
  readonly principal: Principal;
  readonly component: Component;
  readonly environment: Environment;
  readonly status: 'granted' | 'none' | 'open';
  /** Present exactly when `status` is `granted`. */
  readonly role?: Role;
  readonly scope?: string;
  readonly assignment: 'standing' | 'eligible';
  readonly limit?: string;
  readonly approver?: string;
  readonly review?: string;
  readonly ticket?: string;
  readonly why?: string;
  /** Columns that the tool has no meaning for, header to text. */
  readonly extra: Readonly<Record<string, string>>;
  /** The cell that names the role. */
  readonly location: Location;
}

export interface Role {
  readonly name: string;
  readonly id?: string;
  /** `azure-rbac`, `github`, `sql-database`, ... */
  readonly system: string;
}
