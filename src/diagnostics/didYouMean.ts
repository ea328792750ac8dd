import { distance } from 'fastest-levenshtein';

/** Longer names are not compared: the cost grows with the product of the lengths. */
const longestCompared = 100;

/**
 * The candidate that the user most likely meant, or undefined when none is close: equal but for case, spaces and
 * punctuation, made of the same letters, or a third of its letters away at most (at least one, so that short names
 * match too).
 */
export function closest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(written);
  if (wanted === '' || wanted.length > longestCompared) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const offered = letters(candidate);
    if (offered.length > longestCompared) continue;
    const allowed = Math.max(1, Math.floor(Math.max(offered.length, wanted.length) / 3));
    // Lengths alone already say how far apart two words are at least.
    if (Math.abs(offered.length - wanted.length) > allowed) continue;
    // Two letters swapped are one slip, though two edits.
    const found =
      sorted(wanted) === sorted(offered) ? Math.min(1, distance(wanted, offered)) : distance(wanted, offered);
    if (found <= allowed && found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

function sorted(letters: string): string {
  return Array.from(letters).sort().join('');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
