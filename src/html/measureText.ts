import type { Pages, Shell } from '../browser/pool.ts';
import { pt } from '../design/units.ts';
import type { MeasureText, TextBlock } from '../layout/measure.ts';
import { inBatches } from './inBatches.ts';
import { escapeHtml } from './templates.ts';

const BATCH = 120;

/** Measures text blocks as the browser breaks them into lines. */
export function textMeasurer(pages: Pages, shell: Shell): MeasureText {
  return (blocks) =>
    inBatches(pages, shell, blocks, BATCH, async (page, batch) => {
      const extents = await page.evaluate(measureInPage, batch.map(blockHtml).join(''));
      return extents.map(([width, height]) => ({ width: pt(width), height: pt(height) }));
    });
}

function blockHtml(block: TextBlock): string {
  const style = `width:${block.width}pt;font:${block.bold ? 700 : 400} ${block.size}pt/${block.lineHeight} var(--font-${block.font})`;
  const paragraphs = block.paragraphs.map(
    (text, index) =>
      `<p dir="auto" style="margin-top:${index === 0 ? 0 : block.paragraphGap}pt">${escapeHtml(text) || '&nbsp;'}</p>`,
  );
  return `<div class="measured" style="${style.replaceAll('"', '&quot;')}">${paragraphs.join('')}</div>`;
}

/** Runs in the page: widest line and height of every block, in points. The body is emptied again before a frame is made. */
async function measureInPage(html: string): Promise<[number, number][]> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  document.body.innerHTML = html;
  const toPt = (px: number): number => Math.round(px * 75) / 100;
  const extents = [...document.querySelectorAll<HTMLElement>('.measured')].map((block): [number, number] => [
    toPt(block.scrollWidth),
    toPt(block.getBoundingClientRect().height),
  ]);
  document.body.replaceChildren();
  return extents;
}
