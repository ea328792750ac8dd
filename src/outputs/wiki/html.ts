import { encodePath, relativePath } from '../../deck/links.ts';
import { escapeHtml } from '../../html/templates.ts';
import type { Flavour, Frame } from './flavour.ts';
import { withMarks } from './keptParts.ts';
import { comment, commentMarks } from './markdown.ts';
import { nameOf, type NameRules } from './names.ts';
import type { Syntax, WikiPicture } from './syntax.ts';

const rules: NameRules = {
  forbidden: /[\\/:*?"<>|#%&+[\]{}^`]/g,
  reserved: /^index$/,
  written: (words) => words.replaceAll(' ', '-'),
};

/** Plain HTML: what wikis without a flavour of their own take, and any web space. Parts of pictures are links. */
export const html: Flavour = {
  pictures: 'areas',
  files: {
    folder: 'rbac',
    fileOf: (path) => path,
    addressOf: (path, from) => encodePath(relativePath(from, path)),
  },
  mediaType: 'text/html; charset=utf-8',
  indexName: 'index',
  nameOf: (title) => nameOf(title, rules),
  fileOf: (name) => `${name}.html`,
  pictureFile: (name) => `images/${name}.png`,
  marks: commentMarks,
  syntax: ({ fileOf }) => htmlSyntax((name) => encodePath(fileOf(name))),
  write: page,
};

/** HTML of blocks; `pageAddress` turns a page's name into its address. */
export function htmlSyntax(pageAddress: (name: string) => string): Syntax {
  const anchor = (shown: string, address: string): string =>
    `<a href="${escapeHtml(address)}">${escapeHtml(shown)}</a>`;
  return {
    text: escapeHtml,
    page: (shown, name) => anchor(shown, pageAddress(name)),
    link: anchor,
    heading: (shown) => `<h2>${escapeHtml(shown)}</h2>`,
    paragraph: (line) => `<p>${line}</p>`,
    list: (lines, numbered) => {
      const tag = numbered ? 'ol' : 'ul';
      return `<${tag}>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</${tag}>`;
    },
    facts: (facts) =>
      `<dl>\n${facts.map(([term, line]) => `<dt>${escapeHtml(term)}</dt><dd>${line}</dd>`).join('\n')}\n</dl>`,
    table: (head, rows) =>
      `<div class="table" role="group" aria-label="${escapeHtml(head[0] ?? '')}" tabindex="0"><table style="min-width:${NARROWEST * head.length}rem">\n<thead><tr>${head.map((shown) => `<th scope="col">${escapeHtml(shown)}</th>`).join('')}</tr></thead>\n<tbody>\n${rows
        .map(
          (row) =>
            `<tr>${row
              .map((cell, index) =>
                index === 0 ? `<th scope="row">${cell.join('<br>')}</th>` : `<td>${cell.join('<br>')}</td>`,
              )
              .join('')}</tr>`,
        )
        .join('\n')}\n</tbody>\n</table></div>`,
    pictures: (pictures) => `<p class="cards">\n${pictures.map((one) => picture(one, pageAddress)).join('\n')}\n</p>`,
  };
}

/** A column of a table, in rem. */
const NARROWEST = 8;

/** A card as wide as phones have room for, in CSS px. */
const PICTURE_WIDTH = 320;

/** Areas are in CSS px of the picture as shown, so it has a fixed size. */
function picture(
  { name, file, alt, width, height, shown = PICTURE_WIDTH, areas }: WikiPicture,
  pageAddress: (name: string) => string,
): string {
  const scale = Math.min(1, shown / width);
  const at = (length: number): number => Math.round(length * scale);
  const image = `<img src="${escapeHtml(encodePath(file))}" alt="${escapeHtml(alt)}" width="${at(width)}" height="${at(height)}"${areas.length === 0 ? '' : ` usemap="#${escapeHtml(encodePath(name))}"`}>`;
  if (areas.length === 0) return image;
  const shapes = areas.map(
    ({ x, y, width: wide, height: high, text, name: target }) =>
      `<area shape="rect" coords="${at(x)},${at(y)},${at(x + wide)},${at(y + high)}" href="${escapeHtml(pageAddress(target))}" alt="${escapeHtml(text)}" title="${escapeHtml(text)}">`,
  );
  return `${image}\n<map name="${escapeHtml(encodePath(name))}">\n${shapes.join('\n')}\n</map>`;
}

const style = [
  ':root{color-scheme:light dark;font:1rem/1.5 Carlito,Calibri,system-ui,sans-serif;background:#fff;color:#16202b}a{color:#0b5394}',
  '@media screen and (prefers-color-scheme:dark){:root{background:#141a21;color:#e9edf1}a{color:#8fc1ff}}',
  'body{max-width:64rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}',
  'h1{font-size:2rem}h1,h2{line-height:1.2}h2{margin:2rem 0 .5rem;font-size:1.25rem}',
  '.cards{display:flex;flex-wrap:wrap;gap:1rem;overflow-x:auto}.cards img{flex:none;border:1px solid #8886;border-radius:6px}',
  '.table{overflow-x:auto}table{border-collapse:collapse;table-layout:fixed;width:100%}',
  'th,td{padding:.375rem .75rem;border-top:1px solid #8886;text-align:start;vertical-align:top}',
  'thead th{border-top:0;opacity:.75}tbody th{font-weight:600}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}dt{opacity:.75}dd{margin:0}',
  '@media(max-width:30rem){dl{display:block}dd{margin:0 0 .5rem}}',
  'footer{margin-top:3rem;border-top:1px solid #8886;font-size:.875rem;opacity:.75}',
  '@media print{body{max-width:none;margin:0}a{color:inherit}tr,img{break-inside:avoid}}',
].join('');

function page({ page: { title }, body, note, kept, language, direction }: Frame): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${comment(note)}
<main>
<h1>${escapeHtml(title)}</h1>
${body}
${withMarks(kept, commentMarks)}
</main>
<footer><p>${escapeHtml(note)}</p></footer>
</body>
</html>
`;
}
