import { markdownTable } from '../markdownParts.ts';
import { escapeText, linkOf } from '../markdownSyntax.ts';
import type { Frame } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/** Widest that a wiki shows a card, in CSS px: numbers on it are then as large as its small print. */
const SHOWN_WIDTH = 360;

/** How wide a picture is shown, in CSS px. */
export const shownWidth = ({ width, shown = SHOWN_WIDTH }: Pick<WikiPicture, 'width' | 'shown'>): number =>
  Math.min(width, shown);

/** Width of a picture that is cut into strips: its lines are then no lower than lines of text, so that no gaps show. */
export const SLICED_WIDTH = 420;

/** What wikis with markdown of GitHub's kind do each in its own way. */
export interface MarkdownWays {
  readonly pageAddress: (name: string) => string;
  /** A picture so many CSS px wide. */
  readonly picture: (picture: Pick<WikiPicture, 'file' | 'alt'>, width: number) => string;
  /** What is between the strips of a picture, which stand below each other. */
  readonly below: string;
}

/** GitHub-flavoured markdown: tables, lists, links. */
export function markdownSyntax(ways: MarkdownWays): Syntax {
  const { pageAddress } = ways;
  return {
    text,
    page: (shown, name) => pageLink(shown, pageAddress(name)),
    link: (shown, address) => linkOf(text(shown), address),
    heading: (shown) => `## ${text(shown)}`,
    // Four spaces before would make it code.
    paragraph: (line) => line.trim(),
    list: (lines, numbered) =>
      lines.map((line, index) => `${numbered ? `${index + 1}.` : '-'} ${line.trim()}`).join('\n'),
    facts: (facts) => facts.map(([term, line]) => `- **${text(term.trim())}:** ${line}`).join('\n'),
    table: (head, rows) =>
      markdownTable(
        head.map(text),
        rows.map((row) => row.map((cell) => cell.join('<br>'))),
      ).join('\n'),
    pictures: (pictures) => pictureLines(pictures, ways),
  };
}

/** Pictures beside each other on one line, since some wikis break where a line of the source ends; cut ones by themselves. */
function pictureLines(pictures: readonly WikiPicture[], { pageAddress, picture, below }: MarkdownWays): string {
  const whole = pictures.filter(({ strips }) => strips.length === 0);
  const cut = pictures.filter(({ strips }) => strips.length > 0);
  const stripped = cut.map(({ width, strips }) =>
    strips
      .map((strip) => {
        const shown = picture(strip, Math.min(width, SLICED_WIDTH));
        return strip.page === undefined ? shown : `[${shown}](${pageAddress(strip.page)})`;
      })
      .join(below),
  );
  const beside = whole.map((one) => picture(one, shownWidth(one))).join(' ');
  return [...stripped, beside].filter((line) => line !== '').join('\n\n');
}

/**
 * Text that shows itself. Mentions, formulas and emoji names are made from the text of the rendered page, after
 * backslashes have gone; a tag around their first sign keeps them apart.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 * @see https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */
function text(value: string): string {
  return escapeText(value)
    .replace(/%(?=\w|\\")/g, '\\%')
    .replace(/^:::/, '\\:::')
    .replace(/\\@|\$|:(?=[\w+\\-]+:)/g, (sign) => `<span>${sign.slice(-1)}</span>`);
}

/** A link to an address that is written as the wiki takes it. */
export const pageLink = (shown: string, address: string): string => `[${text(shown)}](${address})`;

/** Marks of markdown and MediaWiki: comments, which readers do not see. */
export const commentMarks = { open: '<!-- keep -->', close: '<!-- /keep -->' } as const;

/** A page. The wiki shows its name above; where that is not the title, the title comes first. */
export function markdownPage({ page, body, note, kept }: Frame, shownName: string, before = ''): string {
  const heading = shownName === page.title ? '' : `# ${text(page.title)}\n\n`;
  return `${before}${comment(note)}\n\n${heading}${body}\n\n${withMarks(kept, commentMarks)}\n`;
}

/** In a comment, two hyphens would end it in some readers. */
export const comment = (shown: string): string =>
  `<!-- ${shown
    .replace(/-{2,}/g, '-')
    .replace(/[<>]/g, '')
    .replace(/[\r\n]+/g, ' ')} -->`;
