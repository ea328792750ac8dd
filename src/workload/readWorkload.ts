import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { catalogueOf } from '../roles/catalogue.ts';
import { ownRoles } from '../roles/ownRoles.ts';
import { readRoleLists } from '../roles/roleLists.ts';
import type { WorkloadInput } from '../schema/workload.ts';
import { Confinement } from '../source/confine.ts';
import { discoverFiles, type WorkloadFiles } from '../source/discover.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { linkArchitectures } from './architectures.ts';
import { compareIds } from './compareIds.ts';
import { linkComponents } from './components.ts';
import { readDocuments } from './documents.ts';
import { linkEnvironments } from './environments.ts';
import { linkFlows } from './flows.ts';
import { findImages } from './images.ts';
import type { Workload } from './model.ts';
import { PersonaNames } from './personaNames.ts';
import { linkPeople } from './people.ts';
import { checkUnique, linkPersona } from './personas.ts';
import { linkProcesses } from './processes.ts';
import { linkAccess } from './rbac/assignments.ts';
import { readRbacSources } from './rbac/sources.ts';
import { linkTeams } from './teams.ts';
import { linkWaivers } from './waivers.ts';

export interface WorkloadOptions {
  /** Project root (see `findProjectRoot`); nothing outside of it is read. */
  readonly root: string;
  /** Workload folder, or a single YAML file; absolute, or relative to the root. */
  readonly folder: string;
  /** Folders whose files are not personas, such as the output folder; absolute, or relative to the root. */
  readonly exclude?: readonly string[];
  /** Language that the settings ask for; goes before the workload's own. */
  readonly language?: string;
}

export interface WorkloadReading {
  /** Absent when there are problems. */
  readonly workload?: Workload;
  /** All problems found, in the order of files and lines. No findings: those are `runChecks`'. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every text file that was read, for code frames and for knowing what to watch. */
  readonly files: readonly SourceFile[];
}

/**
 * Reads a workload and links every name in it. Whatever is wrong in the files is collected and given back.
 *
 * @throws FolderNotFound when the workload folder does not exist
 */
export async function readWorkload(options: WorkloadOptions): Promise<WorkloadReading> {
  const confinement = await Confinement.of(options.root);
  const inRoot = (path: string): string => resolve(confinement.root, path);
  const files = await discoverFiles(confinement, inRoot(options.folder), (options.exclude ?? []).map(inRoot));
  const documents = await readDocuments(confinement, files);
  const { workload: input, workloadNode: node } = documents;
  const personas = [...documents.personas].sort((a, b) => compareIds(a.input.id, b.input.id));

  const environments = linkEnvironments(input.environments, node);
  const sources = await readRbacSources(confinement, files, input, node, environments);
  const images = await findImages(confinement, personas);
  const personaNames = new PersonaNames(personas.map((entry) => entry.input));
  const teams = linkTeams(input.teams, node, personas, personaNames);
  const processes = linkProcesses(input.processes, node, personas);
  const components = linkComponents(input.components, node, personas, sources, input.flows);

  const targets = { environments, teams, components, processes: processes.index, images: images.images };
  const linked = personas.map((entry) => linkPersona(entry, targets));
  const flows = linkFlows(input.flows, node, { ...targets, personas: personaNames });
  const architectures = linkArchitectures(input.architectures, node, {
    ...targets,
    personas: personaNames,
    cards: linked,
  });

  // What a picture names and nobody has may stand in a file that could not be read.
  const isComplete = files.problems.length + documents.problems.length === 0;
  const problems = [
    ...files.problems,
    ...documents.problems,
    ...checkUnique(documents.personas),
    ...[environments, sources, images, teams, processes, components].flatMap((part) => part.problems),
    ...[flows, architectures].flatMap((part) => part.problems).filter(({ code }) => code !== 'WLD005' || isComplete),
  ];
  const read = [...documents.files, ...sources.files];
  if (problems.length > 0) return { diagnostics: sortDiagnostics(problems), files: read };

  const roles = catalogueOf(await readRoleLists(), ownRoles(input.roles));
  const access = linkAccess(sources.all, { personas: personaNames, components, environments, roles });
  return {
    workload: {
      ...title(input, confinement, files),
      language: options.language ?? input.language ?? 'en',
      environments: environments.list,
      teams: teams.list,
      components: components.index.things,
      processes: processes.index.things,
      personas: linked,
      assignments: access.assignments,
      rbacFiles: sources.all.map(({ rbac }) => rbac),
      people: linkPeople(input.people, node, personaNames),
      flows: flows.list,
      architectures: architectures.list,
      waivers: linkWaivers(input.waivers, node, { personas: personaNames, components, environments }),
      roles,
      rbacIssues: access.issues,
    },
    diagnostics: [],
    files: read,
  };
}

/** Without a name the workload is called like its folder; never like the folder that the project happens to lie in. */
function title(
  input: WorkloadInput,
  confinement: Confinement,
  files: WorkloadFiles,
): Pick<Workload, 'name' | 'summary'> {
  const folder = confinement.fileOf(files.folder).split('/').at(-1) || 'personas';
  return {
    name: input.name ?? folder.charAt(0).toUpperCase() + folder.slice(1),
    ...(input.summary === undefined ? {} : { summary: input.summary }),
  };
}
