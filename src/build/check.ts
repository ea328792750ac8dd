import { runChecks } from '../checks/runChecks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { readProject } from './project.ts';

/** Problems of the input, or, when it can be built, the findings of the checks. Throws `FolderNotFound`. */
export async function checkWorkload(
  cwd: string,
  folder?: string,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] }> {
  const { workload, diagnostics, files } = await readProject(cwd, folder);
  return { diagnostics: workload === undefined ? diagnostics : [...diagnostics, ...runChecks(workload)], files };
}
