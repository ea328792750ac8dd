import { relative } from 'node:path';
import { build } from '../../build/build.ts';
import type { BuildOptions, BuildResult } from '../../build/model.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { showProgress } from '../progress.ts';
import { reprintText } from '../reprintText.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander gives them. */
export interface BuildFlags {
  readonly only?: readonly string[];
  readonly persona?: readonly string[];
  readonly theme?: string;
  readonly template?: string;
  readonly out?: string;
  readonly card?: string;
  readonly orientation?: string;
  readonly paper?: string;
  readonly stock?: string;
  readonly proof?: boolean;
  readonly shop?: readonly string[];
  readonly wiki?: readonly string[];
  readonly pdfx?: boolean;
  readonly scale?: string;
  readonly linkBase?: string;
  readonly changedSince?: string;
  readonly browser?: string;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A build is about what it builds: the most telling findings, and where to read all of them. */
const shown = {
  severities: ['error', 'warning'],
  // What became of a company's template, of codes that were asked for, and of what people wrote, is nowhere else to be read.
  always: ['TPL', 'PRT901', 'WIK'],
  most: 10,
  more: '--json lists them all',
} as const;

/** `persona-deck build`: builds, says what came of it, answers with the exit code. */
export async function buildCommand(
  terminal: Terminal,
  folder: string | undefined,
  flags: BuildFlags,
): Promise<ExitCode> {
  const progress = showProgress(flags.quiet ? { ...terminal, interactive: false, err: () => undefined } : terminal);
  let result: BuildResult;
  try {
    result = await build(optionsOf(terminal, folder, flags, progress.onEvent));
  } finally {
    progress.end();
  }
  if (flags.json) terminal.out(`${JSON.stringify(jsonOf(result), undefined, 2)}\n`);
  else if (result.status === 'refused' || !flags.quiet) reportDiagnostics(terminal, result, shown);
  if (result.status === 'refused') {
    terminal.err('Nothing was built; what was there before is as it was.\n');
    return exitCode.problems;
  }
  if (!flags.quiet) {
    terminal.err(summaryOf(result, terminal.cwd));
    if (result.reprint !== undefined) terminal.err(reprintText(result.reprint, flags.changedSince ?? ''));
  }
  for (const { path } of result.held) {
    terminal.err(`${path} is open in another program and was not replaced: close it there and build again.\n`);
  }
  return result.held.length > 0 ? exitCode.environment : exitCode.done;
}

function optionsOf(
  terminal: Terminal,
  folder: string | undefined,
  flags: BuildFlags,
  onEvent: NonNullable<BuildOptions['onEvent']>,
): BuildOptions {
  const { only, persona, shop, wiki, json: _json, quiet: _quiet, ...rest } = flags;
  return {
    ...rest,
    ...(folder === undefined ? {} : { folder }),
    ...(only === undefined ? {} : { outputs: only }),
    ...(persona === undefined ? {} : { personas: persona }),
    ...(shop === undefined ? {} : { shops: shop }),
    ...(wiki === undefined ? {} : { wikis: wiki }),
    cwd: terminal.cwd,
    signal: terminal.signal,
    onEvent,
  };
}

function summaryOf(result: Extract<BuildResult, { status: 'built' }>, cwd: string): string {
  const { written, fresh, removed, out } = result;
  const place = relative(cwd, out) || '.';
  const parts = [
    written.length === 0
      ? `Nothing to do: ${count(fresh.length, 'file')} in ${place}/ up to date`
      : `Built ${count(written.length, 'file')} in ${place}/`,
    ...(written.length > 0 && fresh.length > 0 ? [`${fresh.length} were up to date`] : []),
    ...(removed.length > 0 ? [`${removed.length} no longer made were removed`] : []),
  ];
  return `${parts.join(', ')}\n`;
}

const count = (number: number, what: string): string => `${number} ${number === 1 ? what : `${what}s`}`;

function jsonOf(result: BuildResult): object {
  const { files: _files, ...rest } = result;
  return rest;
}
