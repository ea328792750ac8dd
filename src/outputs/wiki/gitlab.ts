import { encodePath } from '../../deck/links.ts';
import { escapeText, linkTo } from '../markdownSyntax.ts';
import type { Flavour } from './flavour.ts';
import { commentMarks, markdownPage, markdownSyntax, SHOWN_WIDTH } from './markdown.ts';
import { wordsOf } from './names.ts';
import type { WikiPicture } from './syntax.ts';

/** The wiki of a GitLab project: as GitHub's, with titles in front matter and widths in braces behind a picture. */
export const gitlab: Flavour = {
  pictures: 'numbers',
  holdsFiles: true,
  mediaType: 'text/markdown; charset=utf-8',
  indexName: 'home',
  nameOf: (title) => wordsOf(title, /[\\/:*?"<>|#%&+[\]{}]/g).replaceAll(' ', '-'),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `images/${name}.png`,
  marks: commentMarks,
  syntax: () => markdownSyntax({ pageAddress: encodePath, picture }),
  write: (frame) => markdownPage(frame, `---\ntitle: ${JSON.stringify(frame.page.title)}\n---\n\n`),
  extras: (pages) => [
    {
      file: '_sidebar.md',
      mediaType: 'text/markdown; charset=utf-8',
      text: () => `${pages.map(({ title, name }) => `- ${linkTo(title, encodePath(name))}`).join('\n')}\n`,
    },
  ],
};

function picture({ file, alt, width }: WikiPicture): string {
  return `![${escapeText(alt)}](${encodePath(file)}){width=${Math.min(width, SHOWN_WIDTH)}}`;
}
