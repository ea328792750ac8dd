import { PdfError } from './pdfError.ts';

/** `.invalid` is reserved: no such host ever exists (RFC 2606). */
const prefix = 'https://link.invalid/?u=';

/**
 * What to write into an HTML `href` for a link that should become `href` in the PDF. A relative one would be printed
 * as an absolute address on the machine that builds; a placeholder stays as it is until `finishPdf` replaces it. Use it for
 * every link but `#anchors` of the same document. Holds no character that HTML or PDF gives a meaning.
 */
export function placeholderLink(href: string): string {
  return prefix + encodeURIComponent(href).replace(/[!'()*~]/g, percent);
}

/** One link in a PDF: where it stands, and where it should lead. */
export interface FoundPlaceholder {
  readonly href: string;
  /** Byte offset of the opening parenthesis. */
  readonly start: number;
  /** Byte offset after the closing parenthesis. */
  readonly end: number;
}

/** The placeholders in a PDF, given as Latin-1 text, in the order of the file. */
export function findPlaceholders(text: string): FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  const key = `/URI (${prefix}`;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const close = text.indexOf(')', at);
    const href = decodeURIComponent(text.slice(at + key.length, close));
    found.push({ href, start: at + '/URI '.length, end: close + 1 });
  }
  return found;
}

/**
 * A link as PDF wants it: a relative one begins with `./` or `../`, because viewers take a first segment with dots for a
 * host; all in ASCII. Throws for an anchor, which needs no placeholder.
 */
export function pdfAddress(href: string): string {
  if (href === '' || href.startsWith('#')) throw new PdfError(`"${href}" is no link to another document`);
  const isComplete = /^(?:[a-z][a-z\d+.-]*:|\.{0,2}\/)/i.test(href);
  const address = isComplete ? href : `./${href}`;
  return address.replace(/[^\x21-\x7e]|[()<>"\\^`{|}]/gu, (character) =>
    encodeURIComponent(character).replace(/[()]/g, percent),
  );
}

/** How often a PDF, given as Latin-1 text, names the reserved host: more often than it has links is too often. */
export function countMentions(text: string): number {
  return text.split(prefix.slice(0, prefix.indexOf('?'))).length - 1;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
