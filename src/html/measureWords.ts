import type { Pages, Shell } from '../browser/pool.ts';
import { pt } from '../design/units.ts';
import type { MeasureWords, Word } from '../layout/measure.ts';
import { inBatches } from './inBatches.ts';
import { escapeHtml } from './templates.ts';

const BATCH = 2000;

/** Measures words one by one, in fractions of a point: lines of diagrams are summed up from them. */
export function wordMeasurer(pages: Pages, shell: Shell): MeasureWords {
  return (words) =>
    inBatches(pages, shell, words, BATCH, async (page, batch) => {
      const widths = await page.evaluate(measureInPage, batch.map(wordHtml).join(''));
      return widths.map((width) => pt(width));
    });
}

/** Styles of templates must not reach a word: a space alone would be nothing in a flex box. */
function wordHtml({ text, bold, size }: Word): string {
  const style = `all:initial;position:absolute;white-space:pre;font:${bold ? 700 : 400} ${size}pt/1 var(--font-body)`;
  return `<span data-word style="${style}">${escapeHtml(text)}</span>`;
}

/** Runs in the page. The body is emptied again before a frame is made. */
async function measureInPage(html: string): Promise<number[]> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  document.body.innerHTML = html;
  const widths = [...document.querySelectorAll('[data-word]')].map(
    (word) => Math.round(word.getBoundingClientRect().width * 75) / 100,
  );
  document.body.replaceChildren();
  return widths;
}
