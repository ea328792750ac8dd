import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ComponentInput } from '../../schema/workload.ts';
import type { Confinement } from '../../source/confine.ts';
import type { WorkloadFiles } from '../../source/discover.ts';
import { eachInParallel } from '../../source/eachInParallel.ts';
import { type MarkdownDocument, parseMarkdown } from '../../source/markdown.ts';
import { confinementProblem, readText } from '../../source/readText.ts';
import type { SourceFile } from '../../source/sourceFile.ts';
import type { YamlNode } from '../../source/yamlDocument.ts';
import type { Environments } from '../environments.ts';
import type { RbacFile } from '../model.ts';
import { nameKey } from '../slug.ts';
import type { AccessTableReading } from './accessTable.ts';
import { readAccessTable } from './forms.ts';
import { PublishPaths } from './publishPath.ts';
import { findReferences } from './references.ts';

/** An RBAC file that was read, with what its tables say. */
export interface RbacSource {
  readonly rbac: RbacFile;
  readonly tables: readonly AccessTableReading[];
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
  /** Where the RBAC file of a component would be, relative to the project root. */
  expectedPath(id: string, written: string | undefined): string;
}

/** The RBAC file of a component: what its `rbac` key names and nothing else, or the file with its id, name or alias. */
export function sourceFor(
  component: { readonly id: string; readonly name: string; readonly aliases: readonly string[] },
  written: string | undefined,
  sources: RbacSources,
): RbacSource | undefined {
  if (written !== undefined) return sources.named(written);
  for (const name of [component.id, component.name, ...component.aliases]) {
    const source = sources.byStem(name);
    if (source !== undefined) return source;
  }
  return undefined;
}

/**
 * Reads all RBAC files: those below `rbac/` and those that components name. Problems: those of `readText`, and `SRC004`
 * or `SRC005` where a component names a file outside the project root. A named file that does not exist is no problem:
 * the component then has none.
 */
export async function readRbacSources(
  confinement: Confinement,
  files: WorkloadFiles,
  components: readonly ComponentInput[] | undefined,
  node: YamlNode | undefined,
  environments: Environments,
): Promise<RbacSources> {
  const named = await resolveNamed(confinement, files, components ?? [], node);
  const paths = [...new Set([...named.paths.values(), ...files.rbacFiles])];
  const texts = await eachInParallel(paths, (path) => readText(confinement, path));
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
    const tables = document.tables.flatMap((table) => readAccessTable(table, environments) ?? []);
    const stem = /([^/]*?)(\.[^./]*)?$/.exec(source.file)?.[1] ?? source.file;
    const rbac: RbacFile = {
      path: source.file,
      absolutePath: source.absolutePath,
      publishPath: publish.pathOf(source.absolutePath),
      text: source.text,
      ...(document.title === undefined ? {} : { title: document.title }),
      readable: tables.length > 0,
      references: references[nth] ?? [],
    };
    sources.push({ rbac, tables, stem, isIndex: /^(readme|index|_sidebar|home)$/i.test(stem) });
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
  const byStem = new Map<string, RbacSource>();
  const discovered = new Set(files.rbacFiles);
  // Files directly in `rbac/` go before those in folders below it.
  const depth = ({ rbac }: RbacSource): number => rbac.path.split('/').length;
  for (const source of all
    .filter(({ rbac }) => discovered.has(rbac.absolutePath))
    .sort((a, b) => depth(a) - depth(b))) {
    const key = nameKey(source.stem);
    if (!byStem.has(key)) byStem.set(key, source);
  }
  return {
    all,
    files: read,
    problems,
    named: (written) => byPath.get(named.get(written) ?? ''),
    byStem: (name) => byStem.get(nameKey(name)),
    expectedPath: (id, written) => confinement.fileOf(join(files.folder, written ?? `rbac/${id}.md`)),
  };
}

/** Absolute paths of the files that components name, by the path as written; without those that do not exist. */
async function resolveNamed(
  confinement: Confinement,
  files: WorkloadFiles,
  components: readonly ComponentInput[],
  node: YamlNode | undefined,
): Promise<{ paths: ReadonlyMap<string, string>; problems: readonly Diagnostic[] }> {
  const paths = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const [nth, { rbac: written }] of components.entries()) {
    if (written === undefined) continue;
    const confined = await confinement.resolve(files.folder, written);
    if (confined.status === 'found') paths.set(written, confined.absolutePath);
    else if (confined.status !== 'missing') {
      const location = node?.locationOf(['components', nth, 'rbac']) ?? {
        file: confinement.fileOf(dirname(files.folder)),
      };
      problems.push(confinementProblem(confined, written, location));
    }
  }
  return { paths, problems };
}
