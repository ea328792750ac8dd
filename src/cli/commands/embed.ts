import { planEmbed, writeEmbedded } from '../../build/embed.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

export interface EmbedFlags {
  readonly folder?: string;
  readonly out?: string;
  readonly linkBase?: string;
  /** Write nothing; say whether something would change. */
  readonly check?: boolean;
}

/** `persona-deck embed`: fills the marked parts of pages that people wrote; paths of changed pages go to stdout. */
export async function embedCommand(terminal: Terminal, pages: readonly string[], flags: EmbedFlags): Promise<ExitCode> {
  const { check = false, ...choices } = flags;
  const plan = await planEmbed({ ...choices, cwd: terminal.cwd, pages });
  if (plan.diagnostics.length > 0) {
    reportDiagnostics(terminal, plan, { severities: ['error', 'warning', 'info'] });
    terminal.err('Nothing was written.\n');
    return exitCode.problems;
  }
  for (const { named } of plan.changed) terminal.out(`${named}\n`);
  if (check) {
    terminal.err(plan.changed.length === 0 ? 'All parts are up to date.\n' : 'These pages are out of date.\n');
    return plan.changed.length === 0 ? exitCode.done : exitCode.problems;
  }
  const held = await writeEmbedded(plan.changed);
  for (const { path } of held) {
    terminal.err(`${path} is open in another program and was not replaced: close it there and embed again.\n`);
  }
  terminal.err(
    plan.changed.length === 0 ? 'All parts were up to date.\n' : `Filled ${plan.changed.length} of ${pages.length}.\n`,
  );
  return held.length > 0 ? exitCode.environment : exitCode.done;
}
