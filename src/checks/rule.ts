import type { Diagnostic, Location, RelatedLocation, Severity, Subject } from '../diagnostics/diagnostic.ts';
import type { Workload } from '../workload/model.ts';

export type Area =
  | 'personas'
  | 'skills'
  | 'flows'
  | 'access'
  | 'least privilege'
  | 'separation of duties'
  | 'agents'
  | 'links'
  | 'cards'
  | 'waivers';

/** What one check looks for: the source of its documentation. */
export interface Rule {
  /** Stable: letters for the family, a number for the rule. */
  readonly code: string;
  readonly title: string;
  /** Unless a finding says otherwise. */
  readonly severity: Severity;
  /** What it is about: the report counts by it. */
  readonly area: Area;
  /** Where the rule comes from, for people to look up. */
  readonly source: string;
  /** One or two sentences: what goes wrong when the rule is broken. */
  readonly why: string;
  /** One sentence: what to do. */
  readonly fix: string;
}

/** Rules that belong together, and the pure function that finds what breaks them. */
export interface Check {
  readonly rules: readonly Rule[];
  readonly run: (workload: Workload) => readonly Diagnostic[];
}

/** One finding of a rule. */
export function finding(
  rule: Rule,
  message: string,
  location: Location,
  more: {
    readonly hint?: string;
    readonly related?: readonly RelatedLocation[];
    readonly severity?: Severity;
    readonly about?: Subject;
  } = {},
): Diagnostic {
  return {
    kind: 'finding',
    code: rule.code,
    severity: more.severity ?? rule.severity,
    message,
    hint: more.hint ?? rule.fix,
    location,
    ...(more.related === undefined || more.related.length === 0 ? {} : { related: more.related }),
    ...(more.about === undefined ? {} : { about: more.about }),
  };
}
