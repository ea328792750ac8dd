import type { Matrix } from '../../deck/matrices/model.ts';
import { type Box, box } from '../box.ts';
import { paragraph } from './accessCells.ts';
import type { DeckContext } from './deckContext.ts';
import type { Paragraph, Run } from './model.ts';
import { sum } from './sum.ts';
import { textOf } from './fitText.ts';

/** What signs mean, then the rule behind them. */
export function matrixLegend({ legend, remark }: Matrix): Paragraph[] {
  const entries = legend.flatMap(({ sign, words }): Run[] => [{ text: `${sign}\u00a0${words}    `, tone: 'quiet' }]);
  return [
    ...(entries.length === 0 ? [] : [paragraph(...entries)]),
    ...(remark === undefined ? [] : [paragraph({ text: remark, tone: 'quiet' })]),
  ];
}

/** Of a letter, on average, as a share of its size. */
const LETTER_WIDTH = 0.5;

/** Where the legend goes, beside the way back, and where the table, which ends above it. */
export function legendFrame(
  legend: readonly Paragraph[],
  { format }: DeckContext,
): { readonly place: Box; readonly legendBox: Box } {
  const { plain, access, sizes } = format;
  const { table } = plain;
  const size = sizes.label;
  const lines = sum(
    legend.map((one) => Math.max(1, Math.ceil((textOf(one).length * LETTER_WIDTH * size) / access.legend.width))),
  );
  const line = access.legend.height;
  const height = Math.max(1, lines) * line;
  const top = access.legend.y + line - height;
  const legendBox = box(table.x, top, access.legend.width, height);
  const room = Math.min(table.y + table.height, top - line * 0.4);
  return { legendBox, place: box(table.x, table.y, table.width, room - table.y) };
}
