import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { ansiPalette, plainPalette } from '../diagnostics/palette.ts';
import { formatPretty } from '../diagnostics/pretty.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Terminal } from './terminal.ts';

/** What to show of a report; the count below it is always of all. */
export interface ReportLimits {
  /** Severities to show. */
  readonly severities: readonly Severity[];
  /** Beginnings of codes that are shown whatever their severity and number. */
  readonly always?: readonly string[];
  /** Most diagnostics to show; default: all. Problems are never held back. */
  readonly most?: number;
  /** Where the rest can be read; said when something was held back. */
  readonly more?: string;
}

/** Diagnostics for people, by file and line, then how many there are of each severity and how many are waived. */
export function reportDiagnostics(
  terminal: Pick<Terminal, 'err' | 'color'>,
  { diagnostics: all, files }: { readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] },
  { severities, always = [], most = Number.POSITIVE_INFINITY, more }: ReportLimits,
): void {
  const diagnostics = all.filter(({ waived }) => waived === undefined);
  const isNamed = ({ code }: Diagnostic): boolean => always.some((start) => code.startsWith(start));
  const wanted = sortDiagnostics(diagnostics.filter((each) => severities.includes(each.severity) && !isNamed(each)));
  const problems = wanted.filter(({ kind }) => kind === 'problem');
  const shown = problems.length > 0 ? problems : [...wanted.slice(0, most), ...diagnostics.filter(isNamed)];
  const sources = new Map(files.map(({ file, text }) => [file, text]));
  const palette = terminal.color ? ansiPalette : plainPalette;
  if (shown.length > 0) terminal.err(`${formatPretty(shown, { sources, palette })}\n`);
  const hint = more !== undefined && shown.length < diagnostics.length ? ` (${more})` : '';
  if (diagnostics.length > 0) terminal.err(`${countLine(diagnostics)}${hint}\n`);
  const waived = all.length - diagnostics.length;
  if (waived > 0) terminal.err(`${waived} waived: accepted for a time in workload.yaml\n`);
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const words: readonly [Severity, string, string][] = [
    ['error', 'error', 'errors'],
    ['warning', 'warning', 'warnings'],
    ['info', 'note', 'notes'],
  ];
  return words
    .map(([severity, one, many]) => {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
    })
    .filter((part) => part !== '')
    .join(', ');
}
