import { dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Confinement } from '../source/confine.ts';
import { eachInParallel } from '../source/eachInParallel.ts';
import { failed, type Outcome, problem } from '../source/problem.ts';
import { confinementProblem, hashFile } from '../source/readText.ts';
import type { PersonaEntry } from './documents.ts';
import type { ImageFile } from './model.ts';

/**
 * Finds the pictures that personas name. Problems: `IMG001` not found or not readable, `IMG002` not a PNG, JPEG or SVG,
 * `SRC004` and `SRC005` outside the project root.
 */
export async function findImages(
  confinement: Confinement,
  personas: readonly PersonaEntry[],
): Promise<{ readonly images: ReadonlyMap<PersonaEntry, ImageFile>; readonly problems: readonly Diagnostic[] }> {
  const images = new Map<PersonaEntry, ImageFile>();
  const problems: Diagnostic[] = [];
  const withImage = personas.filter(({ input }) => input.image !== undefined);
  await eachInParallel(withImage, async (entry) => {
    const image = await findImage(confinement, entry, entry.input.image ?? '');
    if (image.ok) images.set(entry, image.value);
    else problems.push(...image.problems);
  });
  return { images, problems };
}

async function findImage(confinement: Confinement, entry: PersonaEntry, written: string): Promise<Outcome<ImageFile>> {
  const location = entry.node.locationOf(['image']);
  if (/^[a-z][a-z0-9+.-]+:/i.test(written)) {
    return failed(
      problem('IMG002', `"${written}" is an address`, location, 'save the picture in the project and name the file'),
    );
  }
  if (!/\.(png|jpe?g|svg)$/i.test(written)) {
    return failed(
      problem('IMG002', `"${written}" is not a PNG, JPEG or SVG file`, location, 'convert the picture to PNG'),
    );
  }
  const confined = await confinement.resolve(dirname(entry.path), written);
  if (confined.status === 'outside' || confined.status === 'outsideByLink') {
    return failed(confinementProblem(confined, written, location));
  }
  const sha256 = confined.status === 'found' ? await hashFile(confined.absolutePath) : undefined;
  if (sha256 === undefined) {
    const hint = `put the picture at ${confined.file}, or correct the path, which is relative to this file`;
    return failed(problem('IMG001', `image not found: ${written}`, location, hint));
  }
  return { ok: true, value: { path: confined.file, absolutePath: confined.absolutePath, sha256 } };
}
