import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSettings } from '../schema/readSettings.ts';
import type { Settings } from '../schema/settings.ts';
import { FolderNotFound } from '../source/folderNotFound.ts';
import { fileExists, findProjectRoot } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Workload } from '../workload/model.ts';
import { readWorkload } from '../workload/readWorkload.ts';

/** A project as it was read. */
export interface Project {
  /** Absolute path of the project root. */
  readonly root: string;
  /** Absolute path of the folder that is built into. */
  readonly out: string;
  readonly settings: Settings;
  /** Absent when there are problems: then `diagnostics` has them. */
  readonly workload?: Workload;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
  /** Files that every artifact depends on, relative to the root. */
  readonly sharedSources: readonly string[];
}

/**
 * Reads settings and workload. `folder` and `out` are as written on the command line, so relative to `cwd`; the same
 * keys of the settings are relative to the project root. Throws `FolderNotFound`.
 */
export async function readProject(cwd: string, folder?: string, out?: string): Promise<Project> {
  const named = folder === undefined ? undefined : resolve(cwd, folder);
  if (named !== undefined && !(await fileExists(named))) throw new FolderNotFound(folder as string);
  const root = await findProjectRoot(cwd, named);
  const reading = await readSettings(root);
  const settings = reading.settings ?? {};
  const target = out === undefined ? resolve(root, settings.out ?? 'out') : resolve(cwd, out);
  const base = { root, out: target, settings, sharedSources: [] };
  if (reading.settings === undefined) return { ...base, diagnostics: reading.diagnostics, files: reading.files };
  const workloadFolder = named ?? resolve(root, settings.workload ?? 'personas');
  if (!(await fileExists(workloadFolder))) throw new FolderNotFound(settings.workload ?? 'personas');
  const { workload, diagnostics, files } = await readWorkload({
    root,
    folder: workloadFolder,
    exclude: [target],
    ...(settings.language === undefined ? {} : { language: settings.language }),
  });
  return {
    ...base,
    ...(workload === undefined ? {} : { workload }),
    diagnostics,
    files: [...reading.files, ...files],
    sharedSources: [...reading.files, ...files].map(({ file }) => file).filter(isShared),
  };
}

const isShared = (file: string): boolean => /(^|\/)(persona-deck|workload)\.ya?ml$/i.test(file);
