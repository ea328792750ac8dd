import { runChecks } from '../checks/runChecks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Workload } from '../workload/model.ts';
import { judgedOn } from './judgedOn.ts';
import { readProject } from './project.ts';
import { waive } from './waive.ts';

export interface CheckOptions {
  /** Day on which waivers are judged unless the settings or SOURCE_DATE_EPOCH name one: `2027-06-30`. */
  readonly today?: string;
}

export interface CheckResult {
  /** Absolute path of the project root: places of diagnostics are relative to it. */
  readonly root: string;
  /** Absent when there are problems. */
  readonly workload?: Workload;
  /** Problems of the input, or, when it can be built, the findings; those that a waiver accepts are marked. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
  /** Day on which waivers were judged; without it none has expired. */
  readonly day?: string;
}

/** Reads a workload and runs the checks; nothing is built, no browser is needed. Throws `FolderNotFound`. */
export async function checkWorkload(cwd: string, folder?: string, { today }: CheckOptions = {}): Promise<CheckResult> {
  const { root, settings, workload, diagnostics, files } = await readProject(cwd, folder);
  if (workload === undefined) return { root, diagnostics, files };
  const day = judgedOn(settings) ?? today;
  return {
    root,
    workload,
    diagnostics: waive([...diagnostics, ...runChecks(workload)], workload, day),
    files,
    ...(day === undefined ? {} : { day }),
  };
}
