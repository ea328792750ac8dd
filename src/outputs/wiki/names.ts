/** Names longer than this are cut, since file systems and wikis end at 255 bytes, and some letters take four. */
const LONGEST = 100;

/**
 * A title without the characters that match `forbidden`, nor any that cannot be seen, words apart by one space. Never
 * empty and never only dots.
 */
export function wordsOf(title: string, forbidden: RegExp): string {
  const words = title
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = [...words].slice(0, LONGEST).join('').trim();
  return name === '' ? 'page' : name;
}
