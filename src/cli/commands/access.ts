import { accessMatrix } from '../../access/matrix.ts';
import { type AccessQuestion, queryAccess } from '../../access/query.ts';
import { readProject } from '../../build/project.ts';
import { UsageError } from '../../build/usageError.ts';
import type { Power } from '../../roles/model.ts';
import type { Workload } from '../../workload/model.ts';
import { legend, matrixJson, matrixTable } from '../access/accessMatrixTable.ts';
import { remarksOn, unreadCells, unreadRemark } from '../access/accessRemarks.ts';
import { accessJson, accessTable } from '../access/accessRows.ts';
import { type AskedNames, idsOf } from '../access/askedNames.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander gives them; it refuses those that do not go together. */
export interface AccessFlags extends AskedNames {
  readonly can?: Power;
  readonly standing?: boolean;
  readonly eligible?: boolean;
  readonly identities?: boolean;
  readonly matrix?: boolean;
  readonly json?: boolean;
}

/** `persona-deck access`: who may do what, from the access tables. The answer goes to stdout, remarks to stderr. */
export async function accessCommand(
  terminal: Terminal,
  folder: string | undefined,
  flags: AccessFlags,
): Promise<ExitCode> {
  const { workload, diagnostics, files } = await readProject(terminal.cwd, folder);
  if (workload === undefined) {
    reportDiagnostics(terminal, { diagnostics, files }, { severities: ['error', 'warning', 'info'] });
    return exitCode.problems;
  }
  const question: AccessQuestion = {
    ...idsOf(workload, flags),
    ...(flags.can === undefined ? {} : { power: flags.can }),
    ...(flags.standing === true ? { assignment: 'standing' } : {}),
    ...(flags.eligible === true ? { assignment: 'eligible' } : {}),
    ...(flags.identities === true ? { includeIdentities: true } : {}),
  };
  if (flags.matrix === true) showMatrix(terminal, workload, question, flags.json === true);
  else showRows(terminal, workload, question, flags.json === true);
  return exitCode.done;
}

function showRows(terminal: Terminal, workload: Workload, question: AccessQuestion, json: boolean): void {
  const answer = queryAccess(workload, question);
  terminal.out(json ? accessJson(answer, question, unreadCells(workload.rbacIssues)) : accessTable(answer, question));
  for (const remark of remarksOn(workload, question, answer)) terminal.err(`${remark}\n`);
}

function showMatrix(terminal: Terminal, workload: Workload, question: AccessQuestion, json: boolean): void {
  const environment =
    workload.environments.find(({ id }) => id === question.environment) ??
    (workload.environments.length === 1 ? workload.environments[0] : undefined);
  if (environment === undefined) {
    const names = workload.environments.map(({ name }) => name).join(', ');
    throw new UsageError('A matrix is about one environment', `name it with --environment: ${names}`);
  }
  const matrix = accessMatrix(workload, environment);
  terminal.out(json ? matrixJson(matrix, question) : matrixTable(matrix, question));
  if (!json) terminal.err(`${legend}\n`);
  for (const remark of unreadRemark(workload.rbacIssues)) terminal.err(`${remark}\n`);
}
