import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserPool } from '../../src/browser/puppeteerPool.ts';
import type { BrowserPool } from '../../src/browser/pool.ts';
import { prepare } from '../../src/build/prepare.ts';
import { pt } from '../../src/design/units.ts';
import { wordMeasurer } from '../../src/html/measureWords.ts';
import { cardShell } from '../../src/html/shell.ts';
import { mm } from '../../src/design/units.ts';
import { textSetter } from '../../src/layout/diagrams/setText.ts';
import type { MeasureWords } from '../../src/layout/measure.ts';
import { readWorkload } from '../../src/workload/readWorkload.ts';

const look = { size: 12, bold: false };
const texts = [
  '3 Batch evaluate and register model',
  'a',
  'Fine-tuning or RAG, prompt engineering',
  'Deploy endpoint blue/green',
];

describe('lines that are summed up from words', () => {
  let pages: BrowserPool;
  let measure: MeasureWords;
  beforeAll(async () => {
    const { workload } = await readWorkload({ root: '.', folder: 'personas' });
    if (workload === undefined) throw new Error('The example has problems');
    const prepared = await prepare('.', workload, {}, {});
    if (!prepared.ok) throw new Error('The example has no look');
    const { design, fonts, templates } = prepared.prepared;
    pages = createBrowserPool({ limit: 1 });
    measure = wordMeasurer(pages, cardShell(design, fonts, templates, { title: 'x', bleed: mm(0) }));
  });
  afterAll(() => pages.close());

  it.each(texts)('are as wide as the browser draws them, or a trifle wider: %s', async (text) => {
    const setter = await textSetter([[text, look]], measure, 'en');
    const [whole] = await measure([{ text, bold: look.bold, size: pt(look.size) }]);
    const { width, lines } = setter.set(text, look);
    expect(lines).toEqual([text]);
    expect(width).toBeGreaterThanOrEqual((whole ?? 0) - 0.1);
    expect(width).toBeLessThanOrEqual((whole ?? 0) * 1.02 + 0.1);
  });
});
