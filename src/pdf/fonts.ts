import { PDFArray, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { operations } from './operations.ts';
import { contentOf } from './streams.ts';
import { isText, listAt, listOf, mapAt, mapOf, nameAt, numberAt, numberOf, valueAt } from './values.ts';

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
export function readFont(font: PDFDict): PdfFont {
  const type = nameAt(font, 'Subtype') ?? '';
  const composite = type === 'Type0';
  const inner = composite ? mapOf(listAt(font, 'DescendantFonts')[0]) : font;
  const descriptor = mapAt(inner, 'FontDescriptor');
  const toUnicode = readToUnicode(valueAt(font, 'ToUnicode'));
  return {
    name: (nameAt(font, 'BaseFont') ?? '').replace(/^[A-Z]{6}\+/, ''),
    type,
    embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueAt(descriptor, key) !== undefined),
    bytes: composite ? 2 : 1,
    widthOf: composite ? compositeWidths(inner) : simpleWidths(font, type),
    textOf: (code) => toUnicode.get(code) ?? (composite ? '' : String.fromCharCode(code)),
  };
}

function simpleWidths(font: PDFDict, type: string): PdfFont['widthOf'] {
  const first = numberAt(font, 'FirstChar') ?? 0;
  const widths = listAt(font, 'Widths').map((width) => numberOf(width) ?? 0);
  const unit = type === 'Type3' ? (numberOf(listAt(font, 'FontMatrix')[0]) ?? 0.001) : 0.001;
  return (code) => (widths[code - first] ?? 500) * unit;
}

/** Codes have two bytes. Ranges that give more of them, all together, are meant to keep a program busy. */
const MOST_CODES = 4 * 0x10000;

/** The codes of ranges, while there are some left. */
class Codes {
  #left = MOST_CODES;

  *range(first: number, last: number): Generator<number> {
    for (let code = first; code <= last && this.#left > 0; code += 1) {
      this.#left -= 1;
      yield code;
    }
  }
}

function compositeWidths(font: PDFDict | undefined): PdfFont['widthOf'] {
  const usual = numberAt(font, 'DW') ?? 1000;
  const widths = new Map<number, number>();
  const codes = new Codes();
  const list = listAt(font, 'W');
  for (let at = 0; at < list.length; ) {
    const [first, second] = [numberOf(list[at]), list[at + 1]];
    if (first === undefined) break;
    if (second instanceof PDFArray) {
      for (const [index, width] of listOf(second).entries()) widths.set(first + index, numberOf(width) ?? usual);
      at += 2;
    } else {
      const [last, width] = [numberOf(second), numberOf(list[at + 2])];
      if (last === undefined || width === undefined) break;
      for (const code of codes.range(first, last)) widths.set(code, width);
      at += 3;
    }
  }
  return (code) => (widths.get(code) ?? usual) / 1000;
}

/** What characters say, by the map that a font carries for searching and copying. */
function readToUnicode(map: PDFObject | undefined): Map<number, string> {
  const texts = new Map<number, string>();
  if (!(map instanceof PDFRawStream)) return texts;
  const codes = new Codes();
  for (const { operator, operands } of operations(contentOf(map))) {
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) texts.set(codeOf(operands[at]), unicodeOf(operands[at + 1]));
    } else if (operator === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(texts, codes, operands.slice(at, at + 3));
    }
  }
  return texts;
}

function addRange(texts: Map<number, string>, codes: Codes, [from, to, target]: readonly PDFObject[]): void {
  const first = codeOf(from);
  const listed = listOf(target);
  const start = unicodeOf(target);
  for (const code of codes.range(first, codeOf(to))) {
    const shifted = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first);
    texts.set(code, target instanceof PDFArray ? unicodeOf(listed[code - first]) : shifted);
  }
}

const codeOf = (value: PDFObject | undefined): number =>
  isText(value) ? value.asBytes().reduce((code, byte) => code * 256 + byte, 0) : 0;

const unicodeOf = (value: PDFObject | undefined): string => (isText(value) ? utf16.decode(value.asBytes()) : '');

const utf16 = new TextDecoder('utf-16be');
