import type { Flavour } from './flavour.ts';

/** What stands between the marks of a page that was built before; empty where there is none. */
export function keptPart(text: string | undefined, { open, close }: Flavour['marks']): string {
  if (text === undefined) return '';
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === open);
  const end = lines.findLastIndex((line) => line.trim() === close);
  return start < 0 || end <= start ? '' : lines.slice(start + 1, end).join('\n');
}

/** The marks with what is kept between them. */
export function withMarks(kept: string, { open, close }: Flavour['marks']): string {
  return kept === '' ? `${open}\n\n${close}` : `${open}\n${kept}\n${close}`;
}
