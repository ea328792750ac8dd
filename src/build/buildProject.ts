import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserPool } from '../browser/pool.ts';
import { runChecks } from '../checks/runChecks.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputName } from '../schema/settings.ts';
import type { Workload } from '../workload/model.ts';
import { isPrinted } from '../outputs/print/volumes.ts';
import type { Task } from '../outputs/task.ts';
import { known } from './choices.ts';
import { leftOutCodes } from './codeFindings.ts';
import { type FittedDeck, fit } from './fit.ts';
import type { LeftOutCodes } from '../layout/cards/fitCodes.ts';
import { judgedOn } from './judgedOn.ts';
import { keptPageFindings, keptPages } from './keptPages.ts';
import { type Artifact, type CardVersion, MANIFEST, type Manifest, manifestJson, readManifest } from './manifest.ts';
import { MEASUREMENTS, type Measurements, readMeasurements } from './measurements.ts';
import type { BuildOptions, BuildResult } from './model.ts';
import { version } from './package.ts';
import { Pictures } from './pictures.ts';
import { planAll } from './plan.ts';
import { type Prepared, prepare } from './prepare.ts';
import { compareVersions, earlierVersions, versionsOf } from './reprint.ts';
import { type FoundProject, type Project, readFound } from './project.ts';
import { isFresh, pagesFor, type RunContext, renderAll } from './run.ts';
import { slidePlanOf } from './slidePlan.ts';
import { type HeldFile, removeStale, Staging } from './staging.ts';
import { textFindings } from './textFindings.ts';
import { waive } from './waive.ts';

/** See `build`. `outputs` are those that were chosen. */
export async function buildProject(
  found: FoundProject,
  outputs: readonly OutputName[],
  pages: BrowserPool,
  signal: AbortSignal,
  options: BuildOptions,
): Promise<BuildResult> {
  const answer = await getReady(found, outputs, options);
  if (answer.status === 'refused') return answer;
  const { project, workload, findings, judged, prepared, pictures, earlier, personas } = answer;
  const { settings, out, files } = project;
  await pages.renew(pagesFor(workload.personas.length, outputs));
  const measurements = await readMeasurements(out);
  const open = judged.filter(({ waived }) => waived === undefined);
  const fitted = await fit(prepared, outputs, pages, measurements, slidePlanOf(settings, open));
  const shared = [...project.sharedSources, ...prepared.sources];
  const versions = versionsOf(prepared.deck);
  const reprint = earlier && { reprint: compareVersions(earlier, versions) };
  const plan = { ...prepared, ...reprint, fitted, outputs, out, workload, pictures, shared, findings: judged };
  const tasks = await planAll(plan);
  checkPaths(tasks);
  const context = { pages, signal, personas: workload.personas.length };
  const chosen = { personas, out, outputs, versions, options };
  const { kept, ...run } = await runTasks({ tasks, ...chosen, context, measurements });
  const made = [
    ...prepared.remarks,
    ...textFindings(workload, prepared.fonts, fitted),
    ...leftOutCodes(leftOutOf(fitted), prepared.codes, workload),
    ...keptPageFindings(kept),
  ];
  const diagnostics = waive([...findings, ...made], workload, judgedOn(settings));
  return { status: 'built', out, diagnostics, files, ...run, ...reprint };
}

/** A project that was read and found to be one that can be built, before a browser is needed. */
interface ReadyProject {
  readonly status: 'ready';
  readonly project: Project;
  readonly workload: Workload;
  /** What the checks found, and the same with what is waived marked. */
  readonly findings: readonly Diagnostic[];
  readonly judged: readonly Diagnostic[];
  readonly prepared: Prepared;
  readonly pictures: Pictures;
  /** What cards said when they were last printed, for a reprint. */
  readonly earlier: Awaited<ReturnType<typeof earlierVersions>>;
  /** Whose artifacts are built; all when undefined. */
  readonly personas: readonly string[] | undefined;
}

type Refused = Extract<BuildResult, { status: 'refused' }>;

async function getReady(
  found: FoundProject,
  outputs: readonly OutputName[],
  options: BuildOptions,
): Promise<ReadyProject | Refused> {
  const project = await readFound(found);
  const { workload, settings, root, files } = project;
  if (workload === undefined) return { status: 'refused', ...project };
  const ids = workload.personas.map(({ id }) => id);
  const personas = options.personas?.map((id) => known('persona', id, ids));
  const earlier = await earlierVersions(options.cwd, options, outputs);
  const findings = [...project.diagnostics, ...runChecks(workload)];
  const judged = waive(findings, workload, judgedOn(settings));
  if (options.strict && judged.some(({ severity, waived }) => severity === 'error' && waived === undefined)) {
    return { status: 'refused', diagnostics: judged, files };
  }
  const { template } = options;
  // As written on the command line, so relative to the working folder.
  const choices = template === undefined ? options : { ...options, template: resolve(options.cwd, template) };
  const preparation = await prepare(root, workload, choices, settings, judged);
  if (!preparation.ok) return { status: 'refused', ...preparation };
  const pictures = new Pictures();
  const broken = await pictures.problems(workload);
  if (broken.length > 0) return { status: 'refused', diagnostics: broken, files };
  const { prepared } = preparation;
  return { status: 'ready', project, workload, findings, judged, prepared, pictures, earlier, personas };
}

