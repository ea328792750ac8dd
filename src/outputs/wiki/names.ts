import { createHash } from 'node:crypto';

/** What a wiki asks of names. */
export interface NameRules {
  /** Characters that may not be in a name; they become spaces. */
  readonly forbidden: RegExp;
  /** Names that the wiki or this output has given away already, in small letters. */
  readonly reserved?: RegExp;
  /** How a name is written, from words that are apart by one space. */
  readonly written?: (words: string) => string;
}

/**
 * Longest name in bytes of UTF-8, as it is written. File systems end at 255, MediaWiki too, GitLab at 245, Azure DevOps
 * at 235 characters for the whole path; the folder, the extension and an id behind the name have to find room as well.
 */
const LONGEST = 160;

/** Names of devices on Windows: no file may be called so, whatever its extension. */
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A name that the wiki allows, as close to the title as may be: without forbidden characters, nor any that cannot be
 * seen, never empty, reserved or too long. The same for the same title, whatever other names there are.
 */
export function nameOf(title: string, { forbidden, reserved, written = (words) => words }: NameRules): string {
  const words = wordsOf(title, forbidden);
  const name = words === '' ? `page ${digest(title)}` : words;
  const allowed = device.test(name) || reserved?.test(name.toLowerCase()) ? `Page ${name}` : name;
  if (Buffer.byteLength(written(allowed)) <= LONGEST) return written(allowed);
  const end = ` ${digest(title)}`;
  return written(`${cut(allowed, LONGEST - end.length, written)}${end}`);
}

/** Words apart by one space. Dots and spaces at the ends go: Windows drops them, and a dot before hides a file. */
function wordsOf(title: string, forbidden: RegExp): string {
  return title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd-\uffff]+/gu, ' ')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. _]+|[. ]+$/g, '');
}

/** The longest beginning that is written within so many bytes and splits no character. */
function cut(words: string, bytes: number, written: (words: string) => string): string {
  let kept = '';
  for (const character of words) {
    if (Buffer.byteLength(written(kept + character)) > bytes) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/, '');
}

/** Characters that a file name of any system may hold, and that mean nothing in an address. */
const inFiles: NameRules = { forbidden: /[\\/:*?"<>|#%&+[\]{}^`~$]/g, written: (words) => words.replaceAll(' ', '-') };

/** A file name, without extension, for a name that may hold more: names that differ have files that differ. */
export function fileNameOf(name: string): string {
  const file = nameOf(name, inFiles);
  return file.replaceAll('-', ' ') === name.replaceAll('-', ' ') ? file : nameOf(`${name} ${digest(name)}`, inFiles);
}

/** Tells two texts apart that are written the same. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
