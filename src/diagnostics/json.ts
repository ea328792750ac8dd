import type { Diagnostic, Severity } from './diagnostic.ts';

/** How many diagnostics there are of each severity that no waiver accepts, and how many are accepted. */
function counted(diagnostics: readonly Diagnostic[]): Record<Severity | 'waived', number> {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const { severity, waived } of diagnostics) counts[waived === undefined ? severity : 'waived'] += 1;
  return counts;
}

/**
 * `{"diagnostics": [...], "counts": {"error": 0, "warning": 0, "info": 0, "waived": 0}}`, indented, with a final
 * newline.
 */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics, counts: counted(diagnostics) }, null, 2)}\n`;
}
