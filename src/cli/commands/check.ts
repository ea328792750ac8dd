import { checkWorkload } from '../../build/check.ts';
import { formatJson } from '../../diagnostics/json.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** `persona-deck check`: problems and findings, nothing built, no browser. */
export async function checkCommand(
  terminal: Terminal,
  folder: string | undefined,
  flags: { readonly format?: string; readonly strict?: boolean },
): Promise<ExitCode> {
  const result = await checkWorkload(terminal.cwd, folder);
  const { diagnostics } = result;
  if (flags.format === 'json') terminal.out(formatJson(sortDiagnostics(diagnostics)));
  else reportDiagnostics(terminal, result, { severities: ['error', 'warning', 'info'] });
  if (diagnostics.length === 0 && flags.format !== 'json') terminal.err('Nothing found.\n');
  const fails = diagnostics.some(
    ({ severity }) => severity === 'error' || (flags.strict === true && severity === 'warning'),
  );
  return fails ? exitCode.problems : exitCode.done;
}
