import type { BrowserPool, Shell } from '../browser/pool.ts';
import { pt } from '../design/units.ts';
import type { MeasureText, TextBlock, TextExtent } from '../layout/measure.ts';
import { escapeHtml } from './templates.ts';

const BATCH = 1000;

/** Measures text blocks as the browser breaks them into lines. */
export function textMeasurer(pages: BrowserPool, shell: Shell): MeasureText {
  return (blocks) =>
    pages.withPage(shell, async (page) => {
      const extents: TextExtent[] = [];
      for (let start = 0; start < blocks.length; start += BATCH) {
        await page.setContent(
          blocks
            .slice(start, start + BATCH)
            .map(blockHtml)
            .join(''),
        );
        extents.push(
          ...(await page.evaluate(extentsInPage)).map(([width, height]) => ({ width: pt(width), height: pt(height) })),
        );
      }
      return extents;
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

/** Runs in the page: widest line and height of every block, in points. */
function extentsInPage(): [number, number][] {
  const toPt = (px: number): number => Math.round(px * 75) / 100;
  return [...document.querySelectorAll<HTMLElement>('.measured')].map((block) => [
    toPt(block.scrollWidth),
    toPt(block.getBoundingClientRect().height),
  ]);
}
