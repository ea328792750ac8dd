import { Collector, type Reading } from './reading.ts';

/**
 * MediaWiki by its documentation, as far as our pages go: https://www.mediawiki.org/wiki/Help:Formatting, Help:Links,
 * Help:Tables, Help:Images, Extension:ImageMap. What else would be markup shows in the shape.
 */
export function readMediawiki(page: string): Reading {
  const seen = new Collector();
  // A comment that has a line to itself goes with it.
  const text = page.replace(/^ *<!--[\s\S]*?-->\n?/gm, '').replace(/<!--[\s\S]*?-->/g, '');
  for (const part of text.split(/(<imagemap>[\s\S]*?<\/imagemap>)/)) {
    if (part.startsWith('<imagemap>')) readMap(part, seen);
    else for (const line of part.split('\n')) readLine(line, seen);
  }
  return seen.reading;
}

function readLine(line: string, seen: Collector): void {
  seen.text(' ');
  const heading = /^(=+)(.+?)\1\s*$/.exec(line);
  const list = /^([*#:;]+)(.*)$/.exec(line);
  const table = /^(\{\||\|\}|\|-|!|\|)(.*)$/.exec(line);
  if (line.trim() === '') return;
  if (heading) {
    seen.mark(`h${heading[1]?.length}`);
    readInline(heading[2] ?? '', seen);
  } else if (list) {
    seen.mark(list[1] ?? '');
    const [, term, rest] = (list[1] === ';' ? /^(.*?):(.*)$/ : /^$/).exec(list[2] ?? '') ?? [];
    if (term !== undefined) seen.mark(`term ended by a colon: ${rest}`);
    readInline(list[2] ?? '', seen);
  } else if (table) {
    const [, sign = '', rest = ''] = table;
    if (sign === '{|' || sign === '|}' || sign === '|-') seen.mark(sign);
    else for (const cell of rest.split(sign === '!' ? '!!' : '||')) readCell(sign, cell, seen);
  } else {
    seen.mark(/^\s/.test(line) ? 'preformatted' : /^-{4}/.test(line) ? 'rule' : 'p');
    readInline(line, seen);
  }
}

/** Attributes of a cell end at its first bar that is in no link. */
function readCell(sign: string, cell: string, seen: Collector): void {
  seen.mark(sign);
  const [, attributes, rest] = /^((?:(?!\[\[).)*?)\|(.*)$/.exec(cell) ?? [];
  if (attributes !== undefined && attributes.trim() !== 'scope="col"') seen.mark(`attributes ${attributes}`);
  readInline(rest ?? cell, seen);
}

const inline =
  /\[\[File:([^|\]]+)\|\d+px\|alt=((?:(?!\]\]).)*)\]\]|\[\[([^[\]|]+)\|((?:(?!\]\]).)+)\]\]|\[(https?:\/\/\S+) ([^\]]+)\]|<br \/>/g;

function readInline(line: string, seen: Collector): void {
  let done = 0;
  for (const match of line.matchAll(inline)) {
    readText(line.slice(done, match.index), seen);
    done = match.index + match[0].length;
    const [, file, alt, page, shown, address, label] = match;
    if (file !== undefined) {
      seen.picture(file);
      markupOf(alt ?? '', seen);
    } else if (page !== undefined || address !== undefined) {
      seen.link(page ?? address ?? '');
      readText(shown ?? label ?? '', seen);
    } else {
      seen.mark('br');
      seen.text(' ');
    }
  }
  readText(line.slice(done), seen);
}

const markup = /\[\[|\]\]|\[\w+:|[{}<>|]|''|~~~|__|-\{|!!|\b(?:https?|ftp|mailto|news|tel|sip|urn|git|ssh|irc):\S/i;
/** In capitals, with a space. */
const numbers = /\b(?:ISBN|RFC|PMID)[ \t]+[\d-]/;

function markupOf(raw: string, seen: Collector): void {
  const found = markup.exec(raw) ?? numbers.exec(raw);
  if (found !== null) seen.mark(`markup ${found[0]}`);
}

function readText(raw: string, seen: Collector): void {
  markupOf(raw, seen);
  seen.text(raw.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
}

/** As `ImageMap::render` reads it: labels are taken raw, up to the first closing bracket. */
function readMap(part: string, seen: Collector): void {
  const [first = '', ...lines] = part.split('\n').slice(1, -1);
  const [, file = '', alt = ''] = /^File:([^|]+)\|\d+px\|alt=(.*)$/.exec(first) ?? [];
  seen.picture(file);
  markupOf(alt, seen);
  for (const line of lines) {
    const area = /^rect \d+ \d+ \d+ \d+ \[\[([^|]+)\|([^\]]+)\]\]$/.exec(line);
    if (area) seen.links.push(area[1] ?? '');
    else seen.mark(line);
  }
}
