import { CommanderError } from 'commander';
import { type ExitCode, exitCode } from './exitCodes.ts';
import { explain } from './failures.ts';
import { version } from '../build/package.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs the command line and returns the exit code. What the user can mend is said in a line or two; a fault of our own
 * is thrown, so that its stack shows.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const program = createProgram(terminal, version, (answer) => {
    code = answer;
  });
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return exitCode.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
    if (terminal.signal.aborted) {
      terminal.err('Interrupted; what was built before is as it was.\n');
      return exitCode.interrupted;
    }
    const failure = await explain(error);
    if (failure === undefined) throw error;
    terminal.err(failure.text);
    return failure.code;
  }
}
