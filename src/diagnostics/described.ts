import type { Severity } from './diagnostic.ts';

/** What formats for machines say of the rule behind a code. */
export interface DescribedRule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly area: string;
  readonly source: string;
  readonly why: string;
  readonly fix: string;
}
