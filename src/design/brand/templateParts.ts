import { readRelations, type Relation, relationsPath, targetPart } from '../../ooxml/relations.ts';
import type { ZipArchive } from '../../ooxml/readZip.ts';
import { elements, parseXml, type XmlElement } from '../../ooxml/xml.ts';

/** Why a template cannot be used: the reasons that its reader turns into problems. */
export class TemplateRefused extends Error {
  readonly reason: 'foreign' | 'no layouts' | 'damaged' | 'unusual';
  readonly hint: string | undefined;

  constructor(reason: TemplateRefused['reason'], message: string, hint?: string) {
    super(message);
    this.name = 'TemplateRefused';
    this.reason = reason;
    this.hint = hint;
  }
}

/** A relation and the part it leads to; no part when it leads out of the package or nowhere. */
export interface PartRelation extends Relation {
  readonly part?: string;
}

const isMarkup = (name: string): boolean => /\.(xml|rels)$/i.test(name);

/** Parts of a package as trees, each parsed once, with what relates them. Throws `TemplateRefused`. */
export class TemplateParts {
  readonly names: ReadonlySet<string>;
  readonly #markup: ReadonlyMap<string, Uint8Array>;
  readonly #trees = new Map<string, XmlElement>();
  readonly #defaults: ReadonlyMap<string, string>;
  readonly #overrides: ReadonlyMap<string, string>;

  constructor(archive: ZipArchive) {
    this.names = new Set(archive.names);
    this.#markup = archive.unpack(isMarkup);
    const types = elements(this.tree('[Content_Types].xml'));
    const listed = (name: string, key: string): Map<string, string> =>
      new Map(
        types
          .filter((type) => type.name === name)
          .map(({ attributes }) => [(attributes[key] ?? '').toLowerCase(), attributes.ContentType ?? '']),
      );
    this.#defaults = listed('Default', 'Extension');
    this.#overrides = listed('Override', 'PartName');
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  bytes(name: string): Uint8Array | undefined {
    return this.#markup.get(name);
  }

  contentType(name: string): string | undefined {
    return (
      this.#overrides.get(`/${name}`.toLowerCase()) ?? this.#defaults.get(name.split('.').at(-1)?.toLowerCase() ?? '')
    );
  }

  tree(name: string): XmlElement {
    let tree = this.#trees.get(name);
    if (tree === undefined) {
      tree = parsePart(name, this.#markup.get(name));
      this.#trees.set(name, tree);
    }
    return tree;
  }

  /** Of a part, in the order written; none when it has no relations. */
  relations(part: string): PartRelation[] {
    const path = relationsPath(part);
    if (!this.#markup.has(path)) return [];
    this.tree(path);
    return readRelations(textOf(path, this.#markup.get(path))).map((relation) => {
      const target = relation.external ? undefined : this.#find(targetPart(part, relation.target));
      return target === undefined ? relation : { ...relation, part: target };
    });
  }

  /** The part that the first relation of a type leads to. */
  related(part: string, type: string): string | undefined {
    return this.relations(part).find((relation) => relation.type === type)?.part;
  }

  /** Targets are addresses, so signs in them may be written as percent codes. */
  #find(name: string): string | undefined {
    if (this.names.has(name)) return name;
    try {
      const decoded = decodeURIComponent(name);
      return this.names.has(decoded) ? decoded : undefined;
    } catch {
      return undefined;
    }
  }
}

function textOf(name: string, bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new TemplateRefused('damaged', `${name} is missing`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TemplateRefused('damaged', `${name} is not UTF-8 text`);
  }
}

function parsePart(name: string, bytes: Uint8Array | undefined): XmlElement {
  const text = textOf(name, bytes);
  // Office writes none, and entities are all that one would be for.
  if (/<!DOCTYPE/i.test(text)) throw new TemplateRefused('damaged', `${name} has a document type declaration`);
  try {
    return parseXml(text);
  } catch {
    throw new TemplateRefused('damaged', `${name} is not well-formed XML`);
  }
}
