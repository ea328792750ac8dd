import { createHash } from 'node:crypto';

/** Digest of values that JSON can write: the key of a task. Equal values give equal digests on every machine. */
export function digestOf(...values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${JSON.stringify(value) ?? 'undefined'}\0`);
  return hash.digest('hex');
}
