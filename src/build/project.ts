import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSettings, type SettingsReading } from '../schema/readSettings.ts';
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

/** Where a project is, and how it is set, before its workload is read. */
export interface FoundProject extends Pick<Project, 'root' | 'out'> {
  /** Folder of the workload, or its one file, as named on the command line. Absolute. */
  readonly named?: string;
  readonly reading: SettingsReading;
  /** Those read; none when they cannot be. */
  readonly settings: Settings;
}

/**
 * Finds a project and reads its settings. `folder` and `out` are as written on the command line, so relative to `cwd`;
 * the same keys of the settings are relative to the project root. Throws `FolderNotFound`.
 */
export async function findProject(cwd: string, folder?: string, out?: string): Promise<FoundProject> {
  const named = folder === undefined ? undefined : resolve(cwd, folder);
  if (named !== undefined && !(await fileExists(named))) throw new FolderNotFound(folder as string);
  const root = await findProjectRoot(cwd, named);
  const reading = await readSettings(root);
  const settings = reading.settings ?? {};
  const target = out === undefined ? resolve(root, settings.out ?? 'out') : resolve(cwd, out);
  return { root, out: target, reading, settings, ...(named === undefined ? {} : { named }) };
}

/** Reads the workload of a project. Throws `FolderNotFound`. */
export async function readFound({ root, out, named, reading, settings }: FoundProject): Promise<Project> {
  const base = { root, out, settings, sharedSources: [] };
  if (reading.settings === undefined) return { ...base, diagnostics: reading.diagnostics, files: reading.files };
  const workloadFolder = named ?? resolve(root, settings.workload ?? 'personas');
  if (!(await fileExists(workloadFolder))) throw new FolderNotFound(settings.workload ?? 'personas');
  const { workload, diagnostics, files } = await readWorkload({
    root,
    folder: workloadFolder,
    exclude: [out],
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

/** Finds and reads a project: see `findProject`. */
export async function readProject(cwd: string, folder?: string, out?: string): Promise<Project> {
  return readFound(await findProject(cwd, folder, out));
}

const isShared = (file: string): boolean => /(^|\/)(persona-deck|workload)\.ya?ml$/i.test(file);
