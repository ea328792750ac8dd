import type * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Confinement } from '../source/confine.ts';
import { problem } from '../source/problem.ts';
import { readText } from '../source/readText.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { parseYaml, type YamlNode } from '../source/yamlDocument.ts';
import { validate } from './validate.ts';

/** What a file of one document says. */
export interface DocumentReading<T> {
  /** Absent when there are problems. */
  readonly value?: T;
  /** Places of the parts of `value`; absent when the file is empty or has problems. */
  readonly node?: YamlNode;
  /** Absent when the file could not be read as text. */
  readonly source?: SourceFile;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads and validates a YAML file that holds one document, such as settings, a theme or a locale. Problems are those
 * of `readText`, `parseYaml` and `validate`, and `SCH005` when there is not exactly one document.
 *
 * @param path absolute
 * @param what the document in words, such as `a theme`
 * @param ifEmpty what a file without content (or of comments only) means; a problem unless given
 */
export async function readDocument<T>(
  confinement: Confinement,
  path: string,
  schema: z.ZodType<T>,
  what: string,
  ifEmpty?: T,
): Promise<DocumentReading<T>> {
  const read = await readText(confinement, path);
  if (!read.ok) return { problems: read.problems };
  const source = read.value;
  const { documents, problems } = parseYaml(source);
  if (problems.length > 0) return { source, problems };
  const [node, second] = documents;
  const hint = `it has to hold ${what}`;
  if (node === undefined) {
    if (ifEmpty !== undefined) return { value: ifEmpty, source, problems: [] };
    return { source, problems: [problem('SCH005', 'the file is empty', { file: source.file }, hint)] };
  }
  if (second !== undefined) {
    const message = 'a second document in a file of one';
    return { source, problems: [problem('SCH005', message, second.locationOf([]), hint)] };
  }
  const valid = validate(schema, node, what);
  return valid.ok ? { value: valid.value, node, source, problems: [] } : { source, problems: valid.problems };
}
