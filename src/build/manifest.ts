import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from './usageError.ts';

export const MANIFEST = 'manifest.json';

/** Counts up when a reader of an older one would misunderstand a newer. 1, which had no number, knew no cards. */
const FORMAT = 2;

const artifact = z.object({
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  key: z.string(),
  sources: z.array(z.string()),
});

const cardVersion = z.object({ persona: z.string(), version: z.string() });

const manifest = z.object({
  format: z.literal(FORMAT),
  generator: z.string(),
  artifacts: z.array(artifact),
  cards: z.array(cardVersion),
});

/** The format before this: its files are known, and removed when they are no longer made. */
const firstManifest = z
  .object({ format: z.undefined().optional(), generator: z.string(), artifacts: z.array(artifact) })
  .transform((value) => ({ ...value, format: 1 as const, cards: [] }));

/** One built file: where it is below `out/`, what it holds, and the sources it came from. */
export type Artifact = Readonly<z.infer<typeof artifact>>;

/** The mark that a persona's card carries. */
export type CardVersion = Readonly<z.infer<typeof cardVersion>>;

/** Everything that builds into this folder left behind. */
export interface Manifest {
  readonly generator: string;
  readonly artifacts: readonly Artifact[];
  /** The cards as they were last printed, in the order of the deck. */
  readonly cards: readonly CardVersion[];
}

/** The manifest of the last build; undefined when there is none that can be read, and everything is built anew. */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  try {
    const parsed = z
      .union([manifest, firstManifest])
      .safeParse(JSON.parse(await readFile(join(out, MANIFEST), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** A manifest that somebody kept, to compare with. Throws `UsageError` when there is none, or none with cards. */
export async function readEarlierManifest(path: string, shown: string): Promise<Manifest> {
  const hint = 'name the manifest.json that the printed cards were built with';
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(`The file ${shown} is no manifest of a build: it is not JSON`, hint);
    throw new UsageError(`The manifest ${shown} cannot be read`, hint);
  }
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const format = z.object({ format: z.number(), generator: z.string() }).safeParse(value).data?.format;
  if (format !== undefined && format > FORMAT) {
    throw new UsageError(`The manifest ${shown} is of a newer version of persona-deck`, 'update persona-deck');
  }
  if (firstManifest.safeParse(value).success) {
    throw new UsageError(
      `The manifest ${shown} is of an older version of persona-deck and does not know what cards said`,
      'print all cards once more, and keep the manifest of that build',
    );
  }
  throw new UsageError(`The file ${shown} is no manifest of a build`, hint);
}

/** Sorted by path, so that the same build writes the same bytes. */
export function manifestJson({ generator, artifacts, cards }: Manifest): string {
  const sorted = [...artifacts].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, generator, artifacts: sorted, cards }, undefined, 2)}\n`;
}
