import type { Block, CardPicture, Content, PictureArea } from '../../deck/pages/model.ts';
import type { LinkTarget } from '../../deck/links.ts';
import type { PageRef } from '../../deck/pages/model.ts';

/** How a wiki writes what pages are made of. Texts come in as plain text, lines as what it wrote itself. */
export interface Syntax {
  /** Text that shows itself and nothing else, on one line. */
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

/** A picture whose areas know the names of their pages. */
export interface WikiPicture extends Omit<CardPicture, 'areas'> {
  /** Path of the file below the folder of the wiki. */
  readonly file: string;
  readonly areas: readonly (Omit<PictureArea, 'page'> & { readonly name: string })[];
}

/** Where the links of a page lead. */
export interface Destinations {
  nameOf(ref: PageRef): string;
  fileOf(picture: CardPicture): string;
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
      return syntax.heading(block.text);
    case 'paragraph':
      return syntax.paragraph(line(block.content));
    case 'list':
      return syntax.list(block.items.map(line), block.numbered);
    case 'facts':
      return syntax.facts(block.facts.map(({ term, content }) => [term, line(content)]));
    case 'table':
      return syntax.table(
        block.head,
        block.rows.map((row) => row.map((cell) => cell.map(line))),
      );
    case 'pictures':
      return block.pictures.length === 0 ? '' : syntax.pictures(block.pictures.map((one) => wikiPicture(one, to)));
  }
}

function writeLine(content: Content, syntax: Syntax, to: Destinations): string {
  return content
    .map((part) => {
      if (part.kind === 'text') return syntax.text(part.text);
      if (part.kind === 'page') return syntax.page(part.text, to.nameOf(part.page));
      const address = to.addressOf(part.target);
      return address === undefined ? syntax.text(part.text) : syntax.link(part.text, address);
    })
    .join('');
}

function wikiPicture(picture: CardPicture, to: Destinations): WikiPicture {
  const areas = picture.areas.map(({ page, ...area }) => ({ ...area, name: to.nameOf(page) }));
  return { ...picture, file: to.fileOf(picture), areas };
}
