import { escapeXml } from '../../html/xmlText.ts';
import type { Flavour, Frame, WrittenPage } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { comment, commentMarks, shownWidth } from './markdown.ts';
import { fileNameOf, nameOf } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/**
 * MediaWiki. A colon in a title would begin a namespace or another wiki, a slash a page below; underscores are spaces.
 * Parts of a picture are links by the extension ImageMap, which comes with MediaWiki. `import.xml` holds all pages for
 * Special:Import, the pictures go in by `importImages.php`.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Page_title
 * @see https://www.mediawiki.org/wiki/Extension:ImageMap
 */
export const mediawiki: Flavour = {
  pictures: 'areas',
  mediaType: 'text/plain; charset=utf-8',
  nameOf: (title) => capital(nameOf(title, { forbidden: /[#<>[\]|{}_:%+&\\/]|~{3,}/g })),
  fileOf: (name) => `pages/${fileNameOf(name).replaceAll('-', '_')}.wiki`,
  pictureFile: (name) => `images/${capital(name)}.png`,
  marks: commentMarks,
  syntax: () => syntax,
  write: ({ page, body, note, kept }: Frame) =>
    [
      comment(note),
      ...(page.name === page.title ? [] : [`= ${text(page.title)} =`, '']),
      body,
      '',
      `${withMarks(kept, commentMarks)}\n`,
    ].join('\n'),
  extras: (pages, { title }) => [
    { file: 'import.xml', mediaType: 'application/xml', text: () => importXml(pages, title) },
  ],
};

/** As MediaWiki makes the first letter large: letters that become two stay as they are. */
const capital = (name: string): string =>
  name.replace(/^./u, (first) => (first.toUpperCase().length === first.length ? first.toUpperCase() : first));

/**
 * Text that means nothing to MediaWiki: signs of its markup become character references. Doubled signs, those that begin
 * a line, schemes of addresses and numbers that it links by itself.
 */
const text = (value: string): string =>
  value
    .replace(/[&<>[\]{}|]|'{2,}|~{2,}|={2,}|_{2,}|-{2,}|!{2,}|:(?=\S)|\b(?:RFC|PMID|ISBN)(?=\s*[\d-])/g, references)
    .replace(/^[*#:;=!'~_-]/, references)
    .replace(/[='~_!-]$/, references);

const references = (signs: string): string => [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join('');

const link = (shown: string, name: string): string => `[[${name}|${text(shown)}]]`;

const syntax: Syntax = {
  text,
  page: link,
  link: (shown, address) => `[${address.replace(/[[\]"'<>|{}]/g, percent)} ${text(shown)}]`,
  heading: (shown) => `== ${text(shown)} ==`,
  // A space before a line would show it as it is typed.
  paragraph: (line) => line.trim(),
  list: (lines, numbered) => lines.map((line) => `${numbered ? '#' : '*'} ${line}`).join('\n'),
  // A colon would end the term.
  facts: (facts) => facts.map(([term, line]) => `; ${text(term).replaceAll(':', '&#58;')}\n: ${line}`).join('\n'),
  table: (head, rows) =>
    [
      '{| class="wikitable"',
      `! ${head.map((shown) => `scope="col" | ${text(shown)}`).join(' !! ')}`,
      ...rows.flatMap((row) => ['|-', ...row.map((cell) => `| ${cell.join('<br />')}`)]),
      '|}',
    ].join('\n'),
  pictures: (pictures) => pictures.map(imageMap).join('\n'),
};

const percent = (sign: string): string => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;

/** Coordinates are those of the file, whatever width is shown. */
function imageMap(picture: WikiPicture): string {
  const { file, alt, areas } = picture;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const shown = shownWidth(picture);
  if (areas.length === 0) return `[[File:${name}|${shown}px|alt=${text(alt)}]]`;
  return [
    '<imagemap>',
    `File:${name}|${shown}px|alt=${text(alt)}`,
    ...areas.map(
      ({ x, y, width: wide, height, name: page, text: label }) =>
        `rect ${x} ${y} ${x + wide} ${y + height} [[${page}|${areaLabel(label)}]]`,
    ),
    'desc none',
    '</imagemap>',
  ].join('\n');
}

/** The extension takes a label as it is, up to the first bracket: it knows no way to write one, nor a tag. */
const areaLabel = (label: string): string =>
  label.replace(/[[<]/g, '(').replace(/[\]>]/g, ')').replaceAll('|', '/').trim();

/**
 * Without a time, a revision is of the moment when it is imported, so it always follows those that are there; and the
 * file is the same for the same pages.
 *
 * @see https://www.mediawiki.org/wiki/Help:Export
 */
function importXml(pages: readonly WrittenPage[], title: string): string {
  const page = ({ name, text: content }: WrittenPage): string => {
    const written = content();
    return `  <page>
    <title>${escapeXml(name)}</title>
    <ns>0</ns>
    <revision>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text xml:space="preserve" bytes="${Buffer.byteLength(written)}">${escapeXml(written)}</text>
    </revision>
  </page>
`;
  };
  return `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo><sitename>${escapeXml(title)}</sitename></siteinfo>
${pages.map(page).join('')}</mediawiki>
`;
}
