import type { Diagnostic } from './diagnostic.ts';

/**
 * Orders diagnostics as a reader goes through the files: by file, then line and column, then code. Those without a
 * place come first. Stable, and independent of the locale of the machine.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.location?.file ?? '', b.location?.file ?? '') ||
      compareStart(a, b) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function compareStart(a: Diagnostic, b: Diagnostic): number {
  const start = a.location?.range?.start ?? { line: 0, column: 0 };
  const other = b.location?.range?.start ?? { line: 0, column: 0 };
  return start.line - other.line || start.column - other.column;
}

/** By UTF-16 code units: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
