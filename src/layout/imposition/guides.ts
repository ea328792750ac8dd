import { type Mm, mm } from '../../design/units.ts';
import type { ImpositionOptions, Line, Slot } from './model.ts';

/** Guides begin this far from the trim, so that a cut a little off shows no line. */
const GUIDE_GAP = 3;
const TICK_LENGTH = 4;
const CORNER_LENGTH = 2;
/** Shorter ones are not seen. */
const LEAST_LENGTH = 0.5;

/** Between trims, so that a guide stands free of both. */
export const CORNER_GAP = 2 * GUIDE_GAP + CORNER_LENGTH;

interface Paper {
  readonly width: Mm;
  readonly height: Mm;
}

/** Lines to cut along, by the style that was chosen. */
export function guideLines(options: ImpositionOptions, paper: Paper, slots: readonly Slot[]): Line[] {
  const style = options.guides ?? 'ticks';
  if (style === 'none') return [];
  const { margin, bleed } = options;
  const spansOf = { ticks, corners, lines: wholeLines }[style];
  const rim = Math.max(GUIDE_GAP, bleed);
  const across = distinct(slots.map(({ x, width }) => [x, x + width]));
  const down = distinct(slots.map(({ y, height }) => [y, y + height]));
  const upright = longEnough(spansOf(down, rim, [margin, paper.height - margin]));
  const level = longEnough(spansOf(across, rim, [margin, paper.width - margin]));
  return [
    ...edges(across).flatMap((x) => upright.map(([from, to]) => ({ x1: mm(x), y1: mm(from), x2: mm(x), y2: mm(to) }))),
    ...edges(down).flatMap((y) => level.map(([from, to]) => ({ x1: mm(from), y1: mm(y), x2: mm(to), y2: mm(y) }))),
  ];
}

/** From one place to another along the width or the height of the paper. */
type Span = readonly [number, number];

/** Where guides run along one side of the paper, past cards that take up `cards`, inside what can be printed on. */
type Spans = (cards: readonly Span[], rim: number, printable: Span) => readonly Span[];

const ticks: Spans = (cards, rim, [first, last]) => {
  const start = (cards[0]?.[0] ?? 0) - rim;
  const end = (cards.at(-1)?.[1] ?? 0) + rim;
  return [
    [Math.max(first, start - TICK_LENGTH), start],
    [end, Math.min(last, end + TICK_LENGTH)],
  ];
};

/** As ticks, and between cards where there is room. */
const corners: Spans = (cards, rim, printable) => [
  ...ticks(cards, rim, printable),
  ...cards.slice(1).map(([start], index): Span => [(cards[index]?.[1] ?? start) + GUIDE_GAP, start - GUIDE_GAP]),
];

const wholeLines: Spans = (_cards, _rim, printable) => [printable];

const longEnough = (spans: readonly Span[]): Span[] => spans.filter(([from, to]) => to - from >= LEAST_LENGTH);

/** Each once, in order. */
function distinct(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted(([one], [other]) => one - other);
  return sorted.filter(([start], index) => index === 0 || start - (sorted[index - 1]?.[0] ?? start) > SAME);
}

/** Edges that two cards share are one. */
function edges(spans: readonly Span[]): number[] {
  const sorted = spans.flat().toSorted((one, other) => one - other);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? edge) > SAME);
}

/** Millimetres: what rounding leaves. */
const SAME = 1e-6;
