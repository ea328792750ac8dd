import type { Block, CardPicture, Content, Inline, PictureArea } from '../../deck/pages/model.ts';
import type { LinkTarget } from '../../deck/links.ts';
import type { PageRef } from '../../deck/pages/model.ts';

/**
 * How a wiki writes what pages are made of. Texts come in as plain text on one line, without control characters; lines
 * as what it wrote itself.
 */
export interface Syntax {
  /** Text that shows itself and nothing else. */
  text(text: string): string;
  /** A link to a page of the wiki by its name. */
  page(text: string, name: string): string;
  /** A link to an address, which is percent-encoded already. */
  link(text: string, address: string): string;
  heading(text: string): string;
  paragraph(line: string): string;
  list(lines: readonly string[], numbered: boolean): string;
  facts(facts: readonly (readonly [term: string, line: string])[]): string;
  /** `head` is text; cells are lines. */
  table(head: readonly string[], rows: readonly (readonly (readonly string[])[])[]): string;
  pictures(pictures: readonly WikiPicture[]): string;
}

/** A picture whose parts know the names of their pages. */
export interface WikiPicture extends Omit<CardPicture, 'areas' | 'strips'> {
  /** Path of the file below the folder of the wiki. */
  readonly file: string;
  readonly areas: readonly (Omit<PictureArea, 'page'> & { readonly name: string })[];
  readonly strips: readonly WikiStrip[];
}

export interface WikiStrip {
  readonly file: string;
  readonly alt: string;
  /** Name of the page that it leads to, unless nowhere. */
  readonly page?: string;
}

/** Where the links of a page lead. */
export interface Destinations {
  nameOf(ref: PageRef): string;
  /** By the picture's name. */
  fileOf(name: string): string;
  /** Undefined for what the wiki cannot hold: its text then stays without a link. */
  addressOf(target: LinkTarget): string | undefined;
}

export function writeBlocks(blocks: readonly Block[], syntax: Syntax, to: Destinations): string {
  return blocks
    .map((block) => writeBlock(block, syntax, to))
    .filter((text) => text !== '')
    .join('\n\n');
}

function writeBlock(block: Block, syntax: Syntax, to: Destinations): string {
  const line = (content: Content): string => writeLine(content, syntax, to);
  switch (block.kind) {
    case 'heading':
      return syntax.heading(onLine(block.text));
    case 'paragraph':
      return syntax.paragraph(line(block.content));
    case 'list':
      return syntax.list(block.items.map(line), block.numbered);
    case 'facts':
      return syntax.facts(block.facts.map(({ term, content }) => [onLine(term), line(content)]));
    case 'table':
      return syntax.table(
        block.head.map(onLine),
        block.rows.map((row) => row.map((cell) => cell.map(line))),
      );
    case 'pictures':
      return block.pictures.length === 0 ? '' : syntax.pictures(block.pictures.map((one) => wikiPicture(one, to)));
  }
}

function writeLine(content: Content, syntax: Syntax, to: Destinations): string {
  return withJoinedTexts(content)
    .map((part) => {
      const text = onLine(part.text);
      if (part.kind === 'text') return syntax.text(text);
      if (part.kind === 'page') return syntax.page(text, to.nameOf(part.page));
      const address = to.addressOf(part.target);
      return address === undefined ? syntax.text(text) : syntax.link(text, address);
    })
    .join('');
}

/** Texts beside each other are one text: what they mean together is then seen by who escapes them. */
function withJoinedTexts(content: Content): Content {
  const joined: Inline[] = [];
  for (const part of content) {
    const last = joined.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

function wikiPicture(picture: CardPicture, to: Destinations): WikiPicture {
  const areas = picture.areas.map(({ page, text, ...area }) => ({
    ...area,
    text: onLine(text),
    name: to.nameOf(page),
  }));
  const strips = picture.strips.map(({ name, alt, page }) => ({
    file: to.fileOf(name),
    alt: onLine(alt),
    ...(page === undefined ? {} : { page: to.nameOf(page) }),
  }));
  return { ...picture, alt: onLine(picture.alt), file: to.fileOf(picture.name), areas, strips };
}

/** Ends of lines and control characters become spaces; halves of a surrogate pair have no character to show. */
export const onLine = (text: string): string =>
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
