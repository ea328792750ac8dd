import { skipString } from './pdfSyntax.ts';

/** What the numbers that one PDF uses become in another. */
export interface Renumbering {
  /** A reference (`12 0 R`) to what is object `object` here. */
  reference(object: number): string;
  /** Where an element of the page is listed in the tree of tags. */
  structKey(key: number): number;
  /** Name of a tagged element, as `elementIds` numbers them. */
  elementId(id: string): string;
}

export interface RenumberedText {
  readonly text: string;
  /** The word that ended it: `endobj`, `stream` with its line end, or nothing at the end of the source. */
  readonly endedBy: string;
  /** Position after that word. */
  readonly end: number;
}

const marks = /\(|(\d+) 0 R\b|(\/StructParents?) (\d+)|endobj|stream\r?\n/g;

/**
 * Rewrites an object from `at`, after `obj`, to the word that ends it or begins its stream; or a value to its end.
 * What stands in strings stays, but for the names of elements.
 */
export function renumberText(source: string, at: number, numbers: Renumbering): RenumberedText {
  marks.lastIndex = at;
  let text = '';
  let copied = at;
  for (let match = marks.exec(source); match !== null; match = marks.exec(source)) {
    const [mark, object, key, number] = match;
    if (object === undefined && key === undefined && mark !== '(') {
      return { text: text + source.slice(copied, match.index), endedBy: mark, end: marks.lastIndex };
    }
    if (mark === '(') marks.lastIndex = skipString(source, match.index);
    const old = source.slice(match.index, marks.lastIndex);
    const renumbered =
      object !== undefined
        ? numbers.reference(Number(object))
        : key === undefined
          ? numbers.elementId(old)
          : `${key} ${numbers.structKey(Number(number))}`;
    if (renumbered === old) continue;
    text += source.slice(copied, match.index) + renumbered;
    copied = marks.lastIndex;
  }
  return { text: text + source.slice(copied), endedBy: '', end: source.length };
}
