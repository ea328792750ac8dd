import type { Flavour } from './flavour.ts';

type Marks = Flavour['marks'];

/**
 * What stands between the marks of a page that was built before, with its own ends of lines; empty where there is
 * nothing. Where the second mark is gone, all that follows the first is kept: rather too much than too little.
 */
export function keptPart(text: string | undefined, { open, close }: Marks): string {
  if (text === undefined) return '';
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.trim() === open);
  if (first < 0) return '';
  const last = lines.findLastIndex((line) => line.trim() === close);
  const kept = lines.slice(first + 1, last > first ? last : lines.length).join('');
  return kept.trim() === '' ? '' : kept;
}

/** The marks with what is kept between them. */
export function withMarks(kept: string, { open, close }: Marks): string {
  if (kept === '') return `${open}\n\n${close}`;
  return `${open}\n${kept}${/[\r\n]$/.test(kept) ? '' : '\n'}${close}`;
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/);
