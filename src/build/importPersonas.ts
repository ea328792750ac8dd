import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { PersonaInput } from '../schema/persona.ts';
import { readSettings } from '../schema/readSettings.ts';
import { Confinement } from '../source/confine.ts';
import { type Outcome, problem } from '../source/problem.ts';
import { fileExists, findProjectRoot } from '../source/projectRoot.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { writeYaml } from '../source/writeYaml.ts';
import type { ColumnChoices, ColumnMatch } from '../tables/matchColumns.ts';
import { readColumnChoices } from './columnChoices.ts';
import { readExisting, findClashes, importedFileName, type ImportTarget } from './importClashes.ts';
import { readImportTable } from './importTable.ts';
import { type HeldFile, Staging } from './staging.ts';
import { UsageError } from './usageError.ts';

/** What to import, as the command line has it: paths are relative to `cwd`. */
export interface ImportOptions {
  readonly cwd: string;
  /** .xlsx, .csv or .md */
  readonly file: string;
  /** Folder for the YAML files; default: the workload folder of the settings, else `personas`. */
  readonly into?: string;
  /** One more character between the items of a list. */
  readonly separator?: string;
  /** Sheet of a spreadsheet. */
  readonly sheet?: string;
  /** `Column=key`: what a column is read as. */
  readonly map?: readonly string[];
  /** Files that are there are overwritten. */
  readonly force?: boolean;
}

/** A file that an import writes. */
export interface ImportedFile {
  readonly id: string;
  readonly name: string;
  /** Relative to the project root. */
  readonly path: string;
  /** Whether it takes the place of one that is there. */
  readonly replaces: boolean;
  readonly text: string;
}

/** What an import would do; nothing is written yet. */
export interface ImportPlan {
  /** For people: `people.xlsx, sheet Personas`. */
  readonly table: string;
  /** Absent when the table could not be read so far. */
  readonly match?: ColumnMatch;
  /** Absolute path of the folder that is written to; absent when the settings could not be read. */
  readonly folder?: string;
  /** Empty when there are problems. */
  readonly files: readonly ImportedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceFile[];
}

/**
 * Reads a table of personas and works out the YAML files it makes. Whatever is wrong in the table is collected, each at
 * its cell; then there are no files.
 *
 * @throws UsageError for a file of another kind, an unknown key or column, a folder outside the project
 */
export async function planImport(options: ImportOptions): Promise<ImportPlan> {
  const choices = readColumnChoices(options.map ?? []);
  const placed = await targetOf(options);
  if (!placed.ok) return { table: options.file, files: [], sources: placed.sources, diagnostics: placed.problems };
  const target = placed.value;
  const table = await readImportTable(options);
  const base = { folder: target.folder, files: [], sources: table.sources };
  if (!table.grid.ok) return { ...base, table: options.file, diagnostics: table.grid.problems };
  const existing = await readExisting(target);
  const { readPersonaRows } = await import('../tables/personaRows.ts');
  const { match, rows, problems } = readPersonaRows(table.grid.value, {
    choices,
    takenIds: existing.ids,
    ...(options.separator === undefined ? {} : { separator: options.separator }),
  });
  refuseMissing(choices, match);
  const read = { ...base, table: table.grid.value.place, match };
  const all = [...problems, ...(await findClashes(rows, target, existing.personas, options.force === true))];
  if (all.length > 0) return { ...read, diagnostics: sortDiagnostics(all) };
  if (rows.length === 0) {
    return { ...read, diagnostics: [problem('TAB003', 'there is no row below the header', table.grid.value.location)] };
  }
  return { ...read, files: await Promise.all(rows.map(({ persona }) => fileOf(persona, target))), diagnostics: [] };
}

/**
 * Writes the files of a plan: all are put beside their places first, so that an interruption leaves no half of one.
 *
 * @returns files that another program holds open, and that are as they were
 */
export async function writeImport({ folder, files }: ImportPlan): Promise<readonly HeldFile[]> {
  if (folder === undefined || files.length === 0) return [];
  const staging = await Staging.open(folder);
  try {
    for (const { id, name, text } of files)
      await staging.write(importedFileName(id, name), new TextEncoder().encode(text));
    return await staging.publish();
  } finally {
    await staging.close();
  }
}

function refuseMissing(choices: ColumnChoices, { missing, columns, left }: ColumnMatch): void {
  const [first] = missing;
  if (first === undefined || choices.size === 0) return;
  const headers = [...columns, ...left].map(({ header }) => header);
  throw new UsageError(`there is no column "${first}"`, `columns of the table: ${headers.join(', ')}`);
}

async function fileOf(persona: PersonaInput, { confinement, folder }: ImportTarget): Promise<ImportedFile> {
  const path = resolve(folder, importedFileName(persona.id, persona.name));
  return {
    id: persona.id,
    name: persona.name,
    path: confinement.fileOf(path),
    replaces: await fileExists(path),
    text: writeYaml(persona),
  };
}

/** The folder has to lie in the project that the command is run in; a link out of it is none. */
async function targetOf({
  cwd,
  into,
}: ImportOptions): Promise<Outcome<ImportTarget> & { sources: readonly SourceFile[] }> {
  const root = await findProjectRoot(cwd);
  const { settings, diagnostics, files: sources } = await readSettings(root);
  if (into === undefined && settings === undefined) return { ok: false, problems: diagnostics, sources };
  const confinement = await Confinement.of(root);
  const written = into ?? settings?.workload ?? 'personas';
  const folder = resolve(into === undefined ? root : await realpath(cwd), written);
  const { status } = await confinement.resolve(root, folder);
  if (status === 'outside' || status === 'outsideByLink') {
    throw new UsageError(`${written} is outside the project ${root}`, 'choose a folder inside it with --into');
  }
  if (status === 'missing') return { ok: true, value: { confinement, folder }, sources };
  if (!(await stat(folder)).isDirectory()) {
    throw new UsageError(`${written} is not a folder`, 'choose a folder with --into');
  }
  return { ok: true, value: { confinement, folder: await realpath(folder) }, sources };
}
