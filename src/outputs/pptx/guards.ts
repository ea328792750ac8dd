import type { Box } from '../../layout/box.ts';

/**
 * Text that XML can hold: no control characters but tab and line feed, no halves of surrogate pairs, none of the two
 * code points that XML forbids. The emitter writes what it is given, and one such character makes a file unreadable.
 */
export function safeText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu, '');
}

/** A paragraph's text: line breaks would start paragraphs of the emitter's own. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ');
}

/** PowerPoint offers to repair files with sizes that are negative or no numbers. Throws a RangeError on them. */
export function checkedBox(box: Box, name: string): Box {
  const { x, y, width, height } = box;
  const sound = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;
  if (!sound) throw new RangeError(`${name} has no proper place: ${JSON.stringify(box)}`);
  return box;
}

/**
 * An absolute address that may stand in a file, percent-encoded; undefined for schemes that a document should not
 * open (`javascript:`, `file:`) and for what is no address.
 */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  return url.href.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether a text runs from right to left: by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return (
    letter !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
  );
}
