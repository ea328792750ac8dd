import { encodePath } from '../../deck/links.ts';
import { escapeText } from '../markdownSyntax.ts';
import type { Flavour } from './flavour.ts';
import { commentMarks, markdownPage, markdownSyntax, SHOWN_WIDTH } from './markdown.ts';
import { wordsOf } from './names.ts';
import type { WikiPicture } from './syntax.ts';

/** What a title may hold and a file name may not, as the wiki writes it in file names. */
const encoded: Readonly<Record<string, string>> = {
  ':': '%3A',
  '<': '%3C',
  '>': '%3E',
  '*': '%2A',
  '?': '%3F',
  '|': '%7C',
  '-': '%2D',
  '"': '%22',
};

/**
 * The wiki of an Azure DevOps project: a hyphen in a file name is a space of the title, a hyphen of the title is
 * `%2D`. Pages that are listed in `.order` come in that order; pictures lie in `.attachments`.
 */
export const azureDevOps: Flavour = {
  pictures: 'numbers',
  holdsFiles: true,
  mediaType: 'text/markdown; charset=utf-8',
  nameOf: (title) =>
    wordsOf(title, /[\\/#]/g)
      .replace(/[:<>*?|"-]/g, (sign) => encoded[sign] ?? sign)
      .replaceAll(' ', '-'),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `.attachments/${name}.png`,
  marks: commentMarks,
  // From the root of the wiki, so that pages may be moved below others.
  syntax: () => markdownSyntax({ pageAddress: (name) => `/${encodePath(name)}.md`, picture }),
  write: (frame) => markdownPage(frame),
  extras: (pages) => [
    {
      file: '.order',
      mediaType: 'text/plain; charset=utf-8',
      text: () => `${pages.map(({ name }) => name).join('\n')}\n`,
    },
  ],
};

function picture({ file, alt, width }: WikiPicture): string {
  return `![${escapeText(alt)}](/${encodePath(file)} =${Math.min(width, SHOWN_WIDTH)}x)`;
}
