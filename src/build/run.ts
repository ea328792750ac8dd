import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPool } from '../browser/pool.ts';
import type { RenderContext, Task } from '../outputs/task.ts';
import type { OutputName } from '../schema/settings.ts';
import { drawsCards } from './choices.ts';
import type { Artifact } from './manifest.ts';
import type { Staging } from './staging.ts';

/** A task whose artifact is there already, made from the same input. */
export async function isFresh(task: Task, known: Artifact | undefined, out: string): Promise<boolean> {
  if (known === undefined || known.key !== task.key) return false;
  try {
    const path = join(out, task.path);
    const { size } = await stat(path);
    return size === known.bytes && (task.isEdited !== true || digestOf(await readFile(path)) === known.sha256);
  } catch {
    return false;
  }
}

export interface RunContext extends RenderContext {
  /** Paths of artifacts in `out/` that are as a build would make them now. */
  readonly fresh: ReadonlySet<string>;
  /** Its browser is replaced between the stages of a large deck. */
  readonly pages: BrowserPool;
  /** Of the whole deck, also when only some are rendered. */
  readonly personas: number;
}

const TASKS_AT_ONCE = 6;
/** Up to so many personas, artifacts of the whole deck are small enough to be held in memory side by side. */
const SMALL_DECK = 100;
/** Pages that draw cards: more do not draw sooner, and each holds some 120 MB after a while. */
const DRAWING_PAGES = 4;
/** Pages that lay out and print: as many as keep two cores busy. */
const PRINTING_PAGES = 2;

/**
 * Pages at once to begin with. Two are up sooner and draw a few cards as soon; measuring many cards fills the pages. Texts
 * of a large deck of slides are measured in one: a second would save a second of thirty, and hold 50 MB.
 */
export function pagesFor(personas: number, outputs: readonly OutputName[]): number {
  const drawn = drawsCards(outputs);
  if (personas > SMALL_DECK) return drawn || outputs.includes('print') ? PRINTING_PAGES : 1;
  return personas < 8 || !drawn ? PRINTING_PAGES : DRAWING_PAGES;
}

/**
 * Renders tasks into the staging folder. Bytes go to disk at once and are not kept. Of a large deck, cards are drawn
 * first, then artifacts that hold all of it are rendered one at a time, each with a browser of its own: so memory is
 * bounded by the largest artifact, not by the deck. What is made from other artifacts comes last, when those are there.
 */
export async function renderAll(
  tasks: readonly Task[],
  staging: Staging,
  context: RunContext,
  onDone: (path: string) => void,
): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  const render = async (task: Task): Promise<void> => {
    context.signal.throwIfAborted();
    const bytes = isDerived(task) ? await derive(task, staging) : await task.render(context);
    await staging.write(task.path, bytes);
    artifacts.push(artifactOf(task, bytes));
    onDone(task.path);
  };
  const paths = new Set(tasks.map(({ path }) => path));
  const isDerived = (task: Task): task is DerivedTask =>
    task.from !== undefined && (paths.has(task.from.path) || context.fresh.has(task.from.path));
  const own = tasks.filter((task) => !isDerived(task));
  const whole = own.filter((task) => task.persona === undefined);
  const single = own.filter((task) => task.persona !== undefined);
  if (context.personas <= SMALL_DECK) {
    await eachAtOnce([...whole, ...single], TASKS_AT_ONCE, render);
  } else {
    await context.pages.renew(DRAWING_PAGES);
    await eachAtOnce(single, TASKS_AT_ONCE, render);
    for (const task of whole) {
      // Also where no page is needed: then none of the last artifact's is held.
      await context.pages.renew(PRINTING_PAGES);
      await render(task);
    }
  }
  // No more pages are needed: ending the browser takes a tenth of a second.
  await Promise.all([eachAtOnce(tasks.filter(isDerived), TASKS_AT_ONCE, render), context.pages.close()]);
  return artifacts;
}

type DerivedTask = Task & Required<Pick<Task, 'from'>>;

async function derive({ from: { path, make } }: DerivedTask, staging: Staging): Promise<Uint8Array> {
  const bytes = await staging.read(path);
  return make === undefined ? bytes : make(bytes);
}

function artifactOf({ path, mediaType, key, sources }: Task, bytes: Uint8Array): Artifact {
  return { path, mediaType, bytes: bytes.byteLength, sha256: digestOf(bytes), key, sources: [...sources] };
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The first failure stops the rest and is thrown. */
async function eachAtOnce<T>(items: readonly T[], limit: number, act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (failed) return;
      try {
        await act(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}
