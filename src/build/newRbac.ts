import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadLabels } from '../design/locale.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/didYouMean.ts';
import { Confinement } from '../source/confine.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import type { Component, Workload } from '../workload/model.ts';
import { NameIndex } from '../workload/nameIndex.ts';
import { readProject } from './project.ts';
import { rbacDraft } from './rbacDraft.ts';
import { UsageError } from './usageError.ts';

/** RBAC files that components on cards lack. */
export interface RbacPlan {
  /** Real path of the project root: paths are relative to it. */
  readonly root: string;
  readonly drafts: readonly { readonly path: string; readonly text: string }[];
  /** Paths of files that are lacking, where something else is in the way. */
  readonly taken: readonly string[];
  /** Problems of the workload; then there are no drafts. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}

/**
 * Reads the workload and composes a file for each component on a card that has none, or for those of `only`, by name,
 * alias or id. Nothing is written. Throws `FolderNotFound`, and `UsageError` for a name that no file can be made for.
 */
export async function planRbac(
  cwd: string,
  folder: string | undefined,
  { only }: { readonly only?: readonly string[] } = {},
): Promise<RbacPlan> {
  const { root, settings, workload, diagnostics, files } = await readProject(cwd, folder);
  if (workload === undefined) return { root, drafts: [], taken: [], diagnostics, files };
  const confinement = await Confinement.of(root);
  const labels = loadLabels(settings.language ?? workload.language);
  const drafts: { path: string; text: string }[] = [];
  const taken: string[] = [];
  for (const [path, components] of byPath(chosen(workload, only))) {
    const { status } = await confinement.resolve(confinement.root, path);
    if (status === 'missing') drafts.push({ path, text: rbacDraft(components, workload, labels) });
    else taken.push(path);
  }
  return { root: confinement.root, drafts, taken, diagnostics: [], files };
}

/** Writes what was planned; a file that has come up since stays as it is. */
export async function writeRbac({ root, drafts }: RbacPlan): Promise<void> {
  for (const { path, text } of drafts) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function chosen({ personas, components }: Workload, only: readonly string[] | undefined): readonly Component[] {
  const onCards = new Set(personas.flatMap((persona) => persona.components));
  const all = components.filter((component) => onCards.has(component));
  const lacking = all.filter(({ rbac }) => rbac === undefined);
  if (only === undefined) return lacking;
  const index = new NameIndex<Component>();
  for (const component of all) index.add(component);
  const wanted = new Set(only.map((name) => named(name, index)));
  return lacking.filter((component) => wanted.has(component));
}

function named(name: string, index: NameIndex<Component>): Component {
  const component = index.find(name);
  if (component === undefined) {
    const meant = closest(
      name,
      index.things.flatMap(({ name, aliases }) => [name, ...aliases]),
    );
    throw new UsageError(`no card has a component called ${name}`, meant && `did you mean ${meant}?`);
  }
  if (component.rbac !== undefined) {
    throw new UsageError(`${component.name} has an RBAC file`, `it is ${component.rbac.path}`);
  }
  return component;
}

function byPath(components: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  const sharing = new Map<string, Component[]>();
  for (const component of components) {
    sharing.set(component.rbacPath, [...(sharing.get(component.rbacPath) ?? []), component]);
  }
  return sharing;
}
