import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic, Location } from '../../src/diagnostics/diagnostic.ts';
import type { Workload } from '../../src/workload/model.ts';
import { readWorkload, type WorkloadOptions, type WorkloadReading } from '../../src/workload/readWorkload.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files that goes when the test ends; its real path. */
export function folderWith(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'persona-deck-read-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Reads the workload in `personas/` of a project with these files. */
export async function readFiles(files: Files, options: Partial<WorkloadOptions> = {}): Promise<WorkloadReading> {
  return readWorkload({ root: folderWith(files), folder: 'personas', ...options });
}

/** The same, for files without problems. */
export async function workloadOf(files: Files, options: Partial<WorkloadOptions> = {}): Promise<Workload> {
  const { workload, diagnostics } = await readFiles(files, options);
  if (workload === undefined) throw new Error(`problems: ${JSON.stringify(diagnostics)}`);
  return workload;
}

/** `CODE file:line:column` */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, location }) => `${code} ${place(location)}`);
}

export function place(location: Location | undefined): string {
  const start = location?.range?.start;
  return `${location?.file ?? ''}${start === undefined ? '' : `:${start.line}:${start.column}`}`;
}

/** The text that a location covers. */
export function textAt(text: string, location: Location | undefined): string {
  const { start, end } = location?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const lines = text.split(/\r\n|\n|\r/);
  if (start.line === end.line) return (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
  return lines.slice(start.line - 1, end.line).join('\n');
}

/** A persona with nothing but what must be, and `more` lines. */
export const persona = (id: string, name: string, more = ''): string => `id: ${id}\nname: ${name}\n${more}`;
