import { closest } from '../diagnostics/didYouMean.ts';

/** Each looks at every name: a thousand unknown names in a workload of a thousand would take seconds. */
const mostGuesses = 100;

/** Guesses what unknown names were meant to be; of many, the first. So many slips are no slips, and guesses no help. */
export class Guesses {
  #made = 0;

  closest(written: string, names: readonly string[]): string | undefined {
    if (this.#made === mostGuesses) return undefined;
    this.#made += 1;
    return closest(written, names);
  }
}