/** Codes that are missing on some form of the cards, once a persona. */
function leftOutOf({ cards, cardSlides }: FittedDeck): readonly LeftOutCodes[] {
  const known = cards?.leftOut ?? [];
  const personas = new Set(known.map(({ persona }) => persona));
  return [...known, ...(cardSlides?.leftOut ?? []).filter(({ persona }) => !personas.has(persona))];
}

interface Run {
  readonly tasks: readonly Task[];
  readonly personas: readonly string[] | undefined;
  readonly out: string;
  readonly outputs: readonly OutputName[];
  readonly versions: readonly CardVersion[];
  readonly options: BuildOptions;
  readonly context: Omit<RunContext, 'fresh'>;
  readonly measurements: Measurements;
}

interface RunResult extends Pick<Extract<BuildResult, { status: 'built' }>, 'written' | 'fresh' | 'removed' | 'held'> {
  /** Pages that are no longer made and stay, since people wrote on them. */
  readonly kept: readonly string[];
}

/** Renders what is stale, then publishes all of it at once. */
async function runTasks(plan: Run): Promise<RunResult> {
  const { tasks, personas, out, options, context, measurements } = plan;
  const previous = await readManifest(out);
  const known = new Map(previous?.artifacts.map((artifact) => [artifact.path, artifact]));
  const selected = tasks.filter((task) => personas === undefined || personas.includes(task.persona ?? ''));
  const fresh = options.force
    ? []
    : await Promise.all(selected.map((task) => isFresh(task, known.get(task.path), out)));
  const stale = selected.filter((_, index) => fresh[index] !== true);
  options.onEvent?.({ kind: 'planned', total: selected.length, stale: stale.length });
  const full = personas === undefined && options.outputs === undefined;
  const unmade = full ? goneFrom(previous, tasks, options.changedSince !== undefined) : [];
  const kept = await keptPages(out, unmade);
  const gone = unmade.filter((path) => !kept.includes(path));
  const result = {
    fresh: selected.filter((task) => !stale.includes(task)).map(({ path }) => path),
    removed: gone,
    kept,
  };
  const isDone = stale.length === 0 && gone.length === 0 && previous !== undefined;
  if (
    isDone &&
    sameCards(previous.cards, printedCards(plan, previous, [])) &&
    (await exists(join(out, MEASUREMENTS)))
  ) {
    return { ...result, written: [], held: [] };
  }
  const staging = await Staging.open(out);
  try {
    const rendered = await renderAll(stale, staging, { ...context, fresh: new Set(result.fresh) }, (path) =>
      options.onEvent?.({ kind: 'rendered', path }),
    );
    context.signal.throwIfAborted();
    const held = await staging.publish();
    await removeStale(out, gone);
    const heldPaths = new Set(held.map(({ path }) => path));
    const published = rendered.filter(({ path }) => !heldPaths.has(path));
    const artifacts = merge(previous, published, new Set(gone));
    const cards = printedCards(plan, previous, held);
    // Last, so that a manifest never names what is not there yet.
    await staging.write(MEASUREMENTS, Buffer.from(measurements.toJson(!full)));
    await staging.write(
      MANIFEST,
      Buffer.from(manifestJson({ generator: `persona-deck ${version}`, artifacts, cards })),
    );
    await staging.publish();
    return { ...result, written: published.map(({ path }) => path).sort(), held };
  } finally {
    await staging.close();
  }
}

/**
 * What the manifest says of cards: what they say now, once those to print were made, PNG files where there are no PDFs.
 * A build of other things, or of some personas, prints nothing: then it is what was known before.
 */
function printedCards(
  { personas, outputs, versions }: Run,
  previous: Manifest | undefined,
  held: readonly HeldFile[],
): readonly CardVersion[] {
  const hasPdf = previous?.artifacts.some(({ path }) => isPrinted(path)) ?? false;
  const prints = outputs.includes('print') || (outputs.includes('png') && !hasPdf);
  const isMade = prints && personas === undefined && !held.some(({ path }) => isPrinted(path));
  return isMade ? versions : (previous?.cards ?? []);
}

function sameCards(one: readonly CardVersion[], other: readonly CardVersion[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Artifacts of ours that this workload no longer makes; a reprint of nothing leaves what was printed before. */
function goneFrom(previous: Manifest | undefined, tasks: readonly Task[], isReprint: boolean): string[] {
  const made = new Set(tasks.map(({ path }) => path));
  const keepsPdf = isReprint && !tasks.some(({ path }) => isPrinted(path));
  return (previous?.artifacts ?? [])
    .map(({ path }) => path)
    .filter((path) => !made.has(path) && !(keepsPdf && isPrinted(path)));
}

function merge(previous: Manifest | undefined, published: readonly Artifact[], gone: ReadonlySet<string>): Artifact[] {
  const byPath = new Map(previous?.artifacts.map((artifact) => [artifact.path, artifact]));
  for (const artifact of published) byPath.set(artifact.path, artifact);
  return [...byPath.values()].filter(({ path }) => !gone.has(path));
}

/** Two tasks for one file would overwrite each other, on some systems also when only letter case differs. */
function checkPaths(tasks: readonly Task[]): void {
  const seen = new Map<string, string>();
  for (const { path } of tasks) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) throw new Error(`Two artifacts for one file: ${other} and ${path}`);
    seen.set(path.toLowerCase(), path);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
