import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.ts';

/**
 * What stays the same of each diagnostic when lines move: its code, file and what it is about; its message when it
 * says nothing of what it is about. Equal ones are told apart by a number, in the order given.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, location, about, message }) => {
    const named = Object.entries(about ?? {});
    const subject = (named.length > 0 ? named : [['message', message]]).sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = JSON.stringify([code, location?.file ?? '', ...subject]);
    const digest = createHash('sha256').update(parts).digest('hex').slice(0, 32);
    const nth = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, nth);
    return `${digest}:${nth}`;
  });
}
