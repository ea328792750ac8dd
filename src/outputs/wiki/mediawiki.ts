import { escapeXml } from './xml.ts';
import type { Flavour, Frame, WrittenPage } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { comment, commentMarks, SHOWN_WIDTH } from './markdown.ts';
import { wordsOf } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

/**
 * MediaWiki: titles begin with a capital letter; parts of a picture are links by the extension ImageMap, which comes
 * with MediaWiki. `import.xml` holds all pages for Special:Import, the pictures go in by `importImages.php`.
 */
export const mediawiki: Flavour = {
  pictures: 'areas',
  holdsFiles: false,
  mediaType: 'text/plain; charset=utf-8',
  nameOf: (title) => capital(wordsOf(title, /[#<>[\]|{}_:%+&\\/]|~{3,}/g)),
  fileOf: (name) =>
    `pages/${name.replaceAll(' ', '_').replace(/[*?"]/g, (sign) => encodeURIComponent(sign).replace('*', '%2A'))}.wiki`,
  pictureFile: (name) => `images/${capital(name)}.png`,
  marks: commentMarks,
  syntax: () => syntax,
  write: ({ body, note, kept }: Frame) => `${comment(note)}\n${body}\n\n${withMarks(kept, commentMarks)}\n`,
  extras: (pages, { title }) => [
    { file: 'import.xml', mediaType: 'application/xml', text: () => importXml(pages, title) },
  ],
};

const capital = (name: string): string => name.replace(/^./u, (first) => first.toUpperCase());

/** Text that means nothing to MediaWiki: signs of its markup become character references. */
const text = (value: string): string =>
  value
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[&<>[\]{}|]|'{2,}|~{3,}|={2,}|_{2,}|-{4,}|!{2,}|:\/\/|\b(?:RFC|PMID|ISBN)(?=\s*\d)/g, references)
    .replace(/^[*#:;=\s-]/, references);

const references = (signs: string): string => [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join('');

const link = (shown: string, name: string): string => `[[${name}|${text(shown)}]]`;

const syntax: Syntax = {
  text,
  page: link,
  link: (shown, address) => `[${address.replace(/[[\]"<>|]/g, encodeURIComponent)} ${text(shown)}]`,
  heading: (shown) => `== ${text(shown)} ==`,
  paragraph: (line) => line,
  list: (lines, numbered) => lines.map((line) => `${numbered ? '#' : '*'} ${line}`).join('\n'),
  facts: (facts) => facts.map(([term, line]) => `; ${text(term)}\n: ${line}`).join('\n'),
  table: (head, rows) =>
    [
      '{| class="wikitable"',
      `! ${head.map((shown) => `scope="col" | ${text(shown)}`).join(' !! ')}`,
      ...rows.flatMap((row) => ['|-', ...row.map((cell) => `| ${cell.join('<br />')}`)]),
      '|}',
    ].join('\n'),
  pictures: (pictures) => pictures.map(imageMap).join('\n'),
};

/** Coordinates are those of the file, whatever width is shown. */
function imageMap({ file, alt, width, areas }: WikiPicture): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const shown = Math.min(width, SHOWN_WIDTH);
  if (areas.length === 0) return `[[File:${name}|${shown}px|alt=${text(alt)}]]`;
  return [
    '<imagemap>',
    `File:${name}|${shown}px|alt=${text(alt)}`,
    ...areas.map(
      ({ x, y, width: wide, height, name: page, text: label }) =>
        `rect ${x} ${y} ${x + wide} ${y + height} ${link(label, page)}`,
    ),
    'desc none',
    '</imagemap>',
  ].join('\n');
}

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
