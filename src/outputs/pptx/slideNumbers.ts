import type { DeckSpec } from './slideSpec.ts';

/** Numbers of a deck's slides, from 1, by their keys. */
export type SlideNumbers = ReadonlyMap<string, number>;

export function slideNumbers(deck: DeckSpec): SlideNumbers {
  return new Map(deck.slides.map(({ key }, index) => [key, index + 1]));
}

/** Throws when the deck has no such slide. */
export function slideNumber(numbers: SlideNumbers, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new Error(`A link leads to the slide ${key}, which the deck does not have`);
  return number;
}
