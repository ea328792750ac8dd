import { escapeText } from '../markdownSyntax.ts';
import type { ExtrasContext, Flavour, WikiFile, WrittenPage } from './flavour.ts';
import { comment, commentMarks, markdownPage, markdownSyntax, pageLink } from './markdown.ts';
import { nameOf, type NameRules } from './names.ts';
import type { WikiPicture } from './syntax.ts';

/** What a title may hold and a file name may not, as the wiki writes it in file names. */
const encoded: ReadonlyMap<string, string> = new Map([
  [':', '%3A'],
  ['<', '%3C'],
  ['>', '%3E'],
  ['*', '%2A'],
  ['?', '%3F'],
  ['|', '%7C'],
  ['-', '%2D'],
  ['"', '%22'],
]);

/**
 * A hyphen in a file name is a space of the title, a hyphen of the title is `%2D`. Titles have no slashes, no number
 * signs, and no characters that take two units of UTF-16, such as emoji; a percent sign would look like one of ours.
 *
 * @see https://learn.microsoft.com/azure/devops/project/wiki/wiki-file-structure
 */
const rules: NameRules = {
  forbidden: /[\\/#%]|[\u{10000}-\u{10ffff}]/gu,
  reserved: /^rbac$/,
  written: (words) => words.replace(/[:<>*?|"-]/g, (sign) => encoded.get(sign) ?? sign).replaceAll(' ', '-'),
};

const RBAC = 'RBAC';

/**
 * The wiki of an Azure DevOps project. Pages that are listed in `.order` come in that order; pictures lie in
 * `.attachments`; RBAC files are pages below one of their own. Links begin at the root, so that pages may be moved.
 *
 * @see https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance
 */
export const azureDevOps: Flavour = {
  pictures: 'numbers',
  files: { folder: RBAC, fileOf: (path) => path, addressOf },
  mediaType: 'text/markdown; charset=utf-8',
  nameOf: (title) => nameOf(title, rules),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `.attachments/${name}.png`,
  marks: commentMarks,
  syntax: ({ fileOf }) => markdownSyntax({ pageAddress: (name) => addressOf(fileOf(name)), picture, below: '\n' }),
  write: (frame) => markdownPage(frame, shownName(frame.page.name)),
  extras: (pages, context) => [orderFile(pages, context), ...(context.rbac.length === 0 ? [] : [rbacPage(context)])],
};

/** As the file is called: escapes of its name are not decoded, so nothing else may be encoded either. */
function addressOf(path: string): string {
  return `/${path.replace(/[()&]/g, '\\$&').replaceAll(' ', '%20')}`;
}

/** The title that the wiki makes of a file name. */
function shownName(name: string): string {
  const words = name.replaceAll('-', ' ');
  return [...encoded].reduce((shown, [sign, code]) => shown.replaceAll(code, sign), words);
}

function picture({ file, alt }: Pick<WikiPicture, 'file' | 'alt'>, width: number): string {
  return `![${escapeText(alt)}](${addressOf(file)} =${width}x)`;
}

function orderFile(pages: readonly WrittenPage[], { rbac }: ExtrasContext): WikiFile {
  const names = [...pages.map(({ name }) => name), ...(rbac.length === 0 ? [] : [RBAC])];
  return { file: '.order', mediaType: 'text/plain; charset=utf-8', text: () => `${names.join('\n')}\n` };
}

/** A folder without a page of its name has nothing to show in the tree. */
function rbacPage({ rbac, labels, title }: ExtrasContext): WikiFile {
  const note = labels.generatedNote.replaceAll('{source}', title);
  const links = rbac.map(({ component, file }) => `- ${pageLink(component, addressOf(file))}`);
  return {
    file: `${RBAC}.md`,
    mediaType: 'text/markdown; charset=utf-8',
    text: () => `${comment(note)}\n\n${links.join('\n')}\n`,
  };
}
