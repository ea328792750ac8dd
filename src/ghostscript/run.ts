import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGhostscript } from './find.ts';
import { GhostscriptFailed, GhostscriptUnavailable } from './unavailable.ts';

/** No file but those it is told of, no questions, nothing on stdout but what was asked for. */
const COMMON = ['-dSAFER', '-dBATCH', '-dNOPAUSE', '-dQUIET', '-dNOPROMPT'];
const MOST_OUTPUT = 16 * 1024 * 1024;

export interface Run {
  /** What is to be done, as the end of "... needs Ghostscript". */
  readonly what: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

/** Runs Ghostscript and gives what it wrote to stdout. Throws `GhostscriptUnavailable` or `GhostscriptFailed`. */
export function runGhostscript({ what, args, cwd, signal }: Run): Promise<string> {
  const executable = findGhostscript();
  if (executable === undefined) throw new GhostscriptUnavailable(what);
  return new Promise((resolve, reject) => {
    execFile(
      executable,
      [...COMMON, ...args],
      { cwd, maxBuffer: MOST_OUTPUT, windowsHide: true, ...(signal === undefined ? {} : { signal }) },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (signal?.aborted === true) reject(error);
        else reject(new GhostscriptFailed(`Ghostscript could not make ${what}: ${lastLines(stderr || stdout)}`));
      },
    );
  });
}

const lastLines = (text: string): string => text.trim().split(/\r?\n/).slice(-3).join(' ');

/** Lends an empty folder, which goes when `use` settles. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'persona-deck-gs-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Version of the Ghostscript that the machine has, with its path; undefined when it has none that runs. */
export async function describeGhostscript(): Promise<{ version: string; executable: string } | undefined> {
  const executable = findGhostscript();
  if (executable === undefined) return undefined;
  return new Promise((resolve) => {
    execFile(executable, ['--version'], (error, stdout) =>
      resolve(error === null ? { version: stdout.trim(), executable } : undefined),
    );
  });
}
