import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic, Location, Range } from '../diagnostics/diagnostic.ts';
import { LineIndex } from './lineIndex.ts';
import { problem } from './problem.ts';
import type { SourceFile } from './sourceFile.ts';
import { YamlPlain } from './yamlPlain.ts';
import { readTokens } from './yamlTokens.ts';

/** Way to a value: keys of mappings and indexes of lists, from the top. */
export type YamlPath = readonly PropertyKey[];

/** A value from a YAML file, with the place of each of its parts. */
export interface YamlNode {
  readonly file: string;
  /** Plain data: strings, numbers, booleans, null, arrays and objects without a prototype's surprises. */
  readonly value: unknown;
  /**
   * Place of the value at `path`, or of its key. A path that does not exist gives the nearest part above it that
   * does; a mapping is represented by its first key, so that a message does not mark half a file.
   */
  rangeOf(path: YamlPath, part?: 'key' | 'value'): Range;
  locationOf(path: YamlPath, part?: 'key' | 'value'): Location;
  /** The part at `path` as a node of its own. */
  at(path: YamlPath): YamlNode;
}

export interface YamlFile {
  /** One a document that holds anything; empty ones (only comments) are left out. Empty when there are problems. */
  readonly documents: readonly YamlNode[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Parses a file of one or several YAML 1.2 documents (core schema: dates and `yes` are text; no merge keys, no custom
 * tags). Problems: `YAML001` syntax, `YAML002` a key given twice, `YAML003` aliases that expand beyond reason or
 * contain themselves, `YAML004` a tag, `YAML005` a `#` that began a comment where a value was meant, `YAML006` nested
 * too deeply.
 */
export function parseYaml({ file, text }: SourceFile): YamlFile {
  const index = new LineIndex(text);
  const problems: Diagnostic[] = [];
  const report = (code: string, message: string, [start, end]: readonly [number, number], hint?: string): void => {
    problems.push(problem(code, message, { file, range: index.rangeOf(start, end) }, hint));
  };
  const tokens = readTokens(text);
  if (typeof tokens === 'number') {
    report('YAML006', 'nested too deeply', [tokens, tokens + 1], 'a persona needs three levels at most');
    return { documents: [], problems };
  }
  const documents: YamlNode[] = [];
  for (const document of new Composer(composerOptions).compose(tokens, true, text.length)) {
    reportSyntax(document, text, report);
    if (problems.length > 0) continue;
    const plain = new YamlPlain(report);
    const value = plain.convert(document.contents);
    if (value !== null) documents.push(new LocatedNode(file, index, document.contents as Node, plain, value));
  }
  return { documents: problems.length > 0 ? [] : documents, problems: problems.slice(0, maxProblems) };
}

const composerOptions = {
  version: '1.2',
  schema: 'core',
  prettyErrors: false,
  logLevel: 'silent',
  // The library's own search for duplicates takes quadratic time; `YamlPlain` finds them in one pass.
  uniqueKeys: false,
} as const;

/** After so many, the file is not YAML, and the list helps nobody. */
const maxProblems = 20;

type Report = (code: string, message: string, range: readonly [number, number], hint?: string) => void;

function reportSyntax(document: Document.Parsed, text: string, report: Report): void {
  let last = -1;
  for (const { code, message, pos } of document.errors) {
    // One mistake makes the parser stumble several times on the same line; the first says it best.
    if (last >= 0 && !/[\r\n]/.test(text.slice(last, pos[0]))) continue;
    last = pos[0];
    report('YAML001', lowerFirst(message), [pos[0], pos[1]], syntaxHint(code, text.slice(pos[0], pos[0] + 1)));
  }
  for (const { code, message, pos } of document.warnings) {
    if (code === 'TAG_RESOLVE_FAILED')
      report('YAML004', lowerFirst(message), [pos[0], pos[1]], 'write the value without a tag');
    else report('YAML001', lowerFirst(message), [pos[0], pos[1]]);
  }
}

function syntaxHint(code: string, character: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with spaces; YAML allows no tabs there';
  if (code === 'BAD_SCALAR_START' || character === '@' || character === '`') return 'put the text in quotes';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') {
    return 'put a text that contains ": " in quotes';
  }
  return 'check the indentation, the quotes and the colons on this line and the one above';
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

class LocatedNode implements YamlNode {
  readonly file: string;
  readonly value: unknown;
  readonly #index: LineIndex;
  readonly #node: Node;
  readonly #plain: YamlPlain;

  constructor(file: string, index: LineIndex, node: Node, plain: YamlPlain, value: unknown) {
    this.file = file;
    this.value = value;
    this.#index = index;
    this.#node = node;
    this.#plain = plain;
  }

  rangeOf(path: YamlPath, part: 'key' | 'value' = 'value'): Range {
    const { key, value } = this.#find(path);
    if (part === 'key' && key !== undefined) return this.#rangeOfNode(key);
    // A key without a value has an empty node behind the colon: the key is the better place.
    if (key !== undefined && (value === null || (isScalar(value) && value.value === null)))
      return this.#rangeOfNode(key);
    return this.#rangeOfNode(value ?? this.#node);
  }

  locationOf(path: YamlPath, part: 'key' | 'value' = 'value'): Location {
    return { file: this.file, range: this.rangeOf(path, part) };
  }

  at(path: YamlPath): YamlNode {
    const value = path.reduce<unknown>((holder, step) => (holder as Record<PropertyKey, unknown>)?.[step], this.value);
    return new LocatedNode(this.file, this.#index, this.#find(path).value ?? this.#node, this.#plain, value);
  }

  /** Follows the path as far as it goes. `key` is that of the last step, when it led into a mapping. */
  #find(path: YamlPath): { key: Node | undefined; value: Node | null } {
    let value: Node | null = this.#node;
    let key: Node | undefined;
    for (const step of path) {
      const holder: Node | null = isAlias(value) ? (this.#plain.targetOf(value) ?? null) : value;
      if (isMap(holder)) {
        const pair = pairOf(holder, step);
        if (pair === undefined) return { key: undefined, value: holder };
        key = pair.key as Node;
        value = pair.value as Node | null;
      } else if (isSeq(holder) && typeof step === 'number' && holder.items[step] !== undefined) {
        key = undefined;
        value = holder.items[step] as Node;
      } else {
        return { key, value };
      }
    }
    return { key, value };
  }

  #rangeOfNode(node: Node): Range {
    if (isMap(node)) {
      const first = node.items[0]?.key as Node | undefined;
      if (first !== undefined) return this.#rangeOfNode(first);
    }
    const [start, end] = node.range ?? [0, 0];
    const written = this.#index.text.slice(start, end);
    return this.#index.rangeOf(start, start + written.trimEnd().length);
  }
}

/** The last pair of a key, as later ones win; a duplicate is a problem anyway. */
function pairOf(map: YAMLMap, step: PropertyKey): Pair | undefined {
  return map.items.findLast((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(step));
}
