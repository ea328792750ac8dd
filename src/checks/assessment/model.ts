import type { Acceptance, Diagnostic, Location, Severity } from '../../diagnostics/diagnostic.ts';
import type { Area } from '../rule.ts';

/** How a workload stands: what a page, a slide or a site says of its findings. Plain data in reading order. */
export interface Assessment {
  readonly workload: string;
  /** Day on which waivers were judged, when one was given. */
  readonly day?: string;
  readonly areas: readonly AreaAssessment[];
  readonly counts: Counts;
  readonly personas: PersonaCount;
  readonly coverage: Coverage;
  /** Findings that a waiver accepts, those that expire first before the others. */
  readonly accepted: readonly AcceptedFinding[];
  /** The first steps, three to five of them when there are as many; the gravest first. */
  readonly steps: readonly Step[];
}

export type AcceptedFinding = Diagnostic & { readonly waived: Acceptance };

/** Findings of each severity that count, and those that a waiver accepts. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly waived: number;
}

/** See `standings` for what each asks for. */
export type Standing = 'at risk' | 'to do' | 'in order' | 'nothing to judge';

export interface AreaAssessment {
  readonly area: Area;
  readonly standing: Standing;
  /** What the checks of the area had to look at: `24 role assignments`. */
  readonly lookedAt: string;
  readonly counts: Counts;
  /** Findings that count, by rule: errors first, then by number. */
  readonly groups: readonly FindingGroup[];
}

/** All findings of one rule and severity. */
export interface FindingGroup {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly fix: string;
  /** In the order of files and lines; never empty. */
  readonly findings: readonly [Diagnostic, ...Diagnostic[]];
}

/** Personas against the usual number. Outside of it is no fault, but a trade that should be a choice. */
export interface PersonaCount {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly verdict: 'fewer' | 'within' | 'more';
}

/** A part of a whole; `of` may be 0. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface Coverage {
  /** Components on cards that have an RBAC file. */
  readonly componentsWithFile: Share;
  /** Cells (persona, component on its card, environment) for which a table names a role or says none. */
  readonly cellsDecided: Share;
  /** Roles that tables grant and a role list knows: only of those is known what they allow. */
  readonly rolesKnown: Share;
  /** Roles that people hold in Production only when they ask for them. */
  readonly eligibleInProduction: Share;
}

export interface Step {
  readonly group: FindingGroup;
  /** What to do about the first finding. */
  readonly action: string;
  /** Absent when the first finding has no place. */
  readonly first?: Location;
}
