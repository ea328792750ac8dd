import { relative } from 'node:path';
import { preflightFiles, type PreflightReport } from '../../build/preflightFiles.ts';
import { shops } from '../../design/shops.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../textTable.ts';

export interface PreflightFlags {
  readonly shop?: readonly string[];
  readonly card?: string;
  readonly orientation?: string;
  readonly pdfx?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** `persona-deck preflight`: whether files are as print services ask for, with what was measured. */
export async function preflightCommand(
  terminal: Terminal,
  path: string | undefined,
  flags: PreflightFlags,
): Promise<ExitCode> {
  const { shop, json, ...options } = flags;
  const result = await preflightFiles({
    ...options,
    cwd: terminal.cwd,
    ...(path === undefined ? {} : { path }),
    ...(shop === undefined ? {} : { shops: shop }),
  });
  if (result.status === 'refused') {
    reportDiagnostics(terminal, result, { severities: ['error', 'warning'] });
    return exitCode.problems;
  }
  const { reports } = result;
  terminal.out(
    json === true
      ? `${JSON.stringify({ reports }, undefined, 2)}\n`
      : reports.map((one) => table(one, terminal)).join('\n'),
  );
  const failed = reports.flatMap(({ requirements }) => requirements.filter(({ met }) => met === 'no'));
  if (json !== true) terminal.err(`${verdict(failed.length, reports)}\n`);
  return failed.length > 0 ? exitCode.problems : exitCode.done;
}

const words = { yes: 'yes', no: 'NO', unknown: '?' } as const;

function table({ shop, path, requirements }: PreflightReport, { cwd }: Terminal): string {
  const title = shops.find(({ name }) => name === shop)?.title ?? shop;
  const rows = requirements.map(({ name, wanted, measured, met, where }) => [
    words[met],
    name,
    wanted,
    measured,
    where ?? '',
  ]);
  return `${title}: ${relative(cwd, path) || '.'}\n${textTable(['Met', 'Requirement', 'Wanted', 'Measured', 'Where'], rows)}`;
}

function verdict(failed: number, reports: readonly PreflightReport[]): string {
  const all = reports.flatMap(({ requirements }) => requirements);
  const open = all.filter(({ met }) => met === 'unknown').length;
  const rest = open === 0 ? '' : `, ${open} could not be measured`;
  return failed === 0
    ? `No requirement is missed${rest}`
    : `${failed} of ${all.length} requirements are not met${rest}`;
}
