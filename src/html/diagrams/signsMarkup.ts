import { num } from './numbers.ts';
import type { DiagramPaint } from './paint.ts';
import { type Anchor, lineMarkup } from './textMarkup.ts';

/** Stands in letters before that of what takes an activation first. */
const ELIGIBLE = '◐';

export interface Signs {
  readonly letters: string;
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  readonly size: number;
  /** What `x` is. */
  readonly anchor: Anchor;
}

/** Widths in type sizes: letters in cells of the same width, the half circle in one a little wider. */
const CELL = 0.72;
const CIRCLE_CELL = 0.84;
const RADIUS = 0.32;

/** Letters that the legend explains. The half circle is drawn, since few fonts have it and each has another size of it. */
export function signsMarkup({ letters, x, y, size, anchor }: Signs, paint: DiagramPaint): string {
  const plain = { y, size, bold: true, direction: 'ltr' } as const;
  if (!letters.includes(ELIGIBLE)) return lineMarkup({ ...plain, text: letters, x, anchor }, paint.part('text'));
  const signs = [...letters];
  const widths = signs.map((sign) => size * (sign === ELIGIBLE ? CIRCLE_CELL : CELL));
  let at = anchor === 'middle' ? x - widths.reduce((sum, width) => sum + width, 0) / 2 : x;
  const drawn = signs.map((sign, index) => {
    const width = widths[index] ?? 0;
    const middle = at + width / 2;
    at += width;
    if (sign === ELIGIBLE) return halfCircle(middle, y, size * RADIUS, paint);
    return lineMarkup({ ...plain, text: sign, x: middle, anchor: 'middle' }, paint.part('text'));
  });
  return drawn.join('');
}

function halfCircle(x: number, y: number, radius: number, paint: DiagramPaint): string {
  const [r, top, bottom] = [num(radius), num(y - radius), num(y + radius)];
  return (
    `<circle cx="${num(x)}" cy="${num(y)}" r="${r}" stroke-width="${num(radius / 4)}"${paint.part('sign')}/>` +
    `<path d="M${num(x)} ${top}A${r} ${r} 0 0 0 ${num(x)} ${bottom}Z"${paint.part('arrowHead')}/>`
  );
}
