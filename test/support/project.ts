import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** An empty folder that goes when the test ends; `keep` leaves that to the caller. */
export function temporaryFolder(keep = false): string {
  const folder = mkdtempSync(join(tmpdir(), 'persona-deck-test-'));
  if (!keep) onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below `root`: path to content. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A project with these files, in a folder of its own. */
export function projectWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

/** A project that holds the example workload. */
export function exampleProject(root = temporaryFolder()): string {
  cpSync(join(repository, 'personas'), join(root, 'personas'), { recursive: true });
  return root;
}

/** A persona with nothing but what must be. */
export const persona = (id: string, name: string, more = ''): string => `id: ${id}\nname: ${name}\n${more}`;

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line inside this process. */
export async function cli(cwd: string, ...args: string[]): Promise<Answer> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    color: false,
    cwd,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

/** Every file below a folder, path to bytes; times are not looked at. */
export function snapshot(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [relative(folder, join(folder, name)), readFileSync(join(folder, name))]),
  );
}
