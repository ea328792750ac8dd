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
  render(context: RenderContext): Promise<Uint8Array>;
}
