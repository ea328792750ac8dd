import { ZipWriter } from '../../../ooxml/zip.ts';
import { contentTypes } from './contentTypes.ts';
import { relationsPath, writeRelations } from '../../../ooxml/relations.ts';
import type { Relation } from '../../../ooxml/relations.ts';
import { parseMarkup, serializeXml, type XmlElement } from '../../../ooxml/xml.ts';

/** Parts of a package by name. */
export type PackageSource = ReadonlyMap<string, Uint8Array>;

/** Readers look for it at the start of a package. */
const CONTENT_TYPES = '[Content_Types].xml';

/** Parts are compressed as they come, so that the package is never held twice. */
export class PackageWriter {
  readonly #zip = new ZipWriter();
  /** With the content types of those that have one of their own. */
  readonly #parts = new Map<string, string | undefined>();

  add(name: string, bytes: Uint8Array): void {
    this.#parts.set(name, undefined);
    this.#zip.add(name, bytes);
  }

  /** A part of another package, with the type that it has there. */
  addCopy(name: string, bytes: Uint8Array, type: string | undefined): void {
    // Relations have no type of their own.
    if (!name.endsWith('.rels')) this.#parts.set(name, type);
    this.#zip.add(name, bytes);
  }

  addXml(name: string, root: XmlElement): void {
    this.add(name, Buffer.from(serializeXml(root)));
  }

  /** Relations of a part that was added; of the package itself for the empty name. */
  addRelations(part: string, relations: readonly Relation[]): void {
    this.#zip.add(relationsPath(part), Buffer.from(writeRelations(relations)));
  }

  /** Adds the list of content types and gives the bytes of the package. */
  finish(): Uint8Array {
    this.#zip.add(CONTENT_TYPES, Buffer.from(serializeXml(contentTypes(this.#parts))));
    return this.#zip.finish(CONTENT_TYPES);
  }
}

export function readTree(source: PackageSource, name: string): XmlElement {
  return parseMarkup(readText(source, name));
}

export function readText(source: PackageSource, name: string): string {
  const bytes = source.get(name);
  if (bytes === undefined) throw new Error(`The emitter wrote no ${name}`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
