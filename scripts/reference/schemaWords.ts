import * as z from 'zod';
import { color, identifier, language } from '../../src/schema/fields.ts';
import { code } from './markdown.ts';
import type { JsonSchema } from './schemaKeys.ts';

/** Kinds of values by name, and what they look like: the page explains each once. */
export const kinds = {
  text: 'Text. Where nothing else is said, on one line; quotes are needed where YAML would read something else, as in `"2024"`.',
  address: 'A web address that begins with `http://` or `https://`.',
  colour: 'Six hexadecimal digits, in quotes since YAML takes `#` for a comment: `"#0b5cad"`.',
  'language tag': 'A language as BCP 47 writes it: `en`, `fi`, `pt-BR`.',
  identifier:
    'Letters a-z in either case, digits, dots, hyphens and underscores, up to 80 of them, a letter or digit first.',
} as const;

const byPattern = new Map<string | undefined, keyof typeof kinds>([
  [patternOf(color), 'colour'],
  [patternOf(language), 'language tag'],
  [patternOf(identifier), 'identifier'],
]);

function patternOf(schema: z.ZodType): string | undefined {
  return (z.toJSONSchema(schema, { target: 'draft-7' }) as JsonSchema).pattern;
}

/** `text or list of texts` */
export function typeOf(schema: JsonSchema): string {
  return [...new Set(typesOf(schema, false))].join(' or ');
}

function typesOf(schema: JsonSchema, plural: boolean): string[] {
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.flatMap((branch) => typesOf(branch, plural)))];
  if (schema.$ref !== undefined) return [plural ? '[personas](#persona)' : '[persona](#persona)'];
  if (schema.enum !== undefined) return [schema.enum.map(code).join(', ')];
  if (schema.items !== undefined)
    return [`${plural ? 'lists' : 'list'} of ${typesOf(schema.items, true).join(' or ')}`];
  const noun = nounOf(schema);
  if (noun === 'boolean') return ['`true`, `false`'];
  return [plural ? pluralOf(noun) : noun];
}

function nounOf(schema: JsonSchema): string {
  if (schema.type === 'object') return 'mapping';
  if (schema.type !== 'string') return schema.type ?? 'anything';
  if (schema.format === 'uri') return 'address';
  return schema.pattern === undefined ? 'text' : (byPattern.get(schema.pattern) ?? `text like ${code(schema.pattern)}`);
}

const pluralOf = (noun: string): string => (noun.endsWith('s') ? `${noun}es` : `${noun}s`);

/** `up to 200 characters`, `1 to 24 entries`; empty when there is no limit to speak of. */
export function limitsOf(schema: JsonSchema): string {
  return [...new Set(limits(schema))].join(', ');
}

function limits(schema: JsonSchema, each = ''): string[] {
  if (schema.anyOf !== undefined) {
    const of = schema.anyOf.map((branch) => limits(branch, each));
    // One text or a list of them: what holds for each holds for the one.
    return of.flat().filter((limit) => !of.flat().includes(`${limit} each`));
  }
  if (schema.items !== undefined) return [...entries(schema), ...limits(schema.items, ' each')];
  if (schema.minimum !== undefined) return [`${number(schema.minimum)} to ${number(schema.maximum)}${each}`];
  const saidByKind = nounOf(schema) === 'identifier';
  return schema.maxLength === undefined || saidByKind ? [] : [`up to ${number(schema.maxLength)} characters${each}`];
}

function entries({ minItems, maxItems }: JsonSchema): string[] {
  if (maxItems !== undefined) return [`${minItems ?? 0} to ${maxItems} entries`];
  return minItems === undefined ? [] : [`at least ${minItems} ${minItems === 1 ? 'entry' : 'entries'}`];
}

const number = (value: number | undefined): string => (value ?? 0).toLocaleString('en-GB');

/** A description ends with what holds without the key: `Paper of sheets.pdf; a4 unless given.` */
const inWords = /(?:^|; )([^;]*?) unless given/;

export function defaultOf({ description = '' }: JsonSchema): string | undefined {
  return inWords.exec(description)?.[1];
}

export function withoutDefault(description: string): string {
  return description.replace(inWords, '');
}
