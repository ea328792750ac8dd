import { encodePath } from '../../deck/links.ts';
import { escapeHtml } from '../../html/templates.ts';
import type { Flavour } from './flavour.ts';
import { commentMarks, markdownPage, markdownSyntax, SHOWN_WIDTH } from './markdown.ts';
import { linkTo } from '../markdownSyntax.ts';
import { wordsOf } from './names.ts';
import type { WikiPicture } from './syntax.ts';

/**
 * The wiki of a GitHub repository: pages in one folder, found by their file name, in which hyphens stand for spaces.
 * Markdown has no width for pictures, HTML has; image maps are taken out.
 */
export const github: Flavour = {
  pictures: 'numbers',
  holdsFiles: true,
  mediaType: 'text/markdown; charset=utf-8',
  indexName: 'Home',
  nameOf: (title) => wordsOf(title, /[\\/:*?"<>|#%&+[\]{}]/g).replaceAll(' ', '-'),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `images/${name}.png`,
  marks: commentMarks,
  syntax: () => markdownSyntax({ pageAddress: encodePath, picture }),
  write: (frame) => markdownPage(frame),
  extras: (pages) => [
    {
      file: '_Sidebar.md',
      mediaType: 'text/markdown; charset=utf-8',
      text: () => `${pages.map(({ title, name }) => `- ${linkTo(title, encodePath(name))}`).join('\n')}\n`,
    },
  ],
};

function picture({ file, alt, width }: WikiPicture): string {
  return `<img src="${escapeHtml(encodePath(file))}" alt="${escapeHtml(alt)}" width="${Math.min(width, SHOWN_WIDTH)}">`;
}
