import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { loadPicture, type Picture } from '../images/picture.ts';
import { PictureError } from '../images/pictureError.ts';
import { problem } from '../source/problem.ts';
import type { ImageFile, Workload } from '../workload/model.ts';

/** Persona pictures, each read and shrunk once a build and shared by all outputs. */
export class Pictures {
  readonly #loaded = new Map<string, Promise<Picture>>();

  load(image: ImageFile): Promise<Picture> {
    const known = this.#loaded.get(image.sha256);
    if (known !== undefined) return known;
    const loading = readFile(image.absolutePath).then((bytes) => loadPicture(bytes, image.path));
    this.#loaded.set(image.sha256, loading);
    return loading;
  }

  /** Problems of files that are no pictures, at the personas that name them. */
  async problems(workload: Workload): Promise<Diagnostic[]> {
    const found: Diagnostic[] = [];
    for (const { image, fieldLocations } of workload.personas) {
      if (image === undefined) continue;
      try {
        await this.load(image);
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        found.push(problem('IMG003', `${image.path}: ${error.message}`, fieldLocations['image'], error.hint));
      }
    }
    return found;
  }
}
