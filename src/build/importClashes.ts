import { basename, resolve } from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { Confinement } from '../source/confine.ts';
import { discoverFiles } from '../source/discover.ts';
import { problem } from '../source/problem.ts';
import { fileExists } from '../source/projectRoot.ts';
import type { PersonaRow } from '../tables/personaRows.ts';
import { readDocuments } from '../workload/documents.ts';
import { stemOf } from '../workload/slug.ts';

/** Where imported files go. */
export interface ImportTarget {
  readonly confinement: Confinement;
  /** Absolute. */
  readonly folder: string;
}

export const importedFileName = (id: string, name: string): string => `${stemOf(id, name)}.yaml`;

/** A persona that the folder has already. */
interface ExistingPersona {
  readonly id: string;
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly location: Location;
}

/** What the folder holds before an import. */
export interface Existing {
  readonly personas: readonly ExistingPersona[];
  /** Ids in use, those in the names of files that cannot be read among them; such files are for `check` to report. */
  readonly ids: readonly string[];
}

export async function readExisting({ confinement, folder }: ImportTarget): Promise<Existing> {
  if (!(await fileExists(folder))) return { personas: [], ids: [] };
  const files = await discoverFiles(confinement, folder);
  const documents = await readDocuments(confinement, files);
  const personas = documents.personas.map(({ input: { id, name }, path, node }) => {
    return { id, name, path, location: node.locationOf(['id']) };
  });
  const named = files.personaFiles.flatMap((path) => /^[^.-]+/.exec(basename(path)) ?? []);
  return { personas, ids: [...personas.map(({ id }) => id), ...named] };
}

/**
 * What stands in the way of rows becoming files. Problems: `WLD001` an id that another row or persona has, `WLD002` two
 * rows with the same file, `TAB006` a file that is there; with `force`, one that holds the persona alone is replaced.
 */
export async function findClashes(
  rows: readonly PersonaRow[],
  target: ImportTarget,
  existing: readonly ExistingPersona[],
  force: boolean,
): Promise<Diagnostic[]> {
  return [
    ...checkRows(rows),
    ...checkExisting(rows, target, existing, force),
    ...(await checkTargets(rows, target, existing, force)),
  ];
}

/** Two rows with the same id, or with the same file. */
function checkRows(rows: readonly PersonaRow[]): Diagnostic[] {
  const ids = new Map<string, PersonaRow>();
  const files = new Map<string, PersonaRow>();
  return rows.flatMap((row) => {
    const { id, name } = row.persona;
    const sameId = ids.get(id.toLowerCase());
    const file = importedFileName(id, name);
    const sameFile = files.get(file.toLowerCase());
    ids.set(id.toLowerCase(), sameId ?? row);
    files.set(file.toLowerCase(), sameFile ?? row);
    if (sameId !== undefined) return [taken(row, sameId.persona.name, sameId.location)];
    if (sameFile === undefined) return [];
    return [problem('WLD002', `its file would be called ${file}, as that of another row`, row.location)];
  });
}

/** Ids that personas of other files have. */
function checkExisting(
  rows: readonly PersonaRow[],
  { folder }: ImportTarget,
  existing: readonly ExistingPersona[],
  force: boolean,
): Diagnostic[] {
  const ids = new Map(existing.map((one) => [one.id.toLowerCase(), one]));
  return rows.flatMap((row) => {
    const other = ids.get(row.persona.id.toLowerCase());
    if (other === undefined) return [];
    const own = other.path === resolve(folder, importedFileName(row.persona.id, row.persona.name));
    if (own) return force ? [] : [fileIsThere(row, other.location.file)];
    return [taken(row, `${other.name} in ${other.location.file}`, other.location)];
  });
}

/** Files that stand in the way and are not the persona's own. */
async function checkTargets(
  rows: readonly PersonaRow[],
  { confinement, folder }: ImportTarget,
  existing: readonly ExistingPersona[],
  force: boolean,
): Promise<Diagnostic[]> {
  const ids = new Set(existing.map(({ id }) => id.toLowerCase()));
  const holders = new Map<string, number>();
  for (const { path } of existing) holders.set(path, (holders.get(path) ?? 0) + 1);
  const checked = rows.map(async (row) => {
    const path = resolve(folder, importedFileName(row.persona.id, row.persona.name));
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
