import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { asList } from '../../schema/fields.ts';
import type { ComponentInput, WorkloadInput } from '../../schema/workload.ts';
import type { Confinement } from '../../source/confine.ts';
import type { WorkloadFiles } from '../../source/discover.ts';
import { eachInParallel } from '../../source/eachInParallel.ts';
import { type MarkdownDocument, parseMarkdown } from '../../source/markdown.ts';
import { confinementProblem, maxMarkdownBytes, readText } from '../../source/readText.ts';
import type { SourceFile } from '../../source/sourceFile.ts';
import type { YamlNode, YamlPath } from '../../source/yamlDocument.ts';
import type { Environments } from '../environments.ts';
import type { RbacFile } from '../model.ts';
import { nameKey } from '../slug.ts';
import { type AccessDocument, isMatrixTable, readAccessDocument } from './accessDocument.ts';
import { PublishPaths } from './publishPath.ts';
import { findReferences } from './references.ts';

/** An RBAC file that was read, with what its tables say. */
export interface RbacSource {
  readonly rbac: RbacFile;
  readonly access: AccessDocument;
  /** Whether `workload.yaml` calls it a matrix: its rows are about the components in its columns. */
  readonly isMatrix: boolean;
  /** File name without extension. */
  readonly stem: string;
  /** `README.md` or `index.md`: about the folder, not about a component, unless a component names it. */
  readonly isIndex: boolean;
}

export interface RbacSources {
  /** Those that components name first, then those below `rbac/`, in the order of their paths. */
  readonly all: readonly RbacSource[];
  readonly files: readonly SourceFile[];
  readonly problems: readonly Diagnostic[];
  /** The file that a component names with its `rbac` key. */
  named(written: string): RbacSource | undefined;
  /** The file below `rbac/` with this name, however written. */
  byStem(name: string): RbacSource | undefined;
  /** The first matrix with a column of this name, however written. */
  byColumn(name: string): RbacSource | undefined;
  /** Where the RBAC file of a component would be, relative to the project root. */
  expectedPath(id: string, written: string | undefined): string;
}

/**
 * The RBAC file of a component: what its `rbac` key names and nothing else, or the file with its id, name or alias, or
 * the first matrix with a column for it.
 */
export function sourceFor(
  component: { readonly id: string; readonly name: string; readonly aliases: readonly string[] },
  written: string | undefined,
  sources: RbacSources,
): RbacSource | undefined {
  if (written !== undefined) return sources.named(written);
  const names = [component.id, component.name, ...component.aliases];
  return firstOf(names, (name) => sources.byStem(name)) ?? firstOf(names, (name) => sources.byColumn(name));
}

function firstOf<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Reads all RBAC files: those below `rbac/` and those that `workload.yaml` names. Problems: those of `readText`, and
 * `SRC004` or `SRC005` where a named file is outside the project root. That the file of a component does not exist is no
 * problem, as the component then has none; a matrix has to be there (`SRC006`).
 */
export async function readRbacSources(
  confinement: Confinement,
  files: WorkloadFiles,
  { components, matrices }: Pick<WorkloadInput, 'components' | 'matrices'>,
  node: YamlNode | undefined,
  environments: Environments,
): Promise<RbacSources> {
  const named = await resolveNamed(confinement, files, namedFiles(components, matrices), node);
  const matrixPaths = new Set(asList(matrices).flatMap((written) => named.paths.get(written) ?? []));
  const paths = [...new Set([...named.paths.values(), ...files.rbacFiles])];
  const texts = await eachInParallel(paths, (path) => readText(confinement, path, maxMarkdownBytes));
  const publish = new PublishPaths(files.folder);
  const problems = [...named.problems];
  const sources: RbacSource[] = [];
  const read: SourceFile[] = [];
  for (const text of texts) {
    if (text.ok) read.push(text.value);
    else problems.push(...text.problems);
  }
  const documents = read.map(parseMarkdown);
  const references = await eachInParallel([...read.entries()], ([nth, source]) =>
    findReferences(confinement, source, documents[nth]?.links ?? []),
  );
  for (const [nth, source] of read.entries()) {
    const document = documents[nth] as MarkdownDocument;
    const isMatrix = matrixPaths.has(source.absolutePath);
    const access = readAccessDocument(document, environments, isMatrix);
    const stem = /([^/]*?)(\.[^./]*)?$/.exec(source.file)?.[1] ?? source.file;
    const rbac: RbacFile = {
      path: source.file,
      absolutePath: source.absolutePath,
      publishPath: publish.pathOf(source.absolutePath),
      text: source.text,
      ...(document.title === undefined ? {} : { title: document.title }),
      readable: access.tables.length > 0,
      references: references[nth] ?? [],
    };
    sources.push({ rbac, access, isMatrix, stem, isIndex: /^(readme|index|_sidebar|home)$/i.test(stem) });
  }
  return indexed(confinement, files, sources, read, problems, named.paths);
}

