import type { DescribedRule } from './described.ts';
import type { Diagnostic, Location, Severity } from './diagnostic.ts';
import { plainLine } from './plainLine.ts';

export interface GithubOptions {
  /** Their titles stand above the annotations. */
  readonly rules?: readonly DescribedRule[];
  /** Path of the project root in the repository, such as `docs/personas`; empty when it is the repository's. */
  readonly root?: string;
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, one a line: a job that prints them annotates the lines of a pull request. */
export function formatGithub(
  diagnostics: readonly Diagnostic[],
  { rules = [], root = '' }: GithubOptions = {},
): string {
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  return diagnostics
    .filter(({ waived }) => waived === undefined)
    .map(({ code, severity, message, hint, location }) => {
      const title = [code, titles.get(code)].filter(Boolean).join(' ');
      const properties = [...placeOf(location, root), `title=${property(title)}`].join(',');
      return `::${commands[severity]} ${properties}::${data([message, hint].filter(Boolean).join('\n'))}\n`;
    })
    .join('');
}

/** Columns are only understood within one line; the last one is part of the range. */
function placeOf(location: Location | undefined, root: string): string[] {
  if (location === undefined) return [];
  const file = `file=${property(root === '' ? location.file : `${root}/${location.file}`)}`;
  if (location.range === undefined) return [file];
  const { start, end } = location.range;
  const lines = [file, `line=${start.line}`, `endLine=${end.line}`];
  if (start.line !== end.line) return lines;
  return [...lines, `col=${start.column}`, `endColumn=${Math.max(start.column, end.column - 1)}`];
}

/** Text after the second `::`. What could end the command is escaped; what a terminal would obey is taken out. */
function data(text: string): string {
  return plainLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** The value of a property, in which `:` and `,` have a meaning too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
