import { isAbsolute, relative, sep } from 'node:path';
import type { CheckResult } from '../build/check.ts';
import { rules } from '../checks/runChecks.ts';
import { formatGithub } from '../diagnostics/github.ts';
import { formatJson } from '../diagnostics/json.ts';
import { formatSarif } from '../diagnostics/sarif.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { version } from '../build/package.ts';

/** Formats of `check` that go to stdout, by name. */
const formats = {
  json: ({ diagnostics }: CheckResult): string => formatJson(diagnostics),
  sarif: ({ diagnostics, root }: CheckResult): string =>
    formatSarif(diagnostics, { version, rules, root: pathInRepository(root) }),
  github: ({ diagnostics, root }: CheckResult): string =>
    formatGithub(diagnostics, { rules, root: pathInRepository(root) }),
};

export type MachineFormat = keyof typeof formats;

export const isMachineFormat = (name: string | undefined): name is MachineFormat =>
  name !== undefined && Object.hasOwn(formats, name);

export function formatForMachines(result: CheckResult, format: MachineFormat): string {
  return formats[format]({ ...result, diagnostics: sortDiagnostics(result.diagnostics) });
}

/** The project root below the folder that a GitHub job has checked out; empty when that is the root, or unknown. */
function pathInRepository(root: string): string {
  const checkout = process.env['GITHUB_WORKSPACE'];
  if (checkout === undefined || checkout === '') return '';
  const path = relative(checkout, root);
  return path.startsWith('..') || isAbsolute(path) ? '' : path.split(sep).join('/');
}
