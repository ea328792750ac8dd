import type * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/didYouMean.ts';
import { type Outcome, problem } from '../source/problem.ts';
import type { YamlNode, YamlPath } from '../source/yamlDocument.ts';
import { expectedTypes, foundValue, pathName, sizeLimit } from './issueWords.ts';
import { knownKeysAt } from './knownKeys.ts';
import { withoutEmpty } from './withoutEmpty.ts';

type Issue = z.core.$ZodIssue;

/** After so many, the document is something else, and the list helps nobody. */
const maxProblems = 100;

/**
 * Validates a YAML value. Keys without a value count as left out. All problems are reported, each at its key or value:
 * `SCH001` unknown key, `SCH002` wrong type, `SCH003` a required key is missing, `SCH004` a value that is not allowed.
 *
 * @param what the document in words, such as `a persona`
 */
export function validate<T>(schema: z.ZodType<T>, node: YamlNode, what: string): Outcome<T> {
  const value = withoutEmpty(node.value);
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const located = new IssueLocator(schema, node, value, what);
  return {
    ok: false,
    problems: result.error.issues.slice(0, maxProblems).flatMap((issue) => located.problems(issue, [])),
  };
}

class IssueLocator {
  readonly #schema: z.ZodType;
  readonly #node: YamlNode;
  readonly #value: unknown;
  readonly #what: string;

  constructor(schema: z.ZodType, node: YamlNode, value: unknown, what: string) {
    this.#schema = schema;
    this.#node = node;
    this.#value = value;
    this.#what = what;
  }

  /** `above`: way to the value that the issue's own path starts from. */
  problems(issue: Issue, above: YamlPath): Diagnostic[] {
    const path = [...above, ...issue.path];
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.slice(0, maxProblems).map((key) => this.#unknownKey([...path, key], key));
      case 'invalid_union':
        return this.#union(issue.errors, path);
      case 'invalid_type':
        return [this.#wrongType(path, [issue.expected])];
      case 'invalid_value':
        return [this.#notListed(path, issue.values.map(String))];
      case 'too_big':
      case 'too_small':
        return [this.#at('SCH004', path, `${this.#name(path)} ${sizeLimit(issue, this.#valueAt(path))}`)];
      default:
        return [this.#at('SCH004', path, `${this.#name(path)} ${issue.message}`)];
    }
  }

  #unknownKey(path: YamlPath, key: string): Diagnostic {
    const known = knownKeysAt(this.#schema, path.slice(0, -1), this.#value);
    const meant = closest(key, known);
    const list = `known keys: ${known.join(', ')}`;
    const hint = meant === undefined ? list : `did you mean "${meant}"? ${list}`;
    return problem('SCH001', `unknown key "${key}"`, this.#node.locationOf(path, 'key'), hint);
  }

  /** Of the forms a value may have, reports on the one that the author chose; names all when it is none of them. */
  #union(branches: readonly (readonly Issue[])[], path: YamlPath): Diagnostic[] {
    const chosen = branches.find((issues) => typesMissed(issues).length === 0);
    if (chosen !== undefined) return chosen.flatMap((issue) => this.problems(issue, path));
    return [this.#wrongType(path, branches.flatMap(typesMissed))];
  }

  #wrongType(path: YamlPath, expected: readonly string[]): Diagnostic {
    const value = this.#valueAt(path);
    if (value === undefined) return this.#missing(path);
    const message = `${this.#name(path)} is ${foundValue(value)}, expected ${expectedTypes(expected)}`;
    return this.#at('SCH002', path, message, typeHint(value, expected));
  }

  #missing(path: YamlPath): Diagnostic {
    const holder = path.slice(0, -1);
    const key = String(path.at(-1));
    const written = this.#writtenAt(path) === null;
    const owner = holder.length === 0 ? this.#what : pathName(holder);
    const hint = `${written ? `give "${key}" a value` : `add "${key}:"`}; ${owner} needs it`;
    return problem('SCH003', `"${key}" is ${written ? 'empty' : 'missing'}`, this.#node.locationOf(path, 'key'), hint);
  }

  #notListed(path: YamlPath, allowed: readonly string[]): Diagnostic {
    const value = this.#valueAt(path);
    if (value === undefined) return this.#missing(path);
    const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
    const message = `${this.#name(path)} is ${foundValue(value)}, expected ${expectedTypes(allowed)}`;
    return this.#at('SCH004', path, message, meant === undefined ? undefined : `did you mean ${meant}?`);
  }

  #at(code: string, path: YamlPath, message: string, hint?: string): Diagnostic {
    return problem(code, message, this.#node.locationOf(path), hint);
  }

  #name(path: YamlPath): string {
    return path.length === 0 ? this.#what : `"${pathName(path)}"`;
  }

  #valueAt(path: YamlPath): unknown {
    return follow(this.#value, path);
  }

  /** As it stands in the file: null when a key has no value. */
  #writtenAt(path: YamlPath): unknown {
    return follow(this.#node.value, path);
  }
}

/** Types that the whole value would need to have; none when it has the right one and the mistake is inside of it. */
function typesMissed(issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) => {
    if (issue.path.length > 0) return [];
    if (issue.code === 'invalid_type') return [issue.expected];
    if (issue.code !== 'invalid_union') return [];
    const branches = issue.errors.map(typesMissed);
    return branches.every((types) => types.length > 0) ? branches.flat() : [];
  });
}

function follow(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((holder, step) => (holder as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

function typeHint(value: unknown, expected: readonly string[]): string | undefined {
  if (!expected.includes('string')) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return 'put it in quotes, so that it is text';
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return 'a text that contains ": " needs quotes';
  return undefined;
}
