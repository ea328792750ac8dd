import type { Pages } from '../browser/pool.ts';

/** What a task may use while it renders. */
export interface RenderContext {
  /** Starts the browser at the first use, so that a task that needs none costs none. */
  readonly pages: Pages;
  readonly signal: AbortSignal;
}

/** One artifact to build. Everything up to here is pure; only `render` does work. */
export interface Task {
  /** Below `out/`, with forward slashes. Unique in a build, whatever the letter case. */
  readonly path: string;
  readonly mediaType: string;
  /** Digest of everything that the bytes depend on. An artifact with the same key need not be rendered again. */
  readonly key: string;
  /** Files that it was made from, relative to the project root, sorted. */
  readonly sources: readonly string[];
  /** Persona ids it shows, when it is one persona's own: what `--persona` selects by. */
  readonly persona?: string;
  /** People edit it where it lies: then bytes are compared, not their number alone. */
  readonly isEdited?: true;
  /** When it can be made from another artifact of the build: `render` is then for when that one is not at hand. */
  readonly from?: Origin;
  render(context: RenderContext): Promise<Uint8Array>;
}

export interface Origin {
  /** Of the other artifact, below `out/`. It is made of no third one. */
  readonly path: string;
  /** The same bytes when absent. */
  readonly make?: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Pictures with the same key are the same bytes: all but the first become copies, so that each is drawn once. What was to
 * be made from a copy is made from the first.
 */
export function sharePictures(tasks: readonly Task[]): Task[] {
  const first = new Map<string, string>();
  const origins = new Map<string, string>();
  return tasks.map((task) => {
    if (task.mediaType !== 'image/png') return task;
    if (task.from !== undefined) {
      const { path } = task.from;
      return { ...task, from: { ...task.from, path: origins.get(path) ?? path } };
    }
    const path = first.get(task.key);
    if (path !== undefined) {
      origins.set(task.path, path);
      return { ...task, from: { path } };
    }
    first.set(task.key, task.path);
    return task;
  });
}
