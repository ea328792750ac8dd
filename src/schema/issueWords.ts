import type * as z from 'zod';
import type { YamlPath } from '../source/yamlDocument.ts';

/** Longest stretch of a value that a message repeats. */
const longestShown = 40;

/** `environments[0].name` */
export function pathName(path: YamlPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`))
    .join('');
}

/** What stands in the file, in words: `the number 1`. */
export function foundValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value !== 'string') return `the value ${JSON.stringify(value)}`;
  return `"${value.length > longestShown ? `${value.slice(0, longestShown)}…` : value}"`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  number: 'a number',
  boolean: 'true or false',
};

/** `text, a list or a mapping`; values that are no types stand for themselves. */
export function expectedTypes(expected: readonly string[]): string {
  const names = [...new Set(expected.map((type) => typeNames[type] ?? type))];
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** Why a size is wrong: `is 212 characters long, at most 200 are allowed`. */
export function sizeLimit(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown): string {
  const [limit, atMost] = issue.code === 'too_big' ? [Number(issue.maximum), true] : [Number(issue.minimum), false];
  if (typeof value === 'string') {
    return atMost ? `is ${Array.from(value).length} characters long, at most ${limit} are allowed` : 'is empty';
  }
  if (Array.isArray(value)) {
    return atMost ? `has ${value.length} entries, at most ${limit} are allowed` : `needs at least ${limit} entry`;
  }
  return `is ${String(value)}, ${atMost ? 'at most' : 'at least'} ${limit} is allowed`;
}
