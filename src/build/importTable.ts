import { readFile, stat } from 'node:fs/promises';
import { extname, relative, resolve } from 'node:path';
import { isInside } from '../source/confine.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { reasonOf } from '../source/readText.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { decodeUtf8 } from '../source/utf8.ts';
import { type Grid, maxTableBytes } from '../tables/tableGrid.ts';
import { UsageError } from './usageError.ts';

/** Which table to read; the file is relative to `cwd`. */
interface TableFile {
  readonly cwd: string;
  readonly file: string;
  readonly sheet?: string;
}

/** Reads the file as the table that its name says it is. */
export async function readImportTable({
  cwd,
  file,
  sheet,
}: TableFile): Promise<{ grid: Outcome<Grid>; sources: SourceFile[] }> {
  const kind = extname(file).toLowerCase();
  if (!['.xlsx', '.csv', '.tsv', '.md', '.markdown'].includes(kind)) {
    throw new UsageError(`${file} is not a table that can be read`, 'save it as .xlsx, .csv or .md');
  }
  if (sheet !== undefined && kind !== '.xlsx')
    throw new UsageError(`--sheet is for .xlsx files; ${file} has no sheets`);
  const path = resolve(cwd, file);
  const shown = isInside(cwd, path) ? relative(cwd, path).replaceAll('\\', '/') : file;
  const bytes = await readTableBytes(path, shown);
  if (!bytes.ok) return { grid: bytes, sources: [] };
  if (kind === '.xlsx') {
    const { readSpreadsheet } = await import('../tables/readSpreadsheet.ts');
    return { grid: await readSpreadsheet(bytes.value, shown, sheet), sources: [] };
  }
  if (kind === '.csv' || kind === '.tsv') {
    const { readCsv } = await import('../tables/readCsv.ts');
    return { grid: await readCsv(bytes.value, shown), sources: [] };
  }
  const text = decodeUtf8(bytes.value);
  if (typeof text !== 'string')
    return { grid: failed(problem('SRC001', 'not UTF-8 text', { file: shown })), sources: [] };
  const source = { file: shown, absolutePath: path, text };
  const { readMarkdownTable } = await import('../tables/readMarkdownTable.ts');
  return { grid: readMarkdownTable(source), sources: [source] };
}

/** The user named the file on the command line, so it may lie anywhere. */
async function readTableBytes(path: string, file: string): Promise<Outcome<Uint8Array>> {
  try {
    const info = await stat(path);
    // Reading a pipe or a device could wait for ever.
    if (!info.isFile()) return failed(problem('SRC003', 'cannot be read: it is not a regular file', { file }));
    if (info.size > maxTableBytes) {
      return failed(problem('SRC002', `larger than ${maxTableBytes / 1024 / 1024} MiB`, { file }, 'split the table'));
    }
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`there is no file ${file}`);
    return failed(problem('SRC003', `cannot be read: ${reasonOf(error)}`, { file }));
  }
}
