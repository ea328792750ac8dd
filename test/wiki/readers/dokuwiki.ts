import { Collector, type Reading } from './reading.ts';

/**
 * DokuWiki by https://www.dokuwiki.org/wiki:syntax and the patterns of its lexer, as far as our pages go: at each place
 * the pattern that matches first counts. Everything on our pages is within a line.
 */
export function readDokuwiki(page: string): Reading {
  const seen = new Collector();
  for (const line of page.split('\n')) {
    seen.text(' ');
    readLine(line, seen);
  }
  return seen.reading;
}

function readLine(line: string, seen: Collector): void {
  if (line.trim() === '') return;
  const list = /^ {2,}([-*])(.*)$/.exec(line);
  if (/^[ \t]*={2,}.+={2,}[ \t]*$/.test(line)) {
    // Nothing in a heading is markup; signs of equality and spaces at its ends go.
    const title = line.trim();
    seen.mark(`h${7 - (/^=*/.exec(title)?.[0].length ?? 0)}`);
    seen.text(title.replace(/^=+/, '').replace(/=+$/, '').replaceAll('\u2060', ''));
  } else if (list) {
    seen.mark(list[1] ?? '');
    readInline(list[2] ?? '', seen, false);
  } else if (/^[\^|]/.test(line)) {
    readInline(line, seen, true);
  } else {
    seen.mark(
      /^(?: {2}|\t)/.test(line) ? 'preformatted' : line.startsWith('>') ? 'quote' : /^-{4,}/.test(line) ? 'rule' : 'p',
    );
    readInline(line, seen, false);
  }
}

interface Pattern {
  readonly name: string;
  readonly open: RegExp;
  /** What ends it; all between is text. */
  readonly close?: RegExp;
}

/** In the order of their sort numbers in DokuWiki. */
const patterns: readonly Pattern[] = [
  { name: 'macro', open: /~~(?:NOTOC|NOCACHE)~~|~~INFO:\w+~~/ },
  { name: 'strong', open: /\*\*(?=.*\*\*)|(?<=.)\*\*/ },
  { name: 'em', open: /\/\/(?=.*[^:]\/\/)|(?<=.)\/\// },
  { name: 'underline', open: /__(?=.*__)/ },
  { name: 'mono', open: /''(?=.*'')/ },
  { name: 'sub', open: /<\/?sub>/ },
  { name: 'tag', open: /<(?:sup|del)>(?=.*<\/)/ },
  { name: 'linebreak', open: /\\{2}(?:[ \t]|$)/ },
  { name: 'footnote', open: /\(\((?=.*\)\))/ },
  { name: 'nowiki', open: /<nowiki>(?=.*<\/nowiki>)/, close: /<\/nowiki>/ },
  { name: 'nowiki', open: /%%(?=.*%%)/, close: /%%/ },
  { name: 'code', open: /<(?:code|file|php|html|PHP|HTML)\b[^>]*>(?=.*<\/)/ },
  {
    name: 'smiley',
    open: /(?<!\w)(?:8-\)|8-O|:-\(|:-\)|=\)|:-\/|:-\\|:-\?|:-D|:-P|:-O|:-X|:-\||;-\)|\^_\^|m\(|:\?:|:!:|LOL|FIXME|DELETEME)(?!\w)/,
  },
  { name: 'entity', open: /<->|->|<-|<=>|=>|<=|>>|<<|---|--|\(c\)|\(tm\)|\(r\)|\.\.\./i },
  { name: 'multiply', open: /\b(?:[1-9]|\d{2,})[xX](?:[1-9]|\d{2,})\b/ },
  { name: 'quote', open: /['"]/ },
  { name: 'camel case', open: /\b[A-Z]+[a-z]+[A-Z][A-Za-z]*\b/ },
  { name: 'link', open: /\[\[.*?\]\](?!\])/ },
  { name: 'media', open: /\{\{(?:[^}]|(?:\}[^}]))+\}\}/ },
  { name: 'address', open: /\b(?:https?|telnet|gopher|wais|ftp|ed2k|irc):\/\/|\b(?:www|ftp)\.\w/ },
  { name: 'email', open: /<[\w.+-]+@[\w.-]+>/ },
  { name: 'share', open: /\\\\\w+/ },
];

function readInline(line: string, seen: Collector, isTable: boolean): void {
  const all = isTable ? [...patterns, { name: 'cell', open: /[|^]/ }, { name: 'rowspan', open: /:::/ }] : patterns;
  let rest = line;
  while (rest !== '') {
    const [found] = all
      .flatMap((pattern) => {
        const match = pattern.open.exec(rest);
        return match === null ? [] : [{ pattern, match }];
      })
      .sort((a, b) => a.match.index - b.match.index);
    if (found === undefined) break;
    seen.text(rest.slice(0, found.match.index));
    rest = handle(found, rest, seen);
  }
  seen.text(rest);
}

/** Returns what comes after. */
function handle(
  { pattern, match }: { pattern: Pattern; match: RegExpExecArray },
  line: string,
  seen: Collector,
): string {
  const rest = line.slice(match.index + match[0].length);
  if (pattern.close !== undefined) {
    const end = pattern.close.exec(rest);
    seen.text(rest.slice(0, end?.index));
    return rest.slice((end?.index ?? rest.length) + (end?.[0].length ?? 0));
  }
  if (pattern.name === 'link') {
    const [, target = '', label = ''] = /^\[\[(.*?)\|(.*)\]\]$/.exec(match[0]) ?? [];
    seen.link(target);
    const [, picture] = /^\{\{([^?|}]*)[^}]*\}\}$/.exec(label) ?? [];
    if (picture === undefined) seen.text(label);
    else seen.picture(picture);
  } else if (pattern.name === 'media') {
    seen.picture(/^\{\{([^?|]*)/.exec(match[0])?.[1] ?? '');
  } else {
    seen.mark(pattern.name === 'cell' ? match[0] : pattern.name);
    seen.text(['linebreak', 'cell'].includes(pattern.name) ? ' ' : '');
  }
  return rest;
}
