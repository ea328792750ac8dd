import type { PlacedText } from '../../layout/diagrams/model.ts';
import { escapeXml } from '../xmlText.ts';
import { num } from './numbers.ts';

/** From the middle of a line to its base, as a share of the type size: half of what capitals and figures are high. */
const BASE = 0.34;

export type Anchor = 'start' | 'middle';

/** Placed text as it was broken into lines. `direction` is that of the picture: at its start stand lines at `start`. */
export function textMarkup(
  { box, lines, size, lineHeight, bold }: PlacedText,
  paint: string,
  direction: 'ltr' | 'rtl',
  anchor: Anchor = 'start',
): string {
  const x = anchor === 'middle' ? box.x + box.width / 2 : direction === 'rtl' ? box.x + box.width : box.x;
  // Lines stand amid their box, which may be a little higher than they are.
  const top = box.y + (box.height - lines.length * lineHeight) / 2;
  return lines
    .map((line, index) => {
      const y = top + (index + 0.5) * lineHeight;
      return lineMarkup({ text: line, x, y, size, bold, anchor, direction }, paint);
    })
    .join('');
}

export interface Line {
  readonly text: string;
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: Anchor;
  readonly direction: 'ltr' | 'rtl';
}

export function lineMarkup({ text, x, y, size, bold, anchor, direction }: Line, paint: string): string {
  if (text.trim() === '') return '';
  const weight = bold ? ' font-weight="700"' : '';
  const middle = anchor === 'middle' ? ' text-anchor="middle"' : '';
  return (
    `<text x="${num(x)}" y="${num(y + BASE * size)}" font-size="${num(size)}"${weight}${middle}${paint}>` +
    `${escapeXml(inOwnDirection(text, direction))}</text>`
  );
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A text of the other direction than the picture's keeps its own order: between marks that isolate it (Unicode Standard
 * Annex 9, FSI and PDI), since what surrounds it decides where it stands.
 */
function inOwnDirection(text: string, direction: 'ltr' | 'rtl'): string {
  const isOther =
    direction === 'rtl' ? /\p{L}/u.test(text) && !rightToLeft.test(text[0] ?? '') : rightToLeft.test(text);
  return isOther ? `\u2068${text}\u2069` : text;
}
