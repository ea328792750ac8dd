import type { LinkTarget } from '../../../deck/links.ts';
import type { Card, Deck } from '../../../deck/model.ts';
import type { CardPicture } from '../../../deck/pages/model.ts';
import type { Labels } from '../../../design/design.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { escapeHtml } from '../../../html/templates.ts';
import { commentLinesOfHtml, commentLinesOfMarkdown } from '../../../source/comments.ts';
import { failed, type Outcome, problem } from '../../../source/problem.ts';
import { htmlSyntax } from '../html.ts';
import { markdownSyntax } from '../markdown.ts';
import { type Syntax, writeBlocks } from '../syntax.ts';
import { requestBlocks } from './blocks.ts';
import { type Part, partsOf } from './parts.ts';
import { readRequest } from './request.ts';

/** A page that somebody wrote, with parts to fill. */
export interface WrittenFile {
  /** Relative to the project root; for messages. */
  readonly file: string;
  readonly text: string;
  readonly syntax: 'markdown' | 'html';
}

export interface FillContext {
  readonly deck: Deck;
  readonly labels: Labels;
  /** Address of a target as seen from the page. */
  readonly addressOf: (target: LinkTarget) => string;
  /** Address of the picture of a card. */
  readonly pictureOf: (card: Card) => string;
}

/** Width of a card among others, in CSS px: five stand beside each other on a page of GitHub. */
const PICTURE_WIDTH = 160;

/** The page with all its parts filled; the rest byte for byte as it was. Problems: `EMB001`, `EMB002` an unknown request. */
export function fillParts(page: WrittenFile, context: FillContext): Outcome<string> {
  const { text, file } = page;
  const comments = page.syntax === 'html' ? commentLinesOfHtml(text) : commentLinesOfMarkdown(text);
  const parts = partsOf(comments, file);
  if (!parts.ok) return parts;
  const problems: Diagnostic[] = [];
  let filled = '';
  let done = 0;
  for (const part of parts.value) {
    const content = contentOf(part, page, context);
    if (!content.ok) problems.push(...content.problems);
    else filled += text.slice(done, part.open.end) + withLineEnds(content.value, text);
    done = part.close.start;
  }
  return problems.length > 0 ? failed(...problems) : { ok: true, value: filled + text.slice(done) };
}

function contentOf({ asked, open }: Part, page: WrittenFile, context: FillContext): Outcome<string> {
  const request = readRequest(asked, context.deck);
  if (!('show' in request)) {
    return failed(problem('EMB002', request.message, { file: page.file, range: open.range }, request.hint));
  }
  const blocks = requestBlocks(request, { ...context, picture: pictureValue });
  const text = writeBlocks(blocks, syntaxOf(page, context), {
    nameOf: () => '',
    fileOf: (name) => name,
    addressOf: context.addressOf,
  });
  return { ok: true, value: `\n${text}\n\n` };
}

/** Pictures go by the stem of their card. */
const pictureValue = ({ stem, id, name }: Card): CardPicture => ({
  name: stem,
  alt: `${id} ${name}`,
  width: PICTURE_WIDTH,
  height: 0,
  areas: [],
  strips: [],
});

/** Links to pages of a wiki do not come up here; pictures are links, in HTML that markdown takes too. */
function syntaxOf({ syntax }: WrittenFile, { deck, addressOf, pictureOf }: FillContext): Syntax {
  const cards = new Map(deck.cards.map((card) => [card.stem, card]));
  const linked = (stem: string, alt: string): string => {
    const card = cards.get(stem) as Card;
    return (
      `<a href="${escapeHtml(addressOf({ kind: 'card', id: stem }))}">` +
      `<img src="${escapeHtml(pictureOf(card))}" alt="${escapeHtml(alt)}" width="${PICTURE_WIDTH}"></a>`
    );
  };
  const own =
    syntax === 'html' ? htmlSyntax(String) : markdownSyntax({ pageAddress: String, picture: () => '', below: '' });
  return { ...own, pictures: (pictures) => pictures.map(({ name, alt }) => linked(name, alt)).join('\n') };
}

/** Line ends are those of the page. */
const withLineEnds = (content: string, page: string): string =>
  /\r\n/.test(page) ? content.replaceAll('\n', '\r\n') : content;
