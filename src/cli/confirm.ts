import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

/** Asks on stderr and waits for an answer; anything but y or yes means no, and so does the end of the input. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  // Not as a terminal: then Ctrl+C stays the signal that it is everywhere else.
  const asked = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const ended = once(asked, 'close').then(() => '');
    return /^\s*y(es)?\s*$/i.test(await Promise.race([asked.question(`${question} [y/N] `, { signal }), ended]));
  } finally {
    asked.close();
  }
}
