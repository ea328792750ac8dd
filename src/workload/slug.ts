import { createHash } from 'node:crypto';

/** Letters that Unicode does not decompose, as they are commonly written in ASCII. */
const foldings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ŋ: 'n',
};

/** Names of devices on Windows: no file may be called so, whatever its extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A name for files and addresses: lower case, Latin letters without accents, letters of other scripts as they are,
 * hyphens for everything else. `C#` and `C++` stay apart (`c-sharp`, `c-plus-plus`). The same for the same name on
 * every machine; never empty, never a reserved name of Windows.
 *
 * @param maxBytes longest result in UTF-8, since file systems limit names to 255 bytes; a longer name is cut and gets
 *   a digest of the whole, so that two long names stay apart
 */
export function slug(name: string, maxBytes = 100): string {
  // Twice: some letters come apart when they are made small.
  const words = foldLatin(foldLatin(name).toLowerCase())
    .replace(/(?<=[\p{L}\p{N}+])#/gu, '-sharp')
    .replace(/(?<=[\p{L}\p{N}]\+?)\+/gu, '-plus')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // A name of symbols only: their code points tell it apart from others.
  const known =
    words !== '' ? words : Array.from(name.trim() || '-', (c) => `u${c.codePointAt(0)?.toString(16)}`).join('-');
  const fitted = Buffer.byteLength(known) <= maxBytes ? known : `${cut(known, maxBytes - 9)}-${digest(name)}`;
  return reserved.test(fitted) ? `${fitted}-x` : fitted;
}

/** The same for all ways to write a name: in another case, with other spaces, hyphens or accents. */
export function nameKey(name: string): string {
  // The two small sigmas are one letter.
  return slug(name, Number.POSITIVE_INFINITY).replaceAll('ς', 'σ');
}

/**
 * Name of a persona's files without extension: `P001-ai-data-engineer`. The id keeps its case. At most 221 bytes, which
 * leaves room for endings such as `-back.png`.
 */
export function stemOf(id: string, name: string): string {
  const shown = foldLatin(id)
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // Only an id of forty rare characters is cut; should two become one, that is reported as a clash.
  return `${shown === '' ? slug(id) : cut(shown, 120)}-${slug(name)}`;
}

/** Only Latin letters lose their marks: in other scripts a mark is a letter's other half. */
function foldLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłħıþŋ]/gi, (letter) => {
      const folded = foldings[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? folded : folded.toUpperCase();
    });
}

/** The longest beginning within `maxBytes` that does not split a character. */
function cut(text: string, maxBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept.replace(/-+$/, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
