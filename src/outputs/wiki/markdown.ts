import { tableLines } from '../markdownParts.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import type { Frame } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/** Widest that a wiki shows a card, in CSS px: numbers on it are then as large as its small print. */
export const SHOWN_WIDTH = 360;

/** What wikis with markdown of GitHub's kind do each in its own way. */
export interface MarkdownWays {
  readonly pageAddress: (name: string) => string;
  readonly picture: (picture: WikiPicture) => string;
}

/** GitHub-flavoured markdown: tables, lists, links. */
export function markdownSyntax({ pageAddress, picture }: MarkdownWays): Syntax {
  return {
    text: escapeText,
    page: (text, name) => linkTo(text, pageAddress(name)),
    link: linkTo,
    heading: (text) => `## ${escapeText(text)}`,
    paragraph: (line) => line,
    list: (lines, numbered) => lines.map((line, index) => `${numbered ? `${index + 1}.` : '-'} ${line}`).join('\n'),
    facts: (facts) => facts.map(([term, line]) => `- **${escapeText(term)}:** ${line}`).join('\n'),
    table: (head, rows) =>
      tableLines(
        head,
        rows.map((row) => row.map((cell) => cell.join('<br>'))),
      ).join('\n'),
    pictures: (pictures) => pictures.map(picture).join('\n'),
  };
}

/** Marks of markdown and MediaWiki: comments, which readers do not see. */
export const commentMarks = { open: '<!-- keep -->', close: '<!-- /keep -->' } as const;

/** A page without a heading of its own: the wiki shows its name above. */
export function markdownPage({ body, note, kept }: Frame, before = ''): string {
  return `${before}${comment(note)}\n\n${body}\n\n${withMarks(kept, commentMarks)}\n`;
}

/** In a comment, two hyphens would end it in some readers. */
export const comment = (text: string): string => `<!-- ${text.replace(/--+/g, '-').replace(/[<>]/g, '')} -->`;
