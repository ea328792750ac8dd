import { lstat, mkdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './find.ts';

/** Folders to keep an unpacked browser in, the best first: the user's cache, then the temporary folder. */
export function cacheFolders(env: Environment): string[] {
  const xdg = env.XDG_CACHE_HOME;
  // The specification says to ignore a relative one.
  const cache = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache');
  return [join(cache, 'persona-deck'), temporaryCache()];
}

/**
 * Makes sure that `folder` exists and can be trusted with a program that we run. Anybody may create a folder of a known
 * name in the temporary folder, and would then decide what we start. Throws what `mkdir` throws.
 */
export async function claimCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (folder !== temporaryCache() || process.getuid === undefined) return;
  const { uid, mode } = await lstat(folder);
  const writableByOthers = (mode & 0o022) !== 0;
  if (uid !== process.getuid() || writableByOthers) throw new Error(`${folder} belongs to somebody else`);
}

function temporaryCache(): string {
  return join(tmpdir(), `persona-deck-${process.getuid?.() ?? 'user'}`);
}
