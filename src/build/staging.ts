import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PREFIX = '.staging-';

/** A target that another program holds open; the old file is still there. */
export interface HeldFile {
  readonly path: string;
  readonly reason: string;
}

/**
 * A folder inside `out/`, so on the same disk, where a build puts its files until all of them are done. Publishing is
 * then renames only: an interrupted build leaves the last one as it was.
 */
export class Staging {
  readonly #out: string;
  readonly #folder: string;
  readonly #staged = new Set<string>();

  private constructor(out: string, folder: string) {
    this.#out = out;
    this.#folder = folder;
  }

  static async open(out: string): Promise<Staging> {
    await mkdir(out, { recursive: true });
    await removeAbandoned(out);
    return new Staging(out, await mkdtemp(join(out, `${PREFIX}${process.pid}-`)));
  }

  /** `path` is below `out/`, with forward slashes. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const target = join(this.#folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    this.#staged.add(path);
  }

  /** What was written, or else what the last build left in `out/`. */
  async read(path: string): Promise<Uint8Array> {
    return readFile(join(this.#staged.has(path) ? this.#folder : this.#out, path));
  }

  /** Moves everything into place, in the order it was written; returns what could not be replaced. */
  async publish(): Promise<HeldFile[]> {
    const held: HeldFile[] = [];
    for (const path of this.#staged) {
      try {
        await mkdir(dirname(join(this.#out, path)), { recursive: true });
        await rename(join(this.#folder, path), join(this.#out, path));
      } catch (error) {
        if (!isHeld(error)) throw error;
        held.push({ path, reason: error.code });
      }
    }
    this.#staged.clear();
    return held;
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** What Windows answers when a program such as PowerPoint has the file open. */
function isHeld(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'ENOTEMPTY'].includes(String(error.code))
  );
}

/** Staging folders of builds that were killed: their process is gone. */
async function removeAbandoned(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    const pid = Number(new RegExp(`^${PREFIX.replace('.', '\\.')}(\\d+)-`).exec(name)?.[1]);
    if (Number.isInteger(pid) && !isRunning(pid)) await rm(join(out, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes files below `out/`, and folders that became empty. */
export async function removeStale(out: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(join(out, path), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      try {
        await rmdir(join(out, folder));
      } catch {
        break;
      }
    }
  }
}
