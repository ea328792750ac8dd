import { expect, test } from 'vitest';
import { pt } from '../../src/design/units.ts';
import type { TextBlock } from '../../src/layout/measure.ts';
import { type Fitting, measured, together } from '../../src/layout/slides/batch.ts';

const block = (text: string): TextBlock => ({
  paragraphs: [text],
  font: 'body',
  bold: false,
  size: pt(12),
  lineHeight: 1.2,
  paragraphGap: pt(0),
  width: pt(100),
});

/** Asks for each text in a step of its own, and gives the widths. */
function* ask(...texts: string[]): Fitting<number[]> {
  const widths: number[] = [];
  for (const text of texts) {
    const [extent] = yield [block(text)];
    widths.push(extent?.width ?? -1);
  }
  return widths;
}

test('steps of several fittings are asked for in one call, each block once', async () => {
  const calls: string[][] = [];
  const results = await measured(together([ask('a', 'bb'), ask('a', 'ccc', 'bb'), ask()]), async (blocks) => {
    calls.push(blocks.map(({ paragraphs }) => paragraphs.join()));
    return blocks.map(({ paragraphs }) => ({ width: pt(paragraphs.join().length), height: pt(1) }));
  });
  expect(results).toEqual([[1, 2], [1, 3, 2], []]);
  expect(calls).toEqual([['a'], ['bb', 'ccc']]);
});
