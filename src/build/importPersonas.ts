import { readFile, stat } from 'node:fs/promises';
import { extname, relative, resolve } from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { PersonaInput } from '../schema/persona.ts';
import { readSettings } from '../schema/readSettings.ts';
import { Confinement, isInside } from '../source/confine.ts';
import { discoverFiles } from '../source/discover.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { fileExists, findProjectRoot } from '../source/projectRoot.ts';
import { reasonOf } from '../source/readText.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { decodeUtf8 } from '../source/utf8.ts';
import { writeYaml } from '../source/writeYaml.ts';
import type { ColumnChoices, ColumnMatch } from '../tables/matchColumns.ts';
import type { PersonaRow } from '../tables/personaRows.ts';
import { type Grid, maxTableBytes } from '../tables/tableGrid.ts';
import { readDocuments } from '../workload/documents.ts';
import { stemOf } from '../workload/slug.ts';
import { readColumnChoices } from './columnChoices.ts';
import { Staging } from './staging.ts';
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
  /** Absolute path of the folder that is written to. */
  readonly folder: string;
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
  const target = await targetOf(options);
  const table = await readTable(options);
  const base = { folder: target.folder, files: [], sources: table.sources };
  if (!table.grid.ok) return { ...base, table: options.file, diagnostics: table.grid.problems };
  const existing = await existingPersonas(target);
  const { readPersonaRows } = await import('../tables/personaRows.ts');
  const { match, rows, problems } = readPersonaRows(table.grid.value, {
    choices,
    takenIds: existing.map(({ id }) => id),
    ...(options.separator === undefined ? {} : { separator: options.separator }),
  });
  refuseMissing(choices, match);
  const read = { ...base, table: table.grid.value.place, match };
  const clashes = [...checkRows(rows), ...checkExisting(rows, target, existing, options.force === true)];
  const all = [...problems, ...clashes, ...(await checkTargets(rows, target, existing, options.force === true))];
  if (all.length > 0) return { ...read, diagnostics: sortDiagnostics(all) };
  if (rows.length === 0) {
    return { ...read, diagnostics: [problem('TAB003', 'there is no row below the header', table.grid.value.location)] };
  }
  return { ...read, files: await Promise.all(rows.map(({ persona }) => fileOf(persona, target))), diagnostics: [] };
}

/** Writes the files of a plan: all are put beside their places first, so that an interruption leaves no half of one. */
export async function writeImport(plan: ImportPlan): Promise<void> {
  const staging = await Staging.open(plan.folder);
  try {
    for (const { id, name, text } of plan.files)
      await staging.write(fileName(id, name), new TextEncoder().encode(text));
    const [held] = await staging.publish();
    if (held !== undefined)
      throw Object.assign(new Error(`${held.path} is open in another program`), { code: held.reason });
  } finally {
    await staging.close();
  }
}

const fileName = (id: string, name: string): string => `${stemOf(id, name)}.yaml`;

/** Where files go. */
interface Target {
  readonly confinement: Confinement;
  /** Absolute. */
  readonly folder: string;
}

async function targetOf({ cwd, into }: ImportOptions): Promise<Target> {
  const named = into === undefined ? undefined : resolve(cwd, into);
  const root = await findProjectRoot(cwd, named !== undefined && (await fileExists(named)) ? named : undefined);
  const { settings } = await readSettings(root);
  const confinement = await Confinement.of(root);
  const folder = named ?? resolve(root, settings?.workload ?? 'personas');
  const confined = await confinement.resolve(root, folder);
  if (confined.status === 'outside' || confined.status === 'outsideByLink') {
    throw new UsageError(`${into ?? folder} is outside the project ${root}`, 'choose a folder inside it with --into');
  }
  if (confined.status === 'found' && !(await stat(folder)).isDirectory()) {
    throw new UsageError(`${into ?? confined.file} is not a folder`, 'choose a folder with --into');
  }
  return { confinement, folder };
}

