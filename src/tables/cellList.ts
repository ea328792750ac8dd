/** What a cell holds that says: decided, there are none. An empty cell says nothing. */
export const noneSign = '—';

const noneSigns = new Set([noneSign, '–', '-']);

/** What a backslash takes the meaning from; before anything else it is a character as any other. */
const escapable = /[\\;,|:–—-]/;

/** One item on each line; the items escaped. */
export function writeList(items: readonly string[]): string {
  return items.length === 0 ? noneSign : items.join('\n');
}

/** An item for a list: `;` and `|` have a meaning there, so literal ones get a backslash in front. */
export function escapeItem(text: string): string {
  // A dash alone would say that there are none.
  if (noneSigns.has(text)) return `\\${text}`;
  return text.replace(/\\(?=[\\;,|:–—-]|$)/g, '\\\\').replace(/[;|]/g, '\\$&');
}

/** Takes the backslashes off that `escapeItem` put on. */
export function unescapeItem(text: string): string {
  return text.replace(/\\([\\;,|:–—-])/g, '$1');
}

/**
 * The items of a cell, still escaped and without empty ones; undefined for an empty cell.
 *
 * @param separator one more character that separates items, besides line breaks and `;`
 */
export function readList(cell: string, separator?: string): readonly string[] | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (noneSigns.has(text)) return [];
  return splitUnescaped(text, new Set(['\n', '\r', ';', ...(separator === undefined ? [] : [separator])])).filter(
    (item) => item !== '',
  );
}

/** The parts of a text between separators that no backslash escapes, trimmed. */
export function splitUnescaped(text: string, separators: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && escapable.test(text.charAt(at + 1))) at += 1;
    else if (separators.has(character)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
