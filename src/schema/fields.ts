import * as z from 'zod';

/**
 * Characters that no output could carry: control characters and lone surrogates are not allowed in XML, of which
 * PowerPoint files are made. Not a JSON Schema pattern, since editors disagree about Unicode in patterns.
 */
const unprintable = /(?![\t\r\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** A text of one line, with space around it removed. Plain data: neither HTML nor a template has a meaning in it. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !unprintable.test(text), { error: 'has a control character in it' })
    .refine((text) => !/[\r\n\t\u2028\u2029]/.test(text), { error: 'has to be on one line, without tabs' });
}

/** A text that may have several lines. */
export function paragraphs(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !unprintable.test(text), { error: 'has a control character in it' });
}

/** One text, or a list of texts. A comma inside a text is part of it. */
export function lineOrList(max: number) {
  return z.union([line(max), z.array(line(max))]);
}

/** Longest name of a persona, team, component, process or skill, in characters (code points). */
export const longestName = 200;

/** A name of anything. */
export const name = line(longestName);

export const aliases = z.array(name).meta({
  description: 'Other names for the same thing. Letter case, spaces and punctuation do not matter.',
});

export const webAddress = z
  .url({ protocol: /^https?$/, error: 'has to be an address that begins with http:// or https://' })
  .refine((text) => !/\s/.test(text) && !unprintable.test(text), { error: 'has a space in it' });

/** A path relative to the file's folder or the project root, with forward slashes. */
export const path = line(1000);

export const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'has to be a colour of six hexadecimal digits in quotes, such as "#0b5cad"' });

/** BCP 47, as far as the tool needs it. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'has to be a language tag, such as en, fi or pt-BR' });

/** A day, written as ISO 8601 has it. */
export const date = z.iso.date({ error: 'has to be a day, such as 2027-06-30' });

/** Identifier of a thing, which becomes part of file names and addresses. */
export const identifier = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'may hold letters a-z, digits, dots, hyphens and underscores' });

/** One or several texts as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
