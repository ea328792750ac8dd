import { escapeXml, notXml } from '../../html/xmlText.ts';
import type { Flavour, Frame, WrittenPage } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { comment, commentMarks, shownWidth, SLICED_WIDTH } from './markdown.ts';
import { fileNameOf, nameOf } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/**
 * Confluence in its storage format, XHTML with elements of its own; titles are unique in a space, whatever the letter
 * case. `pages.json` lists what to send where: each page with its title, its file, its parent and its attachments.
 *
 * @see https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
export const confluence: Flavour = {
  pictures: 'numbers',
  mediaType: 'application/xml',
  nameOf: (title) => nameOf(title, { forbidden: /^[$~.]+/g }),
  fileOf: (name) => `pages/${fileNameOf(name)}.xml`,
  pictureFile: (name) => `attachments/${name}.png`,
  marks: commentMarks,
  syntax: () => syntax,
  write: ({ page, body, note, kept }: Frame) =>
    [
      comment(note),
      ...(page.name === page.title ? [] : [`<h1>${escapeXml(page.title)}</h1>`]),
      body,
      withMarks(kept, commentMarks),
      `<p><em>${escapeXml(note)}</em></p>\n`,
    ].join('\n'),
  extras: (pages) => [{ file: 'pages.json', mediaType: 'application/json', text: () => pagesJson(pages) }],
};

const syntax: Syntax = {
  text: escapeXml,
  page: (shown, name) => pageLink(name, `<ac:plain-text-link-body>${cdata(shown)}</ac:plain-text-link-body>`),
  link: (shown, address) => `<a href="${escapeXml(address)}">${escapeXml(shown)}</a>`,
  heading: (shown) => `<h2>${escapeXml(shown)}</h2>`,
  paragraph: (line) => `<p>${line}</p>`,
  list: (lines, numbered) => {
    const tag = numbered ? 'ol' : 'ul';
    return `<${tag}>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</${tag}>`;
  },
  facts: (facts) => table(facts.map(([term, line]) => `<th>${escapeXml(term)}</th><td>${line}</td>`)),
  table: (head, rows) =>
    table([
      head.map((shown) => `<th>${escapeXml(shown)}</th>`).join(''),
      ...rows.map((row) => row.map((cell) => `<td>${cell.map((line) => `<p>${line}</p>`).join('')}</td>`).join('')),
    ]),
  pictures: picturesBeside,
};

const pageLink = (name: string, body: string): string =>
  `<ac:link><ri:page ri:content-title="${escapeXml(name)}" />${body}</ac:link>`;

/** A text as a section that ends at the first `]]>`: one within is divided between two sections. */
const cdata = (shown: string): string =>
  `<![CDATA[${shown.replace(notXml, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const table = (rows: readonly string[]): string =>
  `<table><tbody>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</tbody></table>`;

/** Pictures beside each other; strips of one that is cut below each other, in a paragraph of their own. */
function picturesBeside(pictures: readonly WikiPicture[]): string {
  const whole = pictures.filter(({ strips }) => strips.length === 0);
  const cut = pictures.filter(({ strips }) => strips.length > 0);
  const beside = whole.map((picture) => image(picture, shownWidth(picture))).join(' ');
  return [...cut.map(stripsBelow), beside]
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('\n');
}

function stripsBelow({ width, strips }: WikiPicture): string {
  const lines = strips.map((strip) => {
    const shown = image(strip, Math.min(width, SLICED_WIDTH));
    return strip.page === undefined ? shown : pageLink(strip.page, `<ac:link-body>${shown}</ac:link-body>`);
  });
  return lines.join('<br />\n');
}

function image({ file, alt }: Pick<WikiPicture, 'file' | 'alt'>, width: number): string {
  const name = escapeXml(file.slice(file.lastIndexOf('/') + 1));
  return `<ac:image ac:alt="${escapeXml(alt)}" ac:width="${width}"><ri:attachment ri:filename="${name}" /></ac:image>`;
}

function pagesJson(pages: readonly WrittenPage[]): string {
  const [index] = pages;
  const entries = pages.map(({ name, file, kind, pictures }) => ({
    title: name,
    file,
    ...(kind === 'index' ? {} : { parent: index?.name }),
    attachments: pictures,
  }));
  return `${JSON.stringify({ pages: entries }, null, 2)}\n`;
}
