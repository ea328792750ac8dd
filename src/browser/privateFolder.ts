import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder in the temporary one that only this user can read. Remove it with `removePrivateFolder`. */
export async function createPrivateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'persona-deck-'));
}

/** Retries, because a browser that was just ended may still write its font cache. */
export async function removePrivateFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Lends a private folder for as long as `use` takes. */
export async function withPrivateFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await createPrivateFolder();
  try {
    return await use(folder);
  } finally {
    await removePrivateFolder(folder);
  }
}
