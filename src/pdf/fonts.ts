import type { PdfDocument } from './document.ts';
import { type PdfMap, PdfText, type PdfValue, readToken } from './values.ts';

/** A font as far as it takes to know what a text says and how long it is. */
export interface PdfFont {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
  /** Bytes of a character. */
  readonly bytes: 1 | 2;
  /** Advance of a character in parts of the size. */
  readonly widthOf: (code: number) => number;
  /** What a character says; empty where the font does not tell. */
  readonly textOf: (code: number) => string;
}

/** Reads a font of a page's resources. */
export function readFont(document: PdfDocument, font: PdfMap): PdfFont {
  const type = document.name(font.get('Subtype')) ?? '';
  const composite = type === 'Type0';
  const inner = composite ? document.map(document.list(font.get('DescendantFonts'))[0]) : font;
  const descriptor = document.map(inner?.get('FontDescriptor'));
  const toUnicode = readToUnicode(document.stream(font.get('ToUnicode')));
  return {
    name: (document.name(font.get('BaseFont')) ?? '').replace(/^[A-Z]{6}\+/, ''),
    type,
    embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(key) === true),
    bytes: composite ? 2 : 1,
    widthOf: composite ? compositeWidths(document, inner ?? new Map()) : simpleWidths(document, font, type),
    textOf: (code) => toUnicode.get(code) ?? (composite ? '' : String.fromCharCode(code)),
  };
}

function simpleWidths(document: PdfDocument, font: PdfMap, type: string): PdfFont['widthOf'] {
  const first = document.number(font.get('FirstChar')) ?? 0;
  const widths = document.list(font.get('Widths')).map((width) => document.number(width) ?? 0);
  const unit = type === 'Type3' ? (document.number(document.list(font.get('FontMatrix'))[0]) ?? 0.001) : 0.001;
  return (code) => (widths[code - first] ?? 500) * unit;
}

function compositeWidths(document: PdfDocument, font: PdfMap): PdfFont['widthOf'] {
  const usual = document.number(font.get('DW')) ?? 1000;
  const widths = new Map<number, number>();
  const list = document.list(font.get('W')).map((value) => document.get(value));
  for (let at = 0; at < list.length; ) {
    const [first, second, third] = [list[at], list[at + 1], list[at + 2]];
    if (typeof first !== 'number') break;
    if (Array.isArray(second)) {
      for (const [index, width] of (second as PdfValue[]).entries()) {
        widths.set(first + index, document.number(width) ?? usual);
      }
      at += 2;
    } else {
      if (typeof second !== 'number' || typeof third !== 'number') break;
      for (let code = first; code <= second; code += 1) widths.set(code, third);
      at += 3;
    }
  }
  return (code) => (widths.get(code) ?? usual) / 1000;
}

/** What characters say, by the map that a font carries for searching and copying. */
function readToUnicode(map: string | undefined): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ''] of map?.matchAll(/beginbfchar([^]*?)endbfchar/g) ?? []) {
    const values = tokensOf(body);
    for (let at = 0; at + 1 < values.length; at += 2) texts.set(codeOf(values[at]), unicodeOf(values[at + 1]));
  }
  for (const [, body = ''] of map?.matchAll(/beginbfrange([^]*?)endbfrange/g) ?? []) {
    const values = tokensOf(body);
    for (let at = 0; at + 2 < values.length; at += 3) addRange(texts, values[at], values[at + 1], values[at + 2]);
  }
  return texts;
}

function addRange(
  texts: Map<number, string>,
  from: PdfValue | undefined,
  to: PdfValue | undefined,
  target: PdfValue | undefined,
): void {
  const [first, last] = [codeOf(from), codeOf(to)];
  const start = unicodeOf(target);
  for (let code = first; code <= Math.min(last, first + 0xffff); code += 1) {
    const listed = Array.isArray(target) ? (target as PdfValue[])[code - first] : undefined;
    const shifted = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first);
    texts.set(code, listed === undefined ? shifted : unicodeOf(listed));
  }
}

function tokensOf(text: string): PdfValue[] {
  const values: PdfValue[] = [];
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    values.push(token.value as PdfValue);
  }
  return values;
}

const codeOf = (value: PdfValue | undefined): number =>
  value instanceof PdfText ? [...value.bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0) : 0;

const unicodeOf = (value: PdfValue | undefined): string =>
  value instanceof PdfText ? Buffer.from(value.bytes, 'latin1').swap16().toString('utf16le') : '';
