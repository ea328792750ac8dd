import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderContext, Task } from '../outputs/task.ts';
import type { Artifact } from './manifest.ts';
import type { Staging } from './staging.ts';

/** A task whose artifact is there already, made from the same input. */
export async function isFresh(task: Task, known: Artifact | undefined, out: string): Promise<boolean> {
  if (known === undefined || known.key !== task.key) return false;
  try {
    const { size } = await stat(join(out, task.path));
    return size === known.bytes;
  } catch {
    return false;
  }
}

const TASKS_AT_ONCE = 6;
/** Up to so many tasks, artifacts of the whole deck are small enough to be held in memory side by side. */
const SMALL_BUILD = 200;

/**
 * Renders tasks into the staging folder. Bytes go to disk at once and are not kept; of a large deck, artifacts that hold
 * all of it are rendered one at a time: so memory is bounded by the largest artifact, not by the deck.
 */
export async function renderAll(
  tasks: readonly Task[],
  staging: Staging,
  context: RenderContext,
  onDone: (path: string) => void,
): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  const render = async (task: Task): Promise<void> => {
    context.signal.throwIfAborted();
    const bytes = await task.render(context);
    await staging.write(task.path, bytes);
    artifacts.push(artifactOf(task, bytes));
    onDone(task.path);
  };
  const whole = tasks.filter((task) => task.persona === undefined);
  const single = tasks.filter((task) => task.persona !== undefined);
  if (tasks.length <= SMALL_BUILD) {
    await eachAtOnce([...whole, ...single], TASKS_AT_ONCE, render);
  } else {
    await eachAtOnce(whole, 1, render);
    await eachAtOnce(single, TASKS_AT_ONCE, render);
  }
  return artifacts;
}

function artifactOf({ path, mediaType, key, sources }: Task, bytes: Uint8Array): Artifact {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, mediaType, bytes: bytes.byteLength, sha256, key, sources: [...sources] };
}

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
