/** A value of a PDF. Names keep their slash; strings are bytes, one a character. */
export type PdfValue = number | boolean | null | PdfName | PdfText | PdfReference | readonly PdfValue[] | PdfMap;

export type PdfMap = ReadonlyMap<string, PdfValue>;

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfText {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly object: number;
  constructor(object: number) {
    this.object = object;
  }
}

/** An operator of a content stream, or a keyword such as `endobj`. */
export class PdfKeyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** What was read last, and where it ends. */
export interface Token {
  readonly value: PdfValue | PdfKeyword;
  readonly end: number;
}

export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError';
}

const space = /(?:[\0\t\n\f\r ]|%[^\n\r]*)*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const reference = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

export function skipSpace(text: string, start: number): number {
  return start + (at(space, text, start)?.[0].length ?? 0);
}

/** Reads one value or keyword of a PDF given as Latin-1 text; undefined at its end. */
export function readToken(text: string, from: number): Token | undefined {
  const start = skipSpace(text, from);
  const first = text[start];
  if (first === undefined) return undefined;
  if (first === '(') return readString(text, start);
  if (first === '[') return readArray(text, start + 1);
  if (first === '<') return text[start + 1] === '<' ? readMap(text, start + 2) : readHex(text, start);
  if (first === '/') {
    const found = at(name, text, start)?.[0] ?? '/';
    const plain = found.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => byte(hex));
    return { value: new PdfName(plain), end: start + found.length };
  }
  const pointer = at(reference, text, start);
  if (pointer !== null) return { value: new PdfReference(Number(pointer[1])), end: start + pointer[0].length };
  const digits = at(number, text, start)?.[0];
  if (digits !== undefined) return { value: Number(digits), end: start + digits.length };
  const letters = at(word, text, start)?.[0];
  // A bracket that closes nothing ends what it stands in.
  if (letters === undefined) return { value: new PdfKeyword(first), end: start + 1 };
  return { value: keyword(letters), end: start + letters.length };
}

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

function keyword(letters: string): PdfValue | PdfKeyword {
  if (letters === 'true') return true;
  if (letters === 'false') return false;
  if (letters === 'null') return null;
  return new PdfKeyword(letters);
}

function readArray(text: string, start: number): Token {
  const values: PdfValue[] = [];
  for (let next = start; ; ) {
    const token = readToken(text, next);
    if (token === undefined) throw new PdfSyntaxError('an array has no end');
    next = token.end;
    if (!(token.value instanceof PdfKeyword)) values.push(token.value);
    else if (token.value.word === ']') return { value: values, end: next };
  }
}

function readMap(text: string, start: number): Token {
  const entries = new Map<string, PdfValue>();
  for (let next = start; ; ) {
    next = skipSpace(text, next);
    if (text.startsWith('>>', next)) return { value: entries, end: next + 2 };
    const key = readToken(text, next);
    if (!(key?.value instanceof PdfName)) throw new PdfSyntaxError('a dictionary has no end');
    const value = readToken(text, key.end);
    if (value === undefined) throw new PdfSyntaxError('a dictionary has no end');
    next = value.end;
    if (!(value.value instanceof PdfKeyword)) entries.set(key.value.name, value.value);
  }
}

function readHex(text: string, start: number): Token {
  const end = text.indexOf('>', start);
  if (end < 0) throw new PdfSyntaxError('a string has no end');
  const digits = text.slice(start + 1, end).replace(/[^0-9A-Fa-f]/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return { value: new PdfText(even.replace(/../g, byte)), end: end + 1 };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readString(text: string, start: number): Token {
  let [out, depth] = ['', 0];
  for (let next = start; next < text.length; next += 1) {
    const letter = text[next] ?? '';
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(next + 1, next + 4))?.[0];
      const following = text[next + 1] ?? '';
      if (octal !== undefined) out += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (following !== '\n' && following !== '\r') out += escapes[following] ?? following;
      next += octal?.length ?? (following === '\r' && text[next + 2] === '\n' ? 2 : 1);
      continue;
    }
    if (letter === '(' && depth++ === 0) continue;
    if (letter === ')' && --depth === 0) return { value: new PdfText(out), end: next + 1 };
    out += letter;
  }
  throw new PdfSyntaxError('a string has no end');
}
