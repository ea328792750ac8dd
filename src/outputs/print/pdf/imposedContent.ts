import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import type { Matrix } from '../../../pdf/matrix.ts';
import { PdfError } from './pdfError.ts';
import type { PdfPage } from './pdfFile.ts';
import type { PdfPart } from './pdfPart.ts';
import { decimal, readDictionary, referenceIn, skipString } from './pdfSyntax.ts';
import { fromMiddle, type PagePlacement } from './placedPages.ts';

/**
 * What a sheet paints: its pages one after the other. Fonts and states of graphics are named anew, since pages of several
 * parts have the same names for others; marked content is numbered through the sheet.
 */
export class ImposedContent {
  readonly #part: PdfPart;
  readonly #painted: string[] = [];
  /** By kind (`/Font`), the name that each has on the sheet; by value, as written in the whole. */
  readonly #names = new Map<string, Map<string, string>>();
  #procedures: string | undefined;

  constructor(part: PdfPart) {
    this.#part = part;
  }

  /** The sheet's marked content before the page's is `firstContent` pieces. */
  add(page: PdfPage, { place, clip: [left, bottom, right, top] }: PagePlacement, firstContent: number): void {
    const names = this.#addResources(page);
    const clip = [left, bottom, right - left, top - bottom].map(decimal).join(' ');
    this.#painted.push(
      `q\n${written(place)} cm\n${clip} re\nW n\n${written(fromMiddle(page))} cm\n`,
      renamed(contentOf(this.#part, page), names, firstContent),
      '\nQ\n',
    );
  }

  /** All of it, compressed. `marks` say nothing to who reads. */
  finish(marks: string): Promise<Uint8Array> {
    const marked = marks === '' ? '' : `/Artifact BMC\n${marks}\nEMC\n`;
    return promisify(deflate)(Buffer.from(`${this.#painted.join('')}${marked}`, 'latin1'));
  }

  /** The dictionary of what it uses. */
  get resources(): string {
    const kinds = [...this.#names].map(([kind, named]) => {
      const entries = [...named].map(([value, name]) => `${name} ${value}`);
      return `${kind} <<${entries.join('\n')}>>`;
    });
    return `<<${[...(this.#procedures === undefined ? [] : [`/ProcSet ${this.#procedures}`]), ...kinds].join('\n')}>>`;
  }

  /** What names of a page become. */
  #addResources({ dictionary }: PdfPage): Map<string, string> {
    const names = new Map<string, string>();
    for (const [kind, value] of readDictionary(dictionary.get('/Resources') ?? '<<>>', 0)) {
      if (!value.startsWith('<<')) {
        if (kind !== '/ProcSet') throw new PdfError(`a page has ${kind} that are no dictionary`);
        this.#procedures ??= value;
        continue;
      }
      for (const [name, resource] of readDictionary(value, 0)) {
        if (names.has(name)) throw new PdfError(`a page has two resources with the name ${name}`);
        names.set(name, this.#nameOf(kind, name, this.#part.renumbered(resource)));
      }
    }
    return names;
  }

  #nameOf(kind: string, old: string, value: string): string {
    const named = this.#names.get(kind) ?? new Map<string, string>();
    this.#names.set(kind, named);
    const name = named.get(value) ?? `${/^\/[a-z]*/i.exec(old)?.[0]}${named.size}`;
    named.set(value, name);
    return name;
  }
}

/** Operators of a page, as text with a character a byte. */
function contentOf(part: PdfPart, { dictionary }: PdfPage): string {
  const object = referenceIn(dictionary.get('/Contents'));
  if (object === undefined) throw new PdfError('the content of a page is not one stream');
  const { dictionary: stream, data } = part.takeStream(object);
  const filter = stream.get('/Filter');
  if (filter !== undefined && filter !== '/FlateDecode') throw new PdfError(`the content of a page is in ${filter}`);
  return (filter === undefined ? Buffer.from(data) : inflateSync(data)).toString('latin1');
}

const marks = /\(|\/MCID (\d+)|\/[^\s()<>[\]{}/%]+/g;

function renamed(content: string, names: ReadonlyMap<string, string>, firstContent: number): string {
  let text = '';
  let copied = 0;
  marks.lastIndex = 0;
  for (let match = marks.exec(content); match !== null; match = marks.exec(content)) {
    const [mark, number] = match;
    if (mark === '(') {
      marks.lastIndex = skipString(content, match.index);
      continue;
    }
    const other = number === undefined ? names.get(mark) : `/MCID ${Number(number) + firstContent}`;
    if (other === undefined) continue;
    text += content.slice(copied, match.index) + other;
    copied = marks.lastIndex;
  }
  return text + content.slice(copied);
}

/** Six decimals: over the length of a sheet, a turn is exact to a thousandth of a point. */
const written = (matrix: Matrix): string => matrix.map((value) => String(Number(value.toFixed(6)))).join(' ');
