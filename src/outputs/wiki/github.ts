import { encodePath } from '../../deck/links.ts';
import { escapeHtml } from '../../html/templates.ts';
import type { Flavour, WrittenPage } from './flavour.ts';
import { commentMarks, markdownPage, markdownSyntax } from './markdown.ts';
import { digest, nameOf, type NameRules } from './names.ts';

/**
 * Names of pages: a hyphen in a file name is a space of the title, so a hyphen of the title is the one of Unicode, as
 * GitHub itself writes it when a page is renamed. A dot would be taken for the beginning of an extension. A name that
 * begins with an underscore is no page; those of RBAC files begin as they do.
 *
 * @see https://github.com/gollum/gollum/wiki
 * @see https://github.com/dsccommunity/DscResource.DocGenerator/issues/156
 */
const rules: NameRules = {
  forbidden: /[\\/:*?"<>|#%&+[\]{}.^`]/g,
  reserved: /^(home|rbac.*)$/,
  written: (words) => words.replaceAll('-', '\u2010').replaceAll(' ', '-'),
};

/**
 * The wiki of a GitHub repository: all pages have one address below `/wiki/`, whatever folder their file is in; other
 * files keep their path. Markdown has no width for pictures, HTML has; image maps are taken out.
 */
export const github: Flavour = {
  pictures: 'numbers',
  files: {
    folder: 'rbac',
    fileOf: rbacFile,
    addressOf,
  },
  mediaType: 'text/markdown; charset=utf-8',
  indexName: 'Home',
  nameOf: (title) => nameOf(title, rules),
  fileOf: (name) => `${name}.md`,
  pictureFile: (name) => `images/${name}.png`,
  marks: commentMarks,
  syntax: ({ page, fileOf }) =>
    markdownSyntax({
      pageAddress: (name) => addressOf(fileOf(name), page.file),
      // At the top of its line a picture leaves no gap above the next one.
      picture: ({ file, alt }, width) =>
        `<img src="${escapeHtml(addressOf(file, page.file))}" alt="${altText(alt)}" width="${width}" align="top">`,
      below: '<br>\n',
    }),
  write: (frame) => markdownPage(frame, shownName(frame.page.name)),
  extras: (pages) => [
    {
      file: '_Sidebar.md',
      mediaType: 'text/markdown; charset=utf-8',
      text: () => `${pages.map((page) => `- ${sidebarLink(page)}`).join('\n')}\n`,
    },
  ],
};

/** Links by name and bare addresses are found in the source of a page, in attributes too: their signs are written as numbers. */
const altText = (alt: string): string =>
  escapeHtml(alt)
    .replace(/\[/g, '&#91;')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);

/** Names of pages are one for the whole wiki: those of RBAC files say what they are, and in which folder. */
function rbacFile(path: string): string {
  const name = path.replace(/\.[^./]*$/, '');
  const flat = nameOf(`RBAC ${name}`, { ...rules, reserved: /^$/, written: (words) => words.replaceAll(' ', '-') });
  return `${/[/.]/.test(name) ? `${flat}-${digest(path)}` : flat}.md`;
}

/** `Home` is shown at the address of the wiki itself, which has no slash behind it: from there all is one step further. */
function addressOf(path: string, from: string): string {
  const base = from === 'Home.md' ? 'wiki/' : '';
  const isPage = path.endsWith('.md');
  return base + encodePath(isPage ? path.slice(path.lastIndexOf('/') + 1, -'.md'.length) : path);
}

const shownName = (name: string): string => name.replaceAll('-', ' ').replaceAll('\u2010', '-');

/**
 * The sidebar stands beside the front page and beside all others, so no relative address fits; a link by name does. Its
 * text knows no way to write brackets and bars.
 *
 * @see https://docs.github.com/en/communities/documenting-your-project-with-wikis/editing-wiki-content
 */
function sidebarLink({ title, name, kind }: WrittenPage): string {
  const shown = /[[\]|<>&\\`*_~$@]|:\/\//.test(title) ? shownName(name) : title;
  return kind === 'index' ? `[[${shown}|Home]]` : `[[${shown}|${name}]]`;
}
