import type { Flavour, Frame } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { SHOWN_WIDTH } from './markdown.ts';
import { wordsOf } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/** DokuWiki has no comments: what is kept stands between two lines that readers see. */
const marks = { open: '//(kept from here)//', close: '//(kept to here)//' } as const;

/**
 * DokuWiki: ids of pages are small letters, digits and underscores; a dot and a colon before a name mean the same
 * namespace, so that the pages work in any.
 */
export const dokuwiki: Flavour = {
  pictures: 'numbers',
  holdsFiles: false,
  mediaType: 'text/plain; charset=utf-8',
  indexName: 'start',
  nameOf: (title) => idOf(title),
  fileOf: (name) => `pages/${name}.txt`,
  pictureFile: (name) => `media/${idOf(name)}.png`,
  marks,
  syntax: () => syntax,
  write: ({ page, body, note, kept }: Frame) =>
    `====== ${text(page.title)} ======\n\n${body}\n\n${withMarks(kept, marks)}\n\n//${text(note)}//\n`,
};

function idOf(title: string): string {
  const words = wordsOf(title.toLowerCase(), /[^\p{L}\p{M}\p{N}._-]+/gu).replaceAll(' ', '_');
  const id = words.replace(/[._-]{2,}/g, '_').replace(/^[._-]+|[._-]+$/g, '');
  return id === '' ? 'page' : id;
}

/** Text between percent signs means nothing to DokuWiki; a percent sign pair within would end that. */
const text = (value: string): string => {
  const line = value.replace(/\s*[\r\n]+\s*/g, ' ').replace(/%%/g, '% %');
  return /[*/_'^|[\]{}<>(){}~\\:=#@&"-]|\d+x\d+|\bwww\./.test(line) ? `%%${line}%%` : line;
};

const syntax: Syntax = {
  text,
  page: (shown, name) => `[[.:${name}|${label(shown)}]]`,
  link: (shown, address) => `[[${address}|${label(shown)}]]`,
  heading: (shown) => `===== ${text(shown)} =====`,
  paragraph: (line) => line,
  list: (lines, numbered) => lines.map((line) => `  ${numbered ? '-' : '*'} ${line}`).join('\n'),
  facts: (facts) => facts.map(([term, line]) => `  * **${text(term)}:** ${line}`).join('\n'),
  table: (head, rows) =>
    [
      `^ ${head.map(text).join(' ^ ')} ^`,
      ...rows.map((row) => `| ${row.map((cell) => cell.join(' \\\\ ')).join(' | ')} |`),
    ].join('\n'),
  pictures: (pictures) => pictures.map(picture).join('\n'),
};

/** A link's text ends at brackets and bars, and knows no way to write them. */
const label = (shown: string): string =>
  shown
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[[\]]/g, (sign) => (sign === '[' ? '(' : ')'))
    .replace(/[|{}]/g, '/');

function picture({ file, alt, width }: WikiPicture): string {
  return `{{.:${file.slice(file.lastIndexOf('/') + 1)}?${Math.min(width, SHOWN_WIDTH)}|${label(alt)}}}`;
}
