import { PdfError } from './pdfError.ts';

/**
 * A PDF dictionary: names, with the leading slash, to values as they are written. Values are not taken apart: all that
 * is done with most of them is to write them again.
 */
export type PdfDictionary = ReadonlyMap<string, string>;

/** Reads the dictionary that begins at `at` of a PDF given as Latin-1 text. */
export function readDictionary(text: string, at: number): PdfDictionary {
  const entries = new Map<string, string>();
  let next = skipSpace(text, at);
  if (!text.startsWith('<<', next)) throw new PdfError(`expected a dictionary at byte ${at}`);
  next = skipSpace(text, next + 2);
  while (!text.startsWith('>>', next)) {
    const value = skipSpace(text, skipValue(text, next));
    const end = skipValue(text, value);
    entries.set(text.slice(next, skipValue(text, next)), text.slice(value, end));
    next = skipSpace(text, end);
  }
  return entries;
}

/** Reads the value that begins at `at`, as it is written. */
export function readValue(text: string, at: number): string {
  const start = skipSpace(text, at);
  return text.slice(start, skipValue(text, start));
}

export function writeDictionary(entries: PdfDictionary): string {
  return `<<${[...entries].map(([name, value]) => `${name} ${value}`).join('\n')}>>`;
}

/** Object number of a reference (`12 0 R`). */
export function referenceIn(value: string | undefined): number | undefined {
  const match = /^(\d+)\s+0\s+R$/.exec(value ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** Object numbers of an array of references. */
export function referencesIn(value: string): number[] {
  return [...value.matchAll(/(\d+)\s+0\s+R/g)].map((match) => Number(match[1]));
}

/** The values of an array, as they are written; a value that is no array is the only one. */
export function valuesIn(value: string): string[] {
  if (!value.startsWith('[')) return [value];
  const values: string[] = [];
  for (let next = skipSpace(value, 1); !value.startsWith(']', next); ) {
    const end = skipValue(value, next);
    values.push(value.slice(next, end));
    next = skipSpace(value, end);
  }
  return values;
}

/** Numbers of an array of four, such as a page's box. */
export function rectangleIn(value: string): [number, number, number, number] {
  const numbers = value.slice(1, -1).trim().split(/\s+/).map(Number);
  const [left, bottom, right, top] = numbers;
  if (
    left === undefined ||
    bottom === undefined ||
    right === undefined ||
    top === undefined ||
    numbers.some(Number.isNaN)
  ) {
    throw new PdfError(`expected a rectangle: ${value}`);
  }
  return [left, bottom, right, top];
}

/** Four decimals: in points 35 nanometres, without the noise of binary fractions. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** A text string: in ASCII where that can spell it, else in UTF-16, as every reader understands. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

const space = /(?:[\0\t\n\f\r ]|%[^\n\r]*)*/y;
const plainToken = /\d+\s+\d+\s+R(?![^\s()<>[\]{}/%])|\/?[^\s()<>[\]{}/%]+/y;

function skipSpace(text: string, at: number): number {
  return endOf(space, text, at) ?? at;
}

/** Position after the value that begins at `at`. */
function skipValue(text: string, at: number): number {
  if (text.startsWith('<<', at)) return skipUntil(text, at + 2, '>>');
  const first = text[at];
  if (first === '[') return skipUntil(text, at + 1, ']');
  if (first === '(') return skipString(text, at);
  const end = first === '<' ? text.indexOf('>', at) + 1 : endOf(plainToken, text, at);
  if (end === undefined || end <= at) throw new PdfError(`expected a value at byte ${at}`);
  return end;
}

function skipUntil(text: string, at: number, close: string): number {
  let next = skipSpace(text, at);
  while (!text.startsWith(close, next)) next = skipSpace(text, skipValue(text, next));
  return next + close.length;
}

/** Position after the string that begins at `at`. Parentheses nest in it, unless a backslash goes before. */
export function skipString(text: string, at: number): number {
  let depth = 0;
  for (let next = at; next < text.length; next += 1) {
    const character = text[next];
    if (character === '\\') next += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return next + 1;
  }
  throw new PdfError(`the string at byte ${at} has no end`);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
