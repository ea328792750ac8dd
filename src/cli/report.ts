import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { ansiPalette, plainPalette } from '../diagnostics/palette.ts';
import { formatPretty } from '../diagnostics/pretty.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Terminal } from './terminal.ts';

/** Diagnostics for people, then how many there were of each severity. Quiet leaves out what is no error. */
export function reportDiagnostics(
  terminal: Pick<Terminal, 'err' | 'color'>,
  { diagnostics, files }: { readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] },
  quiet: boolean,
): void {
  const shown = sortDiagnostics(quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics);
  if (shown.length === 0) return;
  const sources = new Map(files.map(({ file, text }) => [file, text]));
  const palette = terminal.color ? ansiPalette : plainPalette;
  terminal.err(`${formatPretty(shown, { sources, palette })}\n${countLine(shown)}\n`);
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
