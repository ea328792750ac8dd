import { createInterface } from 'node:readline/promises';

/** Asks on stderr and waits for an answer; anything but y or yes means no. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await asked.question(`${question} [y/N] `, { signal }));
  } finally {
    asked.close();
  }
}
