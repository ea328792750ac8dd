import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { composeDeck } from '../deck/compose.ts';
import { encodePath, type LinkPolicy, type LinkTarget, pathOf, resolve as resolveLink } from '../deck/links.ts';
import type { Card, Deck } from '../deck/model.ts';
import { loadLabels } from '../design/locale.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fillParts, type FillContext } from '../outputs/wiki/embed/fill.ts';
import { Confinement } from '../source/confine.ts';
import { problem } from '../source/problem.ts';
import { readText } from '../source/readText.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { chosenLinkBase } from './choices.ts';
import { readProject } from './project.ts';
import { type HeldFile, Staging } from './staging.ts';
import { UsageError } from './usageError.ts';

export interface EmbedOptions {
  readonly cwd: string;
  /** Pages as written on the command line. */
  readonly pages: readonly string[];
  /** Workload folder; as `build` takes it. */
  readonly folder?: string;
  readonly out?: string;
  readonly linkBase?: string;
}

/** Pages whose parts are not as they should be, with their new text. */
export interface EmbedPlan {
  readonly changed: readonly EmbeddedPage[];
  readonly unchanged: number;
  /** Problems; then nothing is to be written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}

export interface EmbeddedPage {
  readonly absolutePath: string;
  /** As it was named. */
  readonly named: string;
  readonly bytes: Uint8Array;
}

/** Fills the parts between the marks of pages; nothing is written. Throws `UsageError` and `FolderNotFound`. */
export async function planEmbed(options: EmbedOptions): Promise<EmbedPlan> {
  const { cwd, pages, folder } = options;
  const { root, out, settings, workload, diagnostics, files } = await readProject(cwd, folder, options.out);
  if (workload === undefined) return { changed: [], unchanged: 0, diagnostics, files };
  const labels = loadLabels(settings.language ?? workload.language);
  const base = chosenLinkBase(options, settings);
  const policy: LinkPolicy = {
    ...(base === undefined ? {} : { base }),
    ...(settings.links?.rbac === undefined ? {} : { rbac: settings.links.rbac }),
  };
  const deck = composeDeck(workload, labels);
  const confinement = await Confinement.of(root);
  const changed: EmbeddedPage[] = [];
  const problems: Diagnostic[] = [];
  const read: SourceFile[] = [];
  for (const named of pages) {
    const syntax = syntaxOf(named);
    const source = await readText(confinement, resolve(cwd, named));
    if (!source.ok) {
      problems.push(...source.problems);
      continue;
    }
    read.push(source.value);
    const missing = new Set<string>();
    const context = {
      deck,
      labels,
      ...addresses(source.value, { root: confinement.root, out, policy, deck, missing }),
    };
    const filled = fillParts({ ...source.value, syntax }, context);
    if (!filled.ok) problems.push(...filled.problems);
    else if (missing.size > 0) problems.push(notBuilt(source.value, [...missing]));
    else if (filled.value !== source.value.text) changed.push(await pageOf(source.value, named, filled.value));
  }
  return {
    changed: problems.length > 0 ? [] : changed,
    unchanged: pages.length - changed.length,
    diagnostics: problems,
    files: read,
  };
}

/** Writes pages beside their places first: an interruption leaves no half of one. */
export async function writeEmbedded(pages: readonly EmbeddedPage[]): Promise<readonly HeldFile[]> {
  const held: HeldFile[] = [];
  for (const { absolutePath, bytes } of pages) {
    const staging = await Staging.open(dirname(absolutePath));
    try {
      await staging.write(basename(absolutePath), bytes);
      held.push(...(await staging.publish()));
    } finally {
      await staging.close();
    }
  }
  return held;
}

function syntaxOf(page: string): 'markdown' | 'html' {
  const extension = extname(page).toLowerCase();
  if (['.md', '.markdown'].includes(extension)) return 'markdown';
  if (['.html', '.htm'].includes(extension)) return 'html';
  throw new UsageError(`${page} is neither markdown nor HTML`, 'name pages that end in .md, .markdown, .html or .htm');
}

interface Places {
  readonly root: string;
  readonly out: string;
  readonly policy: LinkPolicy;
  readonly deck: Deck;
  /** Gets the files that a link or a picture needs and that are not there, relative to `root`. */
  readonly missing: Set<string>;
}

/**
 * Where links of a page lead: to what is published, when it is known where; else RBAC files to the project's own, and
 * the rest to what was built.
 */
function addresses(
  page: SourceFile,
  { root, out, policy, missing }: Places,
): Pick<FillContext, 'addressOf' | 'pictureOf'> {
  const from = dirname(page.absolutePath);
  const relativeTo = (path: string): string => encodePath(relative(from, path).split(sep).join('/'));
  const built = (path: string): string => {
    const file = join(out, path);
    if (!existsSync(file)) missing.add(relative(root, file).split(sep).join('/'));
    return relativeTo(file);
  };
  const addressOf = (target: LinkTarget): string => {
    const absolute = target.kind === 'web' || policy.base !== undefined;
    if (absolute || (target.kind === 'rbac' && policy.rbac !== undefined)) return resolveLink(target, '', policy);
    if (target.kind === 'rbac' && target.sourceFile !== undefined) return relativeTo(join(root, target.sourceFile));
    return built(pathOf(target));
  };
  const pictureOf = ({ stem }: Card): string => {
    const path = `png/${stem}.png`;
    return policy.base === undefined ? built(path) : `${policy.base.replace(/\/*$/, '/')}${encodePath(path)}`;
  };
  return { addressOf, pictureOf };
}

function notBuilt({ file }: SourceFile, missing: readonly string[]): Diagnostic {
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return problem(
    'EMB003',
    `shows what is not built: ${missing[0]}${more}`,
    { file },
    'build first: persona-deck build --only png,markdown',
  );
}

/** The mark at the start of a file, which some programs write, stays. */
async function pageOf({ absolutePath }: SourceFile, named: string, text: string): Promise<EmbeddedPage> {
  const before = await readFile(absolutePath);
  const mark = before.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? '\ufeff' : '';
  return { absolutePath, named, bytes: Buffer.from(`${mark}${text}`) };
}
