import { createHash } from 'node:crypto';
import type { Relation } from '../../../ooxml/relations.ts';

/**
 * Pictures of a package, each once: the emitter stores a picture again for every slide that shows it. Names are not those
 * that templates have for theirs.
 */
export class MediaStore {
  readonly #names = new Map<string, string>();
  readonly parts = new Map<string, Uint8Array>();

  /** Points a relation to the one part that holds its picture; `source` has the emitter's. */
  share(relation: Relation, source: ReadonlyMap<string, Uint8Array>): void {
    if (relation.type !== 'image' || relation.external) return;
    const bytes = source.get(relation.target.replace(/^\.\.\//, 'ppt/'));
    if (bytes === undefined) throw new Error(`There is no picture ${relation.target}`);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const name = this.#names.get(hash) ?? `persona${this.#names.size + 1}.${extensionOf(bytes)}`;
    this.#names.set(hash, name);
    this.parts.set(`ppt/media/${name}`, bytes);
    relation.target = `../media/${name}`;
  }
}

/** PNG files start with 0x89; the others are JPEG. */
function extensionOf(bytes: Uint8Array): string {
  return bytes[0] === 0x89 ? 'png' : 'jpeg';
}
