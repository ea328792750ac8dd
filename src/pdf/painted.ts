import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfDocument, PdfPage } from './document.ts';
import { type PdfFont, readFont } from './fonts.ts';
import { identity, type Matrix, matrixOf, times } from './matrix.ts';
import { operations } from './operations.ts';
import { contentOf } from './streams.ts';
import { isText, listAt, mapAt, mapOf, nameAt, nameOf, numberAt, numberOf, PdfSyntaxError, valueAt } from './values.ts';

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
export function readPainted(document: PdfDocument, page: PdfPage): Painted {
  const painter = new Painter();
  painter.run(document.content(page), mapAt(page, 'Resources'), identity, 0);
  if (valueAt(mapAt(page, 'Group'), 'S') !== undefined && painter.transparent) painter.colors.add('transparency');
  return painter;
}

/** Letters that reach below the line. */
const descending = /[gjpqyQ,;()[\]{}|_@/]/;
const CAP_HEIGHT = 0.72;
const DESCENT = 0.21;
/** Forms may hold forms; a circle ends here. */
const DEEPEST = 12;
/** A page that takes more steps to paint is meant to keep a program busy: forms that hold forms grow tenfold a level. */
const MOST_STEPS = 5_000_000;
const STEPS_OF_A_FORM = 250;

class Painter implements Painted {
  readonly texts: PaintedText[] = [];
  readonly pictures: PaintedPicture[] = [];
  readonly colors = new Set<string>();
  transparent = false;
  readonly #fonts = new Map<PDFDict, PdfFont>();
  #steps = 0;
  /** Where the last text ended. */
  #end: readonly [number, number] = [Infinity, Infinity];

  get fonts(): PdfFont[] {
    return [...this.#fonts.values()];
  }

  run(content: Uint8Array, resources: PDFDict | undefined, matrix: Matrix, depth: number): void {
    let state: State = { ...start, matrix };
    const saved: State[] = [];
    let [line, text] = [identity, identity];
    const newLine = (x: number, y: number): void => {
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (shown: PDFObject | undefined): void => {
      if (isText(shown)) text = this.#show(shown.asBytes(), state, text);
    };
    for (const { operator, operands } of operations(content)) {
      this.#step(1);
      const numbers = operands.map((value) => numberOf(value) ?? 0);
      const [first = 0, second = 0] = numbers;
      const last = operands.at(-1);
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
          show(operands[0]);
          break;
        case "'":
        case '"':
          newLine(0, -state.leading);
          show(last);
          break;
        case 'TJ':
          for (const part of operands[0] instanceof PDFArray ? operands[0].asArray() : []) {
            show(part);
            if (part instanceof PDFNumber) {
              text = times([1, 0, 0, 1, (-part.asNumber() / 1000) * state.size * state.scale, 0], text);
            }
          }
          break;
        case 'gs':
          this.#look(mapOf(entryOf(resources, 'ExtGState', last)));
          break;
        case 'Do':
          this.#paint(entryOf(resources, 'XObject', last), resources, state.matrix, depth);
          break;
        case 'sh':
          this.#space(valueAt(mapOf(entryOf(resources, 'Shading', last)), 'ColorSpace'));
          break;
        case 'cs':
        case 'CS':
          this.#space(entryOf(resources, 'ColorSpace', last) ?? last);
          break;
        default:
          if (deviceColors[operator] !== undefined) this.colors.add(deviceColors[operator]);
      }
    }
  }

  #step(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MOST_STEPS) throw new PdfSyntaxError('a page takes too many steps to paint');
  }

  #font(resources: PDFDict | undefined, name: PDFObject | undefined): PdfFont | undefined {
    const dictionary = mapOf(entryOf(resources, 'Font', name));
    if (dictionary === undefined) return undefined;
    const font = this.#fonts.get(dictionary) ?? readFont(dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  }

  /** Notes a text, and gives where the next one goes on. */
  #show(bytes: Uint8Array, state: State, matrix: Matrix): Matrix {
    const { font, size, charSpace, wordSpace, scale, rise } = state;
    if (font === undefined) return matrix;
    let [along, words] = [0, ''];
    for (let at = 0; at < bytes.length; at += font.bytes) {
      const code = font.bytes === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
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

  #look(graphics: PDFDict | undefined): void {
    if (graphics === undefined) return;
    if (valueAt(graphics, 'SMask') instanceof PDFDict) this.transparent = true;
    for (const key of ['ca', 'CA']) if ((numberAt(graphics, key) ?? 1) < 1) this.transparent = true;
    const mode = nameAt(graphics, 'BM') ?? 'Normal';
    if (mode !== 'Normal' && mode !== 'Compatible') this.transparent = true;
  }

  #paint(object: PDFObject | undefined, resources: PDFDict | undefined, matrix: Matrix, depth: number): void {
    if (!(object instanceof PDFRawStream)) return;
    const { dict } = object;
    if (nameAt(dict, 'Subtype') === 'Image') {
      this.#picture(dict, matrix);
      return;
    }
    if (depth >= DEEPEST) return;
    this.#step(STEPS_OF_A_FORM);
    const own = listAt(dict, 'Matrix').map((value) => numberOf(value) ?? 0);
    const placedAt = own.length === 6 ? times(matrixOf(own), matrix) : matrix;
    this.run(contentOf(object), mapAt(dict, 'Resources') ?? resources, placedAt, depth + 1);
  }

  #picture(image: PDFDict, [a, b, c, d]: Matrix): void {
    const [width, height] = [numberAt(image, 'Width') ?? 0, numberAt(image, 'Height') ?? 0];
    const [wide, high] = [Math.hypot(a, b) / 72, Math.hypot(c, d) / 72];
    if (valueAt(image, 'SMask') !== undefined) this.transparent = true;
    if (valueAt(image, 'ImageMask') !== PDFBool.True) this.#space(valueAt(image, 'ColorSpace'));
    // A pattern of a few dots says nothing of sharpness.
    if (width > 8 && height > 8 && wide > 0 && high > 0)
      this.pictures.push({ dpi: Math.min(width / wide, height / high) });
  }

  #space(space: PDFObject | undefined, depth = 0): void {
    const name = nameOf(space);
    if (name !== undefined) this.colors.add(longNames[name] ?? name);
    if (!(space instanceof PDFArray) || depth >= DEEPEST) return;
    const kind = nameOf(space.lookup(0)) ?? '';
    if (kind === 'Indexed' || kind === 'Pattern') this.#space(space.lookup(1), depth + 1);
    else if (kind === 'Separation' || kind === 'DeviceN') this.#space(space.lookup(2), depth + 1);
    else if (kind === 'ICCBased') this.colors.add(`ICCBased ${numberAt(mapOf(space.lookup(1)), 'N') ?? ''}`);
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

/** What a page calls by a name. */
function entryOf(resources: PDFDict | undefined, kind: string, name: PDFObject | undefined): PDFObject | undefined {
  return name instanceof PDFName ? mapAt(resources, kind)?.lookup(name) : undefined;
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
