import { distance } from 'fastest-levenshtein';
import { nameKey } from '../../workload/slug.ts';

/** Words that names of teams have or leave out: `Data Team` and `Data` are one. */
export const teamWords: ReadonlySet<string> = new Set(['team', 'the', 'tiimi']);

/** In shorter words one letter makes another word: ETL and ELT, NestJS and Next.js. */
const shortestSlip = 7;
/** Longer words are left out: their gaps would take the square of their length. */
const longestSlip = 40;

/**
 * Names that are most likely one name with a slip in it: the same letters with other spaces, or one letter of a long
 * word too many, missing, wrong or swapped. Names that differ in a digit, in a short word or in the first letter of a
 * word (symmetric, asymmetric) are different names. Found by what is left of a word without one of its letters, so the
 * cost grows with the number of names and not with its square.
 */
export class NearNames<T> {
  readonly #ignored: ReadonlySet<string>;
  readonly #joined = new Map<string, T>();
  readonly #gaps = new Map<string, { readonly word: string; readonly thing: T }[]>();

  /** @param ignored words that do not tell names apart, in small letters */
  constructor(ignored: ReadonlySet<string> = new Set()) {
    this.#ignored = ignored;
  }

  add(name: string, thing: T): void {
    const words = this.#wordsOf(name);
    const joined = words.join('');
    if (!this.#joined.has(joined)) this.#joined.set(joined, thing);
    for (const { key, word } of gapsOf(words)) {
      const known = this.#gaps.get(key);
      if (known === undefined) this.#gaps.set(key, [{ word, thing }]);
      else known.push({ word, thing });
    }
  }

  /** The first thing that was added under the name, or nearly so. */
  find(name: string): T | undefined {
    const words = this.#wordsOf(name);
    const same = this.#joined.get(words.join(''));
    if (same !== undefined) return same;
    for (const { key, word } of gapsOf(words)) {
      const near = this.#gaps.get(key)?.find((other) => isSlip(word, other.word));
      if (near !== undefined) return near.thing;
    }
    return undefined;
  }

  #wordsOf(name: string): readonly string[] {
    const words = nameKey(name).split('-');
    const telling = words.filter((word) => !this.#ignored.has(word));
    return telling.length === 0 ? words : telling;
  }
}

/** Each long word of a name, whole and without one of its letters but the first, beside the other words. */
function gapsOf(words: readonly string[]): { readonly key: string; readonly word: string }[] {
  return words.flatMap((word, nth) => {
    if (word.length < shortestSlip - 1 || word.length > longestSlip || /\p{N}/u.test(word)) return [];
    const around = [words.slice(0, nth).join(' '), words.slice(nth + 1).join(' ')];
    const rests = new Set([word]);
    for (let at = 1; at < word.length; at += 1) rests.add(word.slice(0, at) + word.slice(at + 1));
    return [...rests].map((rest) => ({ key: [...around, rest].join('\n'), word }));
  });
}

/** One letter more, less or other, or two neighbours swapped; what is compared begins with the same letter. */
function isSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < shortestSlip) return false;
  const edits = distance(a, b);
  return edits === 1 || (edits === 2 && sorted(a) === sorted(b));
}

const sorted = (word: string): string => Array.from(word).sort().join('');
