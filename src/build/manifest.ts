import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';

const artifact = z.object({
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  key: z.string(),
  sources: z.array(z.string()),
});

const manifest = z.object({ generator: z.string(), artifacts: z.array(artifact) });

/** One built file: where it is below `out/`, what it holds, and the sources it came from. */
export type Artifact = Readonly<z.infer<typeof artifact>>;

/** Everything that builds into this folder left behind. */
export interface Manifest {
  readonly generator: string;
  readonly artifacts: readonly Artifact[];
}

/** The manifest of the last build; undefined when there is none that can be read, and everything is built anew. */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  try {
    const parsed = manifest.safeParse(JSON.parse(await readFile(join(out, MANIFEST), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Sorted by path, so that the same build writes the same bytes. */
export function manifestJson(value: Manifest): string {
  const artifacts = [...value.artifacts].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ generator: value.generator, artifacts }, undefined, 2)}\n`;
}
