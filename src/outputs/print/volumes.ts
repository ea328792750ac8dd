import { evenRuns } from './evenRuns.ts';

/** A larger PDF is slow to open and to send to a printer, and takes much memory to make. */
const MOST_CARDS = 500;

/** One file of several that hold a deck together. */
export interface Volume<T> {
  /** `cards.pdf`, or `cards-2.pdf` of several. */
  readonly path: string;
  /** `2/3`; empty for the only one. */
  readonly mark: string;
  readonly cards: readonly T[];
}

/** Whether a path below `out/` is that of cards to print: a PDF, or a file for a print service. */
export const isPrinted = (path: string): boolean => /^(?:(?:cards|sheets)(?:-\d+)?\.pdf$|print\/)/.test(path);

/** Cuts a deck into as few volumes as do, alike in length. Each but the last holds a multiple of `unit` cards. */
export function volumesOf<T>(stem: string, cards: readonly T[], unit = 1): Volume<T>[] {
  const units = Array.from({ length: Math.ceil(cards.length / unit) }, (_, index) =>
    cards.slice(index * unit, (index + 1) * unit),
  );
  const runs = evenRuns(units, Math.max(1, Math.floor(MOST_CARDS / unit)));
  const name = (index: number): string => (runs.length === 1 ? stem : `${stem}-${index + 1}`);
  return runs.map((run, index) => ({
    path: `${name(index)}.pdf`,
    mark: runs.length === 1 ? '' : `${index + 1}/${runs.length}`,
    cards: run.flat(),
  }));
}
