import { relative } from 'node:path';
import { type CheckResult, checkWorkload } from '../../build/check.ts';
import { UsageError } from '../../build/usageError.ts';
import { assess } from '../../checks/assessment/assess.ts';
import { rules } from '../../checks/runChecks.ts';
import { assessmentMarkdown } from '../../outputs/markdown/assessment.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { formatForMachines, isMachineFormat } from '../machineFormats.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { writeReport } from '../writeReport.ts';

/** Options as commander gives them; `report` is true without a file. */
export interface CheckFlags {
  readonly format?: string;
  readonly strict?: boolean;
  readonly report?: string | true;
}

const explained =
  'What each check means: docs/checks/README.md of persona-deck. On one page: persona-deck check --report\n';

/** `persona-deck check`: problems and findings, nothing built, no browser. */
export async function checkCommand(
  terminal: Terminal,
  folder: string | undefined,
  flags: CheckFlags,
): Promise<ExitCode> {
  refuseReport(flags);
  const result = await checkWorkload(terminal.cwd, folder, { today: localDay(new Date()) });
  const counting = result.diagnostics.filter(({ waived }) => waived === undefined);
  if (isMachineFormat(flags.format)) terminal.out(formatForMachines(result, flags.format));
  // JSON and SARIF count for themselves.
  if (flags.format !== 'json' && flags.format !== 'sarif') say(terminal, result, flags);
  if (flags.report !== undefined) await report(terminal, result, flags.report);
  const fails = counting.some(
    ({ severity }) => severity === 'error' || (flags.strict === true && severity === 'warning'),
  );
  return fails ? exitCode.problems : exitCode.done;
}

/** What people read: all of it, or its numbers where a page or annotations say the rest. */
function say(terminal: Terminal, result: CheckResult, { format, report: file }: CheckFlags): void {
  const listed = format !== 'github' && (file !== true || result.workload === undefined);
  reportDiagnostics(terminal, result, { severities: listed ? ['error', 'warning', 'info'] : [] });
  if (result.diagnostics.length === 0) terminal.err('Nothing found.\n');
  const findings = result.diagnostics.some(({ kind, waived }) => kind === 'finding' && waived === undefined);
  if (listed && findings) terminal.err(explained);
}

/** A page is only ever written into markdown, so that a slip overwrites no persona. */
function refuseReport({ format, report: file }: CheckFlags): void {
  if (file === true && isMachineFormat(format)) {
    throw new UsageError(`--report and --format ${format} would both write to stdout`, 'give --report a file');
  }
  if (typeof file === 'string' && !/\.(md|markdown)$/i.test(file)) {
    throw new UsageError(
      `--report writes markdown, and ${file} does not end in .md`,
      `the workload folder goes before it: persona-deck check ${file} --report`,
    );
  }
}

/** The assessment as a page. There is none of a workload that cannot be read. */
async function report(terminal: Terminal, result: CheckResult, file: string | true): Promise<void> {
  if (result.workload === undefined) {
    terminal.err('No report was written: the problems have to be mended first.\n');
    return;
  }
  const { workload, diagnostics, day } = result;
  const page = assessmentMarkdown(assess(workload, diagnostics, { rules, ...(day === undefined ? {} : { day }) }));
  if (file === true) {
    terminal.out(page);
    return;
  }
  const written = await writeReport(terminal.cwd, file, page);
  terminal.err(`Report written to ${relative(terminal.cwd, written)}\n`);
}

/** The day where the user is: `2027-06-30`. */
function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
