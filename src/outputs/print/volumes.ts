/** A larger PDF is slow to open and to send to a printer, and takes much memory to make. */
const MOST_CARDS = 500;

/** One file of several that hold a deck together. */
export interface Volume<T> {
  /** What its file has behind its name: `-2`; empty for the only one. */
  readonly suffix: string;
  /** `2/3`; empty for the only one. */
  readonly mark: string;
  readonly cards: readonly T[];
}

/** Whether a path below `out/` is that of cards to print: a PDF, or a file for a print service. */
export const isPrinted = (path: string): boolean => /^(?:(?:cards|sheets)(?:-\d+)?\.pdf$|print\/)/.test(path);

/**
 * Cuts a deck into as few volumes as do, alike in length. The cards of a persona stay together, unless they alone are
 * more than a volume holds. Volumes end with a full sheet of `unit` cards wherever a persona ends there.
 */
export function volumesOf<T extends Numbered>(cards: readonly T[], unit = 1): Volume<T>[] {
  const most = Math.max(1, Math.floor(MOST_CARDS / unit)) * unit;
  const runs: (readonly T[])[] = [];
  let start = 0;
  while (start < cards.length || runs.length === 0) {
    const end = endOf(cards, start, most, unit);
    runs.push(cards.slice(start, end));
    start = end;
  }
  return runs.map((run, index) => ({
    suffix: runs.length === 1 ? '' : `-${index + 1}`,
    mark: runs.length === 1 ? '' : `${index + 1}/${runs.length}`,
    cards: run,
  }));
}

/** A persona's cards are numbered from 1. */
interface Numbered {
  readonly number: number;
}

/** Where the volume ends that begins at `start`: as soon as those that follow can be of the same length. */
function endOf(cards: readonly Numbered[], start: number, most: number, unit: number): number {
  const left = cards.length - start;
  if (left <= most) return cards.length;
  const even = left / Math.ceil(left / most);
  let [full, later, earlier] = [0, 0, 0];
  for (let length = 1; length <= most; length += 1) {
    if (cards[start + length]?.number !== 1) continue;
    if (length < even) earlier = length;
    else if (length % unit !== 0) later ||= length;
    else full ||= length;
  }
  return start + (full || later || earlier || most);
}
