import { encodePath } from '../../deck/links.ts';
import { escapeText } from '../markdownSyntax.ts';
import type { Flavour } from './flavour.ts';
import { commentMarks, markdownPage, markdownSyntax, pageLink } from './markdown.ts';
import { digest, nameOf, type NameRules } from './names.ts';
import type { WikiPicture } from './syntax.ts';

/**
 * A hyphen in a file name is a space of the title, and the title itself stands in front matter. A dot would make a link
 * one to a file; the other names are addresses of the wiki itself.
 *
 * @see https://docs.gitlab.com/user/project/wiki/
 */
const rules: NameRules = {
  forbidden: /[\\/:*?"<>|#%&+[\]{}.^`]/g,
  reserved: /^(home|new|pages|templates|git.access|history|uploads|images|rbac|sidebar)$/,
  written: (words) => words.replaceAll(' ', '-'),
};

/**
 * The wiki of a GitLab project. Links begin at its root, so that they hold in any folder; pages are linked without
 * extension, since with one the file would be shown as it is. Widths stand in braces behind a picture.
 *
 * @see https://docs.gitlab.com/user/project/wiki/markdown/
 * @see https://docs.gitlab.com/user/markdown/#change-image-or-video-dimensions
 */
export const gitlab: Flavour = {
  pictures: 'numbers',
  files: { folder: 'rbac', fileOf: rbacFile, addressOf },
  mediaType: 'text/markdown; charset=utf-8',
  indexName: 'home',
  nameOf: (title) => nameOf(title, rules),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `images/${name}.png`,
  marks: commentMarks,
  syntax: ({ fileOf }) => markdownSyntax({ pageAddress: (name) => addressOf(fileOf(name)), picture, below: '\\\n' }),
  write: (frame) => markdownPage(frame, frame.page.title, `---\ntitle: ${JSON.stringify(frame.page.title)}\n---\n\n`),
  extras: (pages) => [
    {
      file: '_sidebar.md',
      mediaType: 'text/markdown; charset=utf-8',
      text: () => `${pages.map(({ title, file }) => `- ${pageLink(title, addressOf(file))}`).join('\n')}\n`,
    },
  ],
};

/** The path as it is, but for dots: see above. */
function rbacFile(path: string): string {
  const name = path.replace(/\.[^./]*$/, '');
  return `${name.includes('.') ? `${name.replaceAll('.', '-')}-${digest(path)}` : name}.md`;
}

function addressOf(path: string): string {
  return `/${encodePath(path.replace(/\.md$/, ''))}`;
}

function picture({ file, alt }: Pick<WikiPicture, 'file' | 'alt'>, width: number): string {
  return `![${escapeText(alt)}](${addressOf(file)}){width=${width}}`;
}
