import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside } from './confine.ts';
import { FolderNotFound } from './folderNotFound.ts';

/** Name of the build settings; the folder that holds it is the project root. */
export const settingsFileName = 'persona-deck.yaml';

/**
 * Finds the project root, below which everything is read.
 *
 * 1. The nearest ancestor of the workload folder that holds `persona-deck.yaml`, the folder itself included.
 * 2. Else the current folder, when the workload folder lies in it.
 * 3. Else the workload folder.
 *
 * Without a workload folder, the same with the current folder in its place.
 *
 * @param folder absolute path of the workload folder, or of a single workload file
 * @returns the real path, free of symbolic links
 * @throws FolderNotFound when `folder` does not exist
 */
export async function findProjectRoot(cwd: string, folder?: string): Promise<string> {
  const here = await realpath(cwd);
  const start = folder === undefined ? here : await folderOf(folder);
  for (let current = start; ; current = dirname(current)) {
    if (await fileExists(join(current, settingsFileName))) return current;
    if (dirname(current) === current) break;
  }
  return isInside(here, start) ? here : start;
}

/** Real path of the folder, or of the folder around the file. */
async function folderOf(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : dirname(real);
  } catch {
    throw new FolderNotFound(path);
  }
}

/** Whether there is something at an absolute path that may be looked at. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
