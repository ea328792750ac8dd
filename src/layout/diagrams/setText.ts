import { pt } from '../../design/units.ts';
import type { MeasureWords, Word } from '../measure.ts';
import { lineOf } from './sizes.ts';

/** How a text is set in a diagram. */
export interface TextLook {
  readonly size: number;
  readonly bold: boolean;
}

/** Lines of a text, none wider than asked for unless one grapheme is; a text of nothing has no line. */
export interface SetText extends TextLook {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Breaks texts into lines by widths that were measured before. */
export interface TextSetter {
  set(text: string, look: TextLook, width?: number): SetText;
}

/** Shaping across words, and rounding of the browser, may make a line a little wider than its words. */
const SPARE = 1.01;

/**
 * Measures every word of these texts in the looks that they are set in, all at once: what a diagram shows is known
 * before it is laid out.
 */
export async function textSetter(
  texts: Iterable<readonly [string, TextLook]>,
  measure: MeasureWords,
  language: string,
): Promise<TextSetter> {
  const pieces = new Pieces(language);
  const wanted = new Map<string, Word>();
  for (const [text, look] of texts) {
    for (const word of [...pieces.of(text), ' ']) {
      wanted.set(keyOf(word, look), { text: word, bold: look.bold, size: pt(look.size) });
    }
  }
  const measured = await measure([...wanted.values()]);
  const widths = new Map([...wanted.keys()].map((key, index) => [key, measured[index] ?? 0]));
  return {
    set(text, look, width = Number.POSITIVE_INFINITY) {
      const widthOf = (word: string): number => {
        const known = widths.get(keyOf(word, look));
        if (known === undefined) throw new Error(`A text of a diagram was not measured: ${text}`);
        return known * SPARE;
      };
      return setLines(pieces.of(text), widthOf, look, width);
    },
  };
}

/** Words with the sign behind them, as lines may be broken between; white space is one space. */
class Pieces {
  readonly #segmenter: Intl.Segmenter;
  readonly #known = new Map<string, readonly string[]>();

  constructor(language: string) {
    this.#segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  }

  of(text: string): readonly string[] {
    const known = this.#known.get(text) ?? this.#cut(text);
    this.#known.set(text, known);
    return known;
  }

  /** In scripts that write spaces, only they part words; in others, each word may begin a line. */
  #cut(text: string): string[] {
    const pieces: string[] = [];
    for (const part of text.trim().split(/\s+/u)) {
      if (part === '') continue;
      if (pieces.length > 0) pieces.push(' ');
      if (
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
          part,
        )
      ) {
        pieces.push(...this.#words(part));
      } else pieces.push(...part.split(/(?<=[/\-–—])(?=[\p{L}\p{N}])/u));
    }
    return pieces;
  }

  #words(part: string): string[] {
    const words: string[] = [];
    for (const { segment, isWordLike } of this.#segmenter.segment(part)) {
      if (isWordLike === true || words.length === 0) words.push(segment);
      else words.push(`${words.pop() ?? ''}${segment}`);
    }
    return words;
  }
}

function setLines(pieces: readonly string[], widthOf: (word: string) => number, look: TextLook, most: number): SetText {
  const lines: { text: string; width: number }[] = [];
  let line = { text: '', width: 0 };
  const flush = (): void => {
    if (line.text !== '') lines.push({ text: line.text.trimEnd(), width: line.width });
    line = { text: '', width: 0 };
  };
  for (const piece of pieces) {
    if (piece === ' ') {
      if (line.text !== '') line = { text: `${line.text} `, width: line.width + widthOf(' ') };
      continue;
    }
    const width = widthOf(piece);
    if (line.text !== '' && line.width + width > most) flush();
    if (width <= most) {
      line = { text: line.text + piece, width: line.width + width };
      continue;
    }
    for (const [text, share] of chopped(piece, most / width)) {
      flush();
      line = { text, width: width * share };
    }
  }
  flush();
  const width = Math.max(0, ...lines.map((one) => one.width));
  return { ...look, lines: lines.map(({ text }) => text), width, height: lines.length * lineOf(look.size) };
}

/** A word that is wider than the line in parts, each with its share of the width; letters count as equally wide, nearly. */
function chopped(word: string, share: number): [string, number][] {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].map(
    ({ segment }) => segment,
  );
  const each = Math.max(1, Math.floor(letters.length * share * 0.85));
  return Array.from({ length: Math.ceil(letters.length / each) }, (_, index) => {
    const part = letters.slice(index * each, (index + 1) * each);
    return [part.join(''), part.length / letters.length];
  });
}

const keyOf = (word: string, { size, bold }: TextLook): string => `${size} ${bold} ${word}`;
