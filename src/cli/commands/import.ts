import {
  type ImportedFile,
  type ImportOptions,
  type ImportPlan,
  planImport,
  writeImport,
} from '../../build/importPersonas.ts';
import { displayWidth } from '../../diagnostics/displayWidth.ts';
import { plainLine } from '../../diagnostics/plainLine.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander gives them. */
export interface ImportFlags {
  readonly into?: string;
  readonly separator?: string;
  readonly sheet?: string;
  readonly map?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** More files than these are counted, not listed. */
const shownFiles = 20;

/** `persona-deck import`: shows what each column is read as, asks, and writes a YAML file a row. */
export async function importCommand(terminal: Terminal, file: string, flags: ImportFlags): Promise<ExitCode> {
  const plan = await planImport(optionsOf(terminal.cwd, file, flags));
  terminal.err(mappingOf(plan));
  const status = await settle(terminal, plan, flags);
  if (flags.json) terminal.out(`${JSON.stringify(jsonOf(plan, status), undefined, 2)}\n`);
  return exitCodes[status];
}

type Status = 'written' | 'planned' | 'declined' | 'unasked' | 'refused' | 'held';

const exitCodes: Readonly<Record<Status, ExitCode>> = {
  written: exitCode.done,
  planned: exitCode.done,
  declined: exitCode.done,
  unasked: exitCode.usage,
  refused: exitCode.problems,
  held: exitCode.environment,
};

/** Does what is to be done, says so, and answers what it was. */
async function settle(terminal: Terminal, plan: ImportPlan, flags: ImportFlags): Promise<Status> {
  const { diagnostics, sources, files } = plan;
  if (diagnostics.length > 0) {
    reportDiagnostics(terminal, { diagnostics, files: sources }, { severities: ['error', 'warning', 'info'] });
    terminal.err('Nothing was written.\n');
    return 'refused';
  }
  terminal.err(listOf(files, flags.dryRun === true ? 'Would write' : 'To write'));
  if (flags.dryRun) return 'planned';
  if (!flags.yes) {
    if (terminal.confirm === undefined) {
      terminal.err(
        'Nothing was written: nobody is there to confirm it.\n  --yes writes the files, --dry-run only shows them\n',
      );
      return 'unasked';
    }
    if (!(await terminal.confirm(`Write ${count(files)}?`))) {
      terminal.err('Nothing was written.\n');
      return 'declined';
    }
  }
  const held = await writeImport(plan);
  terminal.err(`Wrote ${count(files.slice(held.length))}\n`);
  for (const { path } of held) {
    terminal.err(`${path} is open in another program and was not replaced: close it there and import again.\n`);
  }
  return held.length > 0 ? 'held' : 'written';
}

function optionsOf(cwd: string, file: string, flags: ImportFlags): ImportOptions {
  const { yes: _yes, dryRun: _dryRun, json: _json, ...rest } = flags;
  return { ...rest, cwd, file };
}

/** A line for each column: what it is read as, or why it is left out. */
function mappingOf({ table, match }: ImportPlan): string {
  if (match === undefined) return '';
  const rows = [
    ...match.columns.map(({ header, key }) => [header, key]),
    ...match.left.map(({ header, reason }) => [header, `left out (${reason})`]),
  ].map(([header = '', meaning = '']) => [plainLine(header), plainLine(meaning)] as const);
  const width = Math.max(0, ...rows.map(([header]) => displayWidth(header)));
  return `Columns of ${plainLine(table)}:\n${rows.map(([header, meaning]) => `  ${header}${' '.repeat(width - displayWidth(header))}  ${meaning}\n`).join('')}\n`;
}

function listOf(files: readonly ImportedFile[], verb: string): string {
  const lines = files
    .slice(0, shownFiles)
    .map(({ path, replaces }) => `  ${plainLine(path)}${replaces ? ' (overwrites)' : ''}\n`);
  const more = files.length > shownFiles ? `  and ${files.length - shownFiles} more\n` : '';
  return `${verb} ${count(files)}:\n${lines.join('')}${more}`;
}

const count = (files: readonly unknown[]): string => `${files.length} ${files.length === 1 ? 'file' : 'files'}`;

function jsonOf({ table, match, files, diagnostics }: ImportPlan, status: Status): object {
  return {
    status,
    table,
    columns: match?.columns ?? [],
    leftOut: match?.left ?? [],
    files: files.map(({ text: _text, ...file }) => file),
    diagnostics,
  };
}
