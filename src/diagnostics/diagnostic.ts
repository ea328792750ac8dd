/** One place in a text file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is the position just after the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where something stands: a file, relative to the project root with forward slashes, and where in it. */
export interface Location {
  readonly file: string;
  /** In a spreadsheet, rows count as lines and columns as columns. */
  readonly range?: Range;
  /** Cell of a spreadsheet, as its program names it: `Sheet1!C7`; shown in place of line and column. */
  readonly cell?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing to tell the user about their input.
 *
 * A *problem* means that the input cannot be built: nothing is written. A *finding* is what the checks have to say of
 * input that can be built. Both are data until the reporter at the edge formats them.
 */
export interface Diagnostic {
  readonly kind: 'problem' | 'finding';
  /** Stable: `YAML001`, `ACC401`, ... */
  readonly code: string;
  readonly severity: Severity;
  /** One line: what is wrong, without the place. */
  readonly message: string;
  /** One line: what to do about it. */
  readonly hint?: string;
  readonly location?: Location;
  /** Other places that take part, such as the first of two duplicates. */
  readonly related?: readonly RelatedLocation[];
  /** What a finding is about: waivers name it, reports count by it. */
  readonly about?: Subject;
  /** Present when a waiver accepts the finding: kept for the record, left out of what people have to act on. */
  readonly waived?: Acceptance;
}

/** Why a finding is accepted, who answers for it, and the last day on which that holds. */
export interface Acceptance {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** Things of the workload, by their ids. */
export interface Subject {
  readonly persona?: string;
  readonly component?: string;
  readonly environment?: string;
}

export interface RelatedLocation {
  readonly message: string;
  readonly location: Location;
}
