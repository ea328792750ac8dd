import { planRbac, writeRbac } from '../../build/newRbac.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** `persona-deck new rbac`: writes the RBAC files that are missing, to be filled in; the paths go to stdout. */
export async function newRbacCommand(
  terminal: Terminal,
  folder: string | undefined,
  flags: { readonly only?: readonly string[]; readonly dryRun?: boolean },
): Promise<ExitCode> {
  const plan = await planRbac(terminal.cwd, folder, flags);
  const { drafts, taken, diagnostics } = plan;
  if (diagnostics.length > 0) {
    reportDiagnostics(terminal, plan, { severities: ['error', 'warning', 'info'] });
    terminal.err('Nothing was written.\n');
    return exitCode.problems;
  }
  for (const path of taken) terminal.err(`${path} is left as it is: something is there that is no RBAC file\n`);
  if (drafts.length === 0) {
    if (taken.length === 0) terminal.err('Every component on a card has an RBAC file.\n');
    return exitCode.done;
  }
  if (!flags.dryRun) await writeRbac(plan);
  for (const { path } of drafts) terminal.out(`${path}\n`);
  const files = drafts.length === 1 ? '1 file' : `${drafts.length} files`;
  terminal.err(
    flags.dryRun
      ? `Would write ${files}\n`
      : `Wrote ${files}. Fill in the roles; \`persona-deck check\` says which are open.\n`,
  );
  return exitCode.done;
}
