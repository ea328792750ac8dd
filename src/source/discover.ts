import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Confinement, isInside } from './confine.ts';
import { FolderNotFound } from './folderNotFound.ts';
import { problem } from './problem.ts';
import { settingsFileName } from './projectRoot.ts';
import { confinementProblem, reasonOf } from './readText.ts';

/** The files of a workload, as absolute paths. Each list is in the order of the paths below the folder. */
export interface WorkloadFiles {
  /** Folder that paths in the workload are relative to. */
  readonly folder: string;
  /** `workload.yaml`, or the single file that the user named. */
  readonly workloadFile?: string;
  readonly personaFiles: readonly string[];
  /** Markdown below `rbac/`. */
  readonly rbacFiles: readonly string[];
  /** True when the user named a file rather than a folder: it may hold a workload or personas. */
  readonly single: boolean;
  /** Links that lead outside the root, folders that cannot be read. */
  readonly problems: readonly Diagnostic[];
}

/** Folders with a meaning of their own when the workload folder is also the project root. */
const projectFolders = new Set(['templates', 'themes', 'locales']);

/**
 * Finds the files of a workload below `folder`. Persona files are all `*.yaml` and `*.yml` except `workload.yaml`,
 * those below `rbac/`, names that begin with a dot, `node_modules`, and what `exclude` names.
 *
 * @param folder absolute path of a folder, or of a single YAML file
 * @param exclude absolute paths of folders to leave out, such as the output folder
 * @throws FolderNotFound
 */
export async function discoverFiles(
  confinement: Confinement,
  folder: string,
  exclude: readonly string[] = [],
): Promise<WorkloadFiles> {
  const real = await realFolder(folder);
  const single = !(await stat(real)).isDirectory();
  const base = single ? dirname(real) : real;
  if (!isInside(confinement.root, real)) {
    const file = confinement.fileOf(real);
    const problems = [confinementProblem({ status: 'outside' }, file, { file })];
    return { folder: base, personaFiles: [], rbacFiles: [], single, problems };
  }
  const walk = new Walk(confinement, new Set(await Promise.all(exclude.map(realOrSame))));
  const rbacFolder = join(base, 'rbac');
  const rbacFiles = await walk.files(rbacFolder, (name) => /\.(md|markdown)$/i.test(name));
  if (single) return { folder: base, workloadFile: real, personaFiles: [], rbacFiles, single, problems: walk.problems };

  for (const skipped of [
    rbacFolder,
    ...(base === confinement.root ? [...projectFolders].map((name) => join(base, name)) : []),
  ]) {
    walk.exclude.add(skipped);
  }
  const yaml = await walk.files(base, (name) => /\.ya?ml$/i.test(name));
  const workloadFile = yaml.find((path) => /^workload\.ya?ml$/i.test(relative(base, path)));
  const settings = join(confinement.root, settingsFileName);
  const personaFiles = yaml.filter((path) => path !== workloadFile && path !== settings);
  return {
    folder: base,
    ...(workloadFile === undefined ? {} : { workloadFile }),
    personaFiles,
    rbacFiles,
    single,
    problems: walk.problems,
  };
}

async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    throw new FolderNotFound(folder);
  }
}

class Walk {
  readonly exclude: Set<string>;
  readonly problems: Diagnostic[] = [];
  readonly #confinement: Confinement;

  constructor(confinement: Confinement, exclude: Set<string>) {
    this.#confinement = confinement;
    this.exclude = exclude;
  }

  /** Files below `folder` whose name is wanted, ordered by path; none when the folder does not exist. */
  async files(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
    const found: string[] = [];
    await this.#enter(folder, wanted, found, new Set());
    const key = (path: string): string => relative(folder, path).split(sep).join('/');
    return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  async #enter(
    folder: string,
    wanted: (name: string) => boolean,
    found: string[],
    above: ReadonlySet<string>,
  ): Promise<void> {
    if (this.exclude.has(folder)) return;
    let entries: Awaited<ReturnType<typeof readdirEntries>>;
    try {
      // A link to a folder above would be walked for ever.
      const real = await realpath(folder);
      if (above.has(real)) return;
      above = new Set(above).add(real);
      entries = await readdirEntries(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      const file = this.#confinement.fileOf(folder);
      this.problems.push(problem('SRC003', `the folder cannot be read: ${reasonOf(error)}`, { file }));
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      const folderHere = entry.isSymbolicLink()
        ? await this.#followsToFolder(path, wanted(entry.name))
        : entry.isDirectory();
      if (folderHere === undefined) continue;
      if (folderHere) await this.#enter(path, wanted, found, above);
      else if (wanted(entry.name)) found.push(path);
    }
  }

  /** Whether a symbolic link leads to a folder; undefined when it is not to be followed. */
  async #followsToFolder(path: string, wanted: boolean): Promise<boolean | undefined> {
    const confined = await this.#confinement.resolve(this.#confinement.root, path);
    if (confined.status === 'found') return (await stat(path)).isDirectory();
    // A link that nobody would have read is nobody's concern; a folder might hold personas.
    if (wanted || (await isFolder(path))) {
      const file = this.#confinement.fileOf(path);
      this.problems.push(confinementProblem(confined, file, { file }));
    }
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function realOrSame(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

function readdirEntries(folder: string) {
  return readdir(folder, { withFileTypes: true });
}
