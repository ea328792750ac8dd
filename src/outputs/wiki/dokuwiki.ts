import { slug } from '../../workload/slug.ts';
import type { Flavour, Frame } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { shownWidth, SLICED_WIDTH } from './markdown.ts';
import { digest, nameOf } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/** DokuWiki has no comments: the marks are small lines that readers see. */
const marks = {
  open: '<sub>%%<!-- keep -->%%</sub>',
  close: '<sub>%%<!-- /keep -->%%</sub>',
} as const;

/**
 * DokuWiki: ids of pages are small letters, digits and underscores, and files have the names of ids. Letters beyond
 * ASCII would be written in file names as each wiki is set up, so ids have none. A dot and a colon before a name mean the
 * same namespace, so that the pages work in any.
 *
 * @see https://www.dokuwiki.org/pagename
 * @see https://www.dokuwiki.org/wiki:syntax
 */
export const dokuwiki: Flavour = {
  pictures: 'numbers',
  mediaType: 'text/plain; charset=utf-8',
  indexName: 'start',
  nameOf: idOf,
  fileOf: (name) => `pages/${name}.txt`,
  pictureFile: (name) => `media/${idOf(name)}.png`,
  marks,
  syntax: () => syntax,
  write: ({ page, body, note, kept }: Frame) =>
    `${heading(page.title, '======')}\n\n${body}\n\n${withMarks(kept, marks)}\n\n//${text(note)}//\n`,
};

/** What `slug` leaves of a title in ASCII; where more had to go, a digest tells it from others. */
function idOf(title: string): string {
  const words = slug(title, Number.POSITIVE_INFINITY);
  const ascii = words.replace(/[^a-z0-9]+/g, ' ').trim();
  return nameOf(ascii === words.replaceAll('-', ' ') ? ascii : `${ascii} ${digest(title)}`, {
    forbidden: /[^a-z0-9]+/g,
    reserved: /^(start|sidebar|playground|wiki)$/,
    written: (name) => name.toLowerCase().replaceAll(' ', '_'),
  });
}

const words =
  /^(?:[●◐○—·&]|\(?[\p{L}\p{M}\p{N}]+(?:[/-][\p{L}\p{M}\p{N}]+|(?<=\d)[.,]\d+)*\)?[,;:.?]?)(?: (?:[●◐○—·&]|\(?[\p{L}\p{M}\p{N}]+(?:[/-][\p{L}\p{M}\p{N}]+|(?<=\d)[.,]\d+)*\)?[,;:.?]?))*$/u;
/** `(c)`, `640x480`, images for words, and names that some wikis make links of. */
const special = /\((?:[cC]|[rR]|[tT][mM])\)|\d[xX]\d|FIXME|DELETEME|LOL|\p{Ll}\p{Lu}/u;

/**
 * Words and usual punctuation mean themselves. All else stands where DokuWiki looks for no markup: between percent
 * signs, or, where the text has some of its own, in an element; the end of that element between percent signs.
 */
function text(value: string): string {
  const [, before = '', shown = '', after = ''] = /^([ ,]*)(.*?)([ ,]*)$/s.exec(value) ?? [];
  return before + unformatted(shown) + after;
}

function unformatted(shown: string): string {
  if (shown === '' || (words.test(shown) && !special.test(shown))) return shown;
  if (!shown.includes('%')) return `%%${shown}%%`;
  return `<nowiki>${shown.replace(/<\/nowiki>/gi, (end) => `</nowiki>%%${end}%%<nowiki>`)}</nowiki>`;
}

/** Where there is no way to write a sign, a joiner keeps it from its neighbour: it has no width. */
const JOINER = '\u2060';

/** Nothing in a heading is markup but the signs around it. */
const heading = (shown: string, level: string): string =>
  `${level} ${shown.replace(/^=/, `${JOINER}=`).replace(/=$/, `=${JOINER}`)} ${level}`;

const syntax: Syntax = {
  text,
  page: (shown, name) => `[[.:${name}|${label(shown)}]]`,
  link: (shown, address) => `[[${address.replace(/[|[\]]/g, encodeURIComponent)}|${label(shown)}]]`,
  heading: (shown) => heading(shown, '====='),
  // Two spaces before a line would show it as it is typed.
  paragraph: (line) => line.trim(),
  list: (lines, numbered) => lines.map((line) => `  ${numbered ? '-' : '*'} ${line.trim()}`).join('\n'),
  facts: (facts) => facts.map(([term, line]) => `  * **${text(term)}:** ${line}`).join('\n'),
  table: (head, rows) =>
    [
      `^ ${head.map(text).join(' ^ ')} ^`,
      ...rows.map((row) => `| ${row.map((cell) => cell.join(' \\\\ ')).join(' | ')} |`),
    ].join('\n'),
  pictures: (pictures) => pictures.map(pictureOrStrips).join('\n'),
};

/**
 * The text of a link is taken as it is, up to the brackets that end it; one that looks like a picture would be one. An
 * empty text would show the name of the page.
 */
function label(shown: string): string {
  const apart = shown
    .replace(/\](?=\])/g, `]${JOINER}`)
    .replace(/^\{\{/, `{${JOINER}{`)
    .trim();
  return apart === '' ? '—' : apart;
}

function pictureOrStrips(picture: WikiPicture): string {
  if (picture.strips.length === 0) return image(picture, shownWidth(picture));
  const width = Math.min(picture.width, SLICED_WIDTH);
  const strips = picture.strips.map((strip) => {
    if (strip.page === undefined) return image(strip, width);
    // In a link, a brace in the text would make the picture text.
    return `[[.:${strip.page}|${image({ ...strip, alt: strip.alt.replaceAll('}', ')') }, width)}]]`;
  });
  return `${strips.join(' \\\\\n')} \\\\`;
}

/** As in a link, up to the braces that end it, or where it is in one, the brackets that end that. */
function image({ file, alt }: Pick<WikiPicture, 'file' | 'alt'>, width: number): string {
  const shown = alt.replace(/\}(?=\}|$)/g, `}${JOINER}`).replace(/\](?=\])/g, `]${JOINER}`);
  return `{{.:${file.slice(file.lastIndexOf('/') + 1)}?${width}|${shown}}}`;
}
