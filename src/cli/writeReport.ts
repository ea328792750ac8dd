import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Writes a page or a document to a file as named on the command line, and gives its absolute path back. */
export async function writeReport(cwd: string, file: string, page: string | Uint8Array): Promise<string> {
  const target = resolve(cwd, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, page);
  return target;
}