/** Reads the file as the table that its name says it is. */
async function readTable({ cwd, file, sheet }: ImportOptions): Promise<{ grid: Outcome<Grid>; sources: SourceFile[] }> {
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

function refuseMissing(choices: ColumnChoices, { missing, columns, left }: ColumnMatch): void {
  const [first] = missing;
  if (first === undefined || choices.size === 0) return;
  const headers = [...columns, ...left].map(({ header }) => header);
  throw new UsageError(`there is no column "${first}"`, `columns of the table: ${headers.join(', ')}`);
}

interface ExistingPersona {
  readonly id: string;
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly location: Location;
}

/** Personas that the folder holds; files that cannot be read are for `check` to report. */
async function existingPersonas({ confinement, folder }: Target): Promise<ExistingPersona[]> {
  if (!(await fileExists(folder))) return [];
  const { personas } = await readDocuments(confinement, await discoverFiles(confinement, folder));
  return personas.map(({ input: { id, name }, path, node }) => ({ id, name, path, location: node.locationOf(['id']) }));
}

/** Two rows with the same id, or with the same file. */
function checkRows(rows: readonly PersonaRow[]): Diagnostic[] {
  const ids = new Map<string, PersonaRow>();
  const files = new Map<string, PersonaRow>();
  return rows.flatMap((row) => {
    const { id, name } = row.persona;
    const sameId = ids.get(id.toLowerCase());
    const file = fileName(id, name);
    const sameFile = files.get(file.toLowerCase());
    ids.set(id.toLowerCase(), sameId ?? row);
    files.set(file.toLowerCase(), sameFile ?? row);
    if (sameId !== undefined) return [taken(row, sameId.persona.name, sameId.location)];
    if (sameFile === undefined) return [];
    return [problem('WLD002', `its file would be called ${file}, as that of another row`, row.location)];
  });
}

/** Ids that personas of other files have; with `force`, a file that holds the persona alone is replaced. */
function checkExisting(
  rows: readonly PersonaRow[],
  { folder }: Target,
  existing: readonly ExistingPersona[],
  force: boolean,
): Diagnostic[] {
  const ids = new Map(existing.map((one) => [one.id.toLowerCase(), one]));
  return rows.flatMap((row) => {
    const other = ids.get(row.persona.id.toLowerCase());
    if (other === undefined) return [];
    const own = other.path === resolve(folder, fileName(row.persona.id, row.persona.name));
    if (own) return force ? [] : [fileIsThere(row, other.location.file)];
    return [taken(row, `${other.name} in ${other.location.file}`, other.location)];
  });
}

/** Files that stand in the way and are not the persona's own. */
async function checkTargets(
  rows: readonly PersonaRow[],
  { confinement, folder }: Target,
  existing: readonly ExistingPersona[],
  force: boolean,
): Promise<Diagnostic[]> {
  const ids = new Set(existing.map(({ id }) => id.toLowerCase()));
  const holders = new Map<string, number>();
  for (const { path } of existing) holders.set(path, (holders.get(path) ?? 0) + 1);
  const checked = rows.map(async (row) => {
    const path = resolve(folder, fileName(row.persona.id, row.persona.name));
    const file = confinement.fileOf(path);
    if ((await confinement.resolve(folder, path)).status !== 'found') return [];
    if ((holders.get(path) ?? 0) > 1) {
      return [
        problem('TAB006', `${file} is there and holds other personas too`, row.location, 'give each its own file'),
      ];
    }
    return force || ids.has(row.persona.id.toLowerCase()) ? [] : [fileIsThere(row, file)];
  });
  return (await Promise.all(checked)).flat();
}

function taken({ persona: { id, name }, location }: PersonaRow, holder: string, first: Location): Diagnostic {
  return {
    ...problem(
      'WLD001',
      `the id ${id} is taken`,
      location,
      `give ${name} an id of its own, or empty the cell for the next free one`,
    ),
    related: [{ message: `${holder} has it`, location: first }],
  };
}

function fileIsThere({ location }: PersonaRow, file: string): Diagnostic {
  return problem('TAB006', `${file} is there already`, location, '--force overwrites it');
}

async function fileOf(persona: PersonaInput, { confinement, folder }: Target): Promise<ImportedFile> {
  const path = resolve(folder, fileName(persona.id, persona.name));
  return {
    id: persona.id,
    name: persona.name,
    path: confinement.fileOf(path),
    replaces: await fileExists(path),
    text: writeYaml(persona),
  };
}