function indexed(
  confinement: Confinement,
  files: WorkloadFiles,
  all: readonly RbacSource[],
  read: readonly SourceFile[],
  problems: readonly Diagnostic[],
  named: ReadonlyMap<string, string>,
): RbacSources {
  const byPath = new Map(all.map((source) => [source.rbac.absolutePath, source]));
  const byStem = stemIndex(all, new Set(files.rbacFiles));
  const byColumn = columnIndex(all);
  return {
    all,
    files: read,
    problems,
    named: (written) => byPath.get(named.get(written) ?? ''),
    byStem: (name) => byStem.get(nameKey(name)),
    byColumn: (name) => byColumn.get(nameKey(name)),
    expectedPath: (id, written) => confinement.fileOf(join(files.folder, written ?? `rbac/${id}.md`)),
  };
}

/** Files that were found rather than named; those directly in `rbac/` go before those in folders below it. */
function stemIndex(all: readonly RbacSource[], discovered: ReadonlySet<string>): ReadonlyMap<string, RbacSource> {
  const byStem = new Map<string, RbacSource>();
  const depth = ({ rbac }: RbacSource): number => rbac.path.split('/').length;
  for (const source of all
    .filter(({ rbac }) => discovered.has(rbac.absolutePath))
    .sort((a, b) => depth(a) - depth(b))) {
    const key = nameKey(source.stem);
    if (!byStem.has(key)) byStem.set(key, source);
  }
  return byStem;
}

/** Matrices by the headers of their columns. */
function columnIndex(all: readonly RbacSource[]): ReadonlyMap<string, RbacSource> {
  const byColumn = new Map<string, RbacSource>();
  for (const source of all.filter(({ isMatrix }) => isMatrix)) {
    for (const table of source.access.tables) {
      if (!isMatrixTable(table)) continue;
      for (const { header } of table.columns.unknown) {
        const key = nameKey(header.text);
        if (header.text !== '' && !byColumn.has(key)) byColumn.set(key, source);
      }
    }
  }
  return byColumn;
}

/** A file that `workload.yaml` names, and where. */
interface NamedFile {
  readonly written: string;
  readonly way: YamlPath;
  /** Whether it has to be there. */
  readonly needed: boolean;
}

function namedFiles(
  components: readonly ComponentInput[] | undefined,
  matrices: WorkloadInput['matrices'],
): readonly NamedFile[] {
  return [
    ...(components ?? []).flatMap(({ rbac }, nth) =>
      rbac === undefined ? [] : { written: rbac, way: ['components', nth, 'rbac'], needed: false },
    ),
    ...asList(matrices).map((written, nth) => ({ written, way: ['matrices', nth], needed: true })),
  ];
}

/** Absolute paths of the files that `workload.yaml` names, by the path as written; without those that do not exist. */
async function resolveNamed(
  confinement: Confinement,
  files: WorkloadFiles,
  named: readonly NamedFile[],
  node: YamlNode | undefined,
): Promise<{ paths: ReadonlyMap<string, string>; problems: readonly Diagnostic[] }> {
  const paths = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const { written, way, needed } of named) {
    const confined = await confinement.resolve(files.folder, written);
    if (confined.status === 'found') paths.set(written, confined.absolutePath);
    else if (confined.status !== 'missing' || needed) {
      const location = node?.locationOf(way) ?? { file: confinement.fileOf(dirname(files.folder)) };
      problems.push(confinementProblem(confined, written, location));
    }
  }
  return { paths, problems };
}
