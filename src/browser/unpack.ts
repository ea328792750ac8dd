import { createReadStream, createWriteStream, existsSync, type ReadStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type BrotliDecompress, createBrotliDecompress } from 'node:zlib';
import { cacheFolders, claimCacheFolder } from './cacheFolder.ts';
import type { EmbeddedPackage } from './embedded.ts';
import type { Environment } from './find.ts';

export interface UnpackedBrowser {
  readonly executable: string;
  /** Folder of shared libraries that a bare system lacks (nss, nspr, expat). */
  readonly libraries: string;
}

export interface UnpackOptions {
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/**
 * Gives the embedded browser as files, unpacking it when this version is not in a cache folder yet: 200 MB, two
 * seconds. The package's own unpacking writes to a fixed name in the temporary folder, so that a second process starts
 * half a browser; here it goes to a folder of its own that is renamed when complete.
 *
 * Throws an error with one line a cache folder when none can hold it; the signal's reason when aborted.
 */
export async function unpackEmbedded(embedded: EmbeddedPackage, options: UnpackOptions): Promise<UnpackedBrowser> {
  const failures: string[] = [];
  for (const cache of cacheFolders(options.env)) {
    const folder = join(cache, `chromium-${embedded.version}`);
    try {
      await claimCacheFolder(cache);
      if (!isUnpacked(folder)) await unpackInto(folder, cache, embedded, options);
      return { executable: join(folder, executableName), libraries: join(folder, librariesName, 'lib') };
    } catch (error) {
      options.signal?.throwIfAborted();
      failures.push(`cannot unpack to ${folder}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(failures.join('; '));
}

const executableName = 'chromium';
const librariesName = 'libraries';

const isUnpacked = (folder: string): boolean => existsSync(join(folder, executableName));

async function unpackInto(folder: string, cache: string, embedded: EmbeddedPackage, options: UnpackOptions) {
  options.onNotice?.(`Unpacking Chromium ${embedded.version} to ${folder} (once, about 200 MB)`);
  // Beside its final place: a rename is atomic only within one file system.
  const staging = await mkdtemp(join(cache, '.unpacking-'));
  try {
    await unpackLibraries(join(embedded.archives, 'al2023.tar.br'), join(staging, librariesName));
    const executable = createWriteStream(join(staging, executableName), { mode: 0o755 });
    const archive = join(embedded.archives, 'chromium.br');
    await pipeline(
      ...decompressed(archive),
      executable,
      options.signal === undefined ? {} : { signal: options.signal },
    );
    await publish(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Small, so it is not interrupted: an abort would raise an error on the tar stream that nobody can catch. */
async function unpackLibraries(archive: string, folder: string): Promise<void> {
  const { extract } = await import('tar-fs');
  await pipeline(...decompressed(archive), extract(folder));
}

const chunkSize = 1 << 20;

function decompressed(archive: string): [ReadStream, BrotliDecompress] {
  return [createReadStream(archive, { highWaterMark: chunkSize }), createBrotliDecompress({ chunkSize })];
}

/** Whoever comes first wins; the others find the same files there and drop theirs. */
async function publish(staging: string, folder: string): Promise<void> {
  try {
    await rename(staging, folder);
  } catch (error) {
    if (!isUnpacked(folder)) throw error;
  }
}
