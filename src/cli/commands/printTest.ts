import { relative } from 'node:path';
import { printTest } from '../../build/printTest.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { writeReport } from '../writeReport.ts';

export interface PrintTestFlags {
  readonly paper?: string;
  readonly out: string;
  readonly browser?: string;
}

/** `persona-deck print-test`: a sheet that tells how far the printer misses the back. */
export async function printTestCommand(terminal: Terminal, flags: PrintTestFlags): Promise<ExitCode> {
  const { out, ...options } = flags;
  const result = await printTest({
    ...options,
    cwd: terminal.cwd,
    signal: terminal.signal,
    onNotice: (message) => terminal.err(`${message}\n`),
  });
  if (result.status === 'refused') {
    reportDiagnostics(terminal, result, { severities: ['error', 'warning'] });
    return exitCode.problems;
  }
  const target = await writeReport(terminal.cwd, out, result.pdf);
  terminal.err(`Wrote ${relative(terminal.cwd, target)}: print it double-sided at 100 %, and do what it says\n`);
  return exitCode.done;
}
