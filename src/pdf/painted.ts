import type { PdfDocument } from './document.ts';
import { type PdfFont, readFont } from './fonts.ts';
import { identity, type Matrix, matrixOf, times } from './matrix.ts';
import { operations } from './operations.ts';
import { type PdfMap, PdfName, PdfText, type PdfValue } from './values.ts';

/** A text on a page, in points from the page's lower left corner. */
export interface PaintedText {
  readonly text: string;
  readonly size: number;
  /** Left, bottom, right, top of its letters. */
  readonly box: readonly [number, number, number, number];
}

/** A picture on a page. */
export interface PaintedPicture {
  readonly dpi: number;
}

/** What a page is painted with. */
export interface Painted {
  readonly texts: readonly PaintedText[];
  readonly pictures: readonly PaintedPicture[];
  readonly fonts: readonly PdfFont[];
  /** Kinds of colour: `DeviceRGB`, `DeviceCMYK`, `DeviceGray`, `ICCBased`, ... */
  readonly colors: ReadonlySet<string>;
  /** Whether something is painted that can be seen through. */
  readonly transparent: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly font?: PdfFont;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

const start: Omit<State, 'matrix'> = { size: 1, charSpace: 0, wordSpace: 0, scale: 1, leading: 0, rise: 0, mode: 0 };

/** Goes through what a page paints. Paths are not looked at: pictures of the page show them. */
export function readPainted(document: PdfDocument, page: PdfMap): Painted {
  const painter = new Painter(document);
  painter.run(document.content(page), document.map(page.get('Resources')), identity, 0);
  if (document.map(page.get('Group'))?.has('S') === true && painter.transparent) painter.colors.add('transparency');
  return painter;
}

/** Letters that reach below the line. */
const descending = /[gjpqyQ,;()[\]{}|_@/]/;
const CAP_HEIGHT = 0.72;
const DESCENT = 0.21;
/** Forms may hold forms; a circle ends here. */
const DEEPEST = 12;

class Painter implements Painted {
  readonly texts: PaintedText[] = [];
  readonly pictures: PaintedPicture[] = [];
  readonly colors = new Set<string>();
  transparent = false;
  readonly #fonts = new Map<PdfMap, PdfFont>();
  readonly #document: PdfDocument;
  /** Where the last text ended. */
  #end: readonly [number, number] = [Infinity, Infinity];

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  get fonts(): PdfFont[] {
    return [...this.#fonts.values()];
  }

  run(content: string, resources: PdfMap | undefined, matrix: Matrix, depth: number): void {
    let state: State = { ...start, matrix };
    const saved: State[] = [];
    let [line, text] = [identity, identity];
    const newLine = (x: number, y: number): void => {
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (bytes: string): void => {
      text = this.#show(bytes, state, text);
    };
    for (const { operator, operands } of operations(content)) {
      const numbers = operands.map((value) => (typeof value === 'number' ? value : 0));
      const [first = 0, second = 0] = numbers;
      const named = operands.at(-1) instanceof PdfName ? (operands.at(-1) as PdfName).name : '';
      switch (operator) {
        case 'q':
          saved.push(state);
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state = { ...state, matrix: times(matrixOf(numbers), state.matrix) };
          break;
        case 'BT':
          line = identity;
          text = identity;
          break;
        case 'Tf': {
          const font = this.#font(resources, operands[0]);
          state = { ...state, size: second, ...(font === undefined ? {} : { font }) };
          break;
        }
        case 'Tc':
          state = { ...state, charSpace: first };
          break;
        case 'Tw':
          state = { ...state, wordSpace: first };
          break;
        case 'Tz':
          state = { ...state, scale: first / 100 };
          break;
        case 'TL':
          state = { ...state, leading: first };
          break;
        case 'Ts':
          state = { ...state, rise: first };
          break;
        case 'Tr':
          state = { ...state, mode: first };
          break;
        case 'Td':
          newLine(first, second);
          break;
        case 'TD':
          state = { ...state, leading: -second };
          newLine(first, second);
          break;
        case 'Tm':
          line = matrixOf(numbers);
          text = line;
          break;
        case 'T*':
          newLine(0, -state.leading);
          break;
        case 'Tj':
          if (operands[0] instanceof PdfText) show(operands[0].bytes);
          break;
        case "'":
        case '"':
          newLine(0, -state.leading);
          if (operands.at(-1) instanceof PdfText) show((operands.at(-1) as PdfText).bytes);
          break;
        case 'TJ':
          for (const part of Array.isArray(operands[0]) ? (operands[0] as PdfValue[]) : []) {
            if (part instanceof PdfText) show(part.bytes);
            else if (typeof part === 'number') {
              text = times([1, 0, 0, 1, (-part / 1000) * state.size * state.scale, 0], text);
            }
          }
          break;
        case 'gs':
          this.#look(entryOf(this.#document, resources, 'ExtGState', named));
          break;
        case 'Do':
          this.#paint(resources, named, state.matrix, depth);
          break;
        case 'sh':
          this.#space(entryOf(this.#document, resources, 'Shading', named)?.get('ColorSpace'));
          break;
        case 'cs':
        case 'CS':
          this.#space(this.#document.map(resources?.get('ColorSpace'))?.get(named) ?? operands.at(-1));
          break;
        default:
          if (deviceColors[operator] !== undefined) this.colors.add(deviceColors[operator]);
      }
    }
  }

  #font(resources: PdfMap | undefined, name: PdfValue | undefined): PdfFont | undefined {
    if (!(name instanceof PdfName)) return undefined;
    const dictionary = entryOf(this.#document, resources, 'Font', name.name);
    if (dictionary === undefined) return undefined;
    const font = this.#fonts.get(dictionary) ?? readFont(this.#document, dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  }

  /** Notes a text, and gives where the next one goes on. */
  #show(bytes: string, state: State, matrix: Matrix): Matrix {
    const { font, size, charSpace, wordSpace, scale, rise } = state;
    if (font === undefined) return matrix;
    let [along, words] = [0, ''];
    for (let at = 0; at < bytes.length; at += font.bytes) {
      const code = codeOf(bytes.slice(at, at + font.bytes));
      words += font.textOf(code);
      const space = font.bytes === 1 && code === 32 ? wordSpace : 0;
      along += (font.widthOf(code) * size + charSpace + space) * scale;
    }
    const after = times([1, 0, 0, 1, along, 0], matrix);
    if (state.mode !== 3 && words.trim() !== '') {
      this.#note(placed(words, along, rise, size, times(matrix, state.matrix)), matrix, after, state.matrix);
    }
    return after;
  }

  /** Letters that were placed one by one make a word together. */
  #note(one: PaintedText, from: Matrix, to: Matrix, matrix: Matrix): void {
    const last = this.texts.at(-1);
    const [, , , , x, y] = times(from, matrix);
    const gap = Math.hypot(x - this.#end[0], y - this.#end[1]);
    if (last !== undefined && Math.abs(last.size - one.size) < 0.01 && gap < 0.15 * one.size) {
      const [left, bottom, right, top] = one.box;
      const box = [
        Math.min(left, last.box[0]),
        Math.min(bottom, last.box[1]),
        Math.max(right, last.box[2]),
        Math.max(top, last.box[3]),
      ] as const;
      this.texts[this.texts.length - 1] = { text: last.text + one.text, size: last.size, box };
    } else this.texts.push(one);
    const [, , , , endX, endY] = times(to, matrix);
    this.#end = [endX, endY];
  }

  #look(graphics: PdfMap | undefined): void {
    if (graphics === undefined) return;
    const mask = this.#document.get(graphics.get('SMask'));
    if (mask instanceof Map) this.transparent = true;
    for (const key of ['ca', 'CA']) if ((this.#document.number(graphics.get(key)) ?? 1) < 1) this.transparent = true;
    const mode = this.#document.name(graphics.get('BM')) ?? 'Normal';
    if (mode !== 'Normal' && mode !== 'Compatible') this.transparent = true;
  }

  #paint(resources: PdfMap | undefined, name: string, matrix: Matrix, depth: number): void {
    const pointer = this.#document.map(resources?.get('XObject'))?.get(name);
    const object = this.#document.map(pointer);
    if (object === undefined) return;
    if (this.#document.name(object.get('Subtype')) === 'Image') {
      this.#picture(object, matrix);
      return;
    }
    if (depth >= DEEPEST) return;
    const own = this.#document.list(object.get('Matrix')).map((value) => this.#document.number(value) ?? 0);
    const inner = this.#document.map(object.get('Resources')) ?? resources;
    const placedAt = own.length === 6 ? times(matrixOf(own), matrix) : matrix;
    this.run(this.#document.stream(pointer) ?? '', inner, placedAt, depth + 1);
  }

  #picture(image: PdfMap, [a, b, c, d]: Matrix): void {
    const width = this.#document.number(image.get('Width')) ?? 0;
    const height = this.#document.number(image.get('Height')) ?? 0;
    const [wide, high] = [Math.hypot(a, b) / 72, Math.hypot(c, d) / 72];
    if (image.has('SMask')) this.transparent = true;
    if (image.get('ImageMask') !== true) this.#space(image.get('ColorSpace'));
    // A pattern of a few dots says nothing of sharpness.
    if (width > 8 && height > 8 && wide > 0 && high > 0)
      this.pictures.push({ dpi: Math.min(width / wide, height / high) });
  }

  #space(value: PdfValue | undefined): void {
    const space = this.#document.get(value);
    if (space instanceof PdfName) this.colors.add(longNames[space.name] ?? space.name);
    if (!Array.isArray(space)) return;
    const list = space as readonly PdfValue[];
    const kind = this.#document.name(list[0]) ?? '';
    if (kind === 'Indexed' || kind === 'Pattern') this.#space(list[1]);
    else if (kind === 'Separation' || kind === 'DeviceN') this.#space(list[2]);
    else if (kind === 'ICCBased')
      this.colors.add(`ICCBased ${this.#document.number(this.#document.map(list[1])?.get('N')) ?? ''}`);
    else this.colors.add(kind);
  }
}

const deviceColors: Readonly<Record<string, string>> = {
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
  g: 'DeviceGray',
  G: 'DeviceGray',
};

const longNames: Readonly<Record<string, string>> = { RGB: 'DeviceRGB', CMYK: 'DeviceCMYK', G: 'DeviceGray' };

/** The number that the bytes of a character make. */
function codeOf(bytes: string): number {
  return Buffer.from(bytes, 'latin1').readUIntBE(0, bytes.length);
}

function entryOf(document: PdfDocument, resources: PdfMap | undefined, kind: string, name: string): PdfMap | undefined {
  return document.map(document.map(resources?.get(kind))?.get(name));
}

function placed(text: string, along: number, rise: number, size: number, matrix: Matrix): PaintedText {
  const [, , c, d] = matrix;
  const bottom = rise - (descending.test(text) ? DESCENT * size : 0);
  const corners = [
    [0, bottom],
    [along, bottom],
    [0, rise + CAP_HEIGHT * size],
    [along, rise + CAP_HEIGHT * size],
  ].map(([x = 0, y = 0]) => times([1, 0, 0, 1, x, y], matrix));
  const [xs, ys] = [corners.map((corner) => corner[4]), corners.map((corner) => corner[5])];
  return {
    text,
    size: Math.abs(size) * Math.hypot(c, d),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}
