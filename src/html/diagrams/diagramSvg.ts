import type { Theme } from '../../design/design.ts';
import type { Pt } from '../../design/units.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import { escapeXml } from '../xmlText.ts';
import { diagramMarkup } from './diagramMarkup.ts';
import { diagramSizes } from '../../layout/diagrams/sizes.ts';
import { headingLines } from './headingLines.ts';
import { num } from './numbers.ts';
import { fixedPaint } from './paint.ts';
import type { DiagramPainting } from './painting.ts';
import { svgFile } from './svgFile.ts';
import { lineMarkup } from './textMarkup.ts';

/** CSS px a point: where a page has room for all of a picture, its text is as large as that around it. */
const PX_PER_PT = 96 / 72;

export interface FileOptions extends Pick<DiagramPainting, 'href' | 'lit'> {
  readonly theme: Theme;
  /** BCP 47. */
  readonly language: string;
  /** Families to name, the theme's own first. */
  readonly families: readonly string[];
  /** `@font-face` rules whose fonts are in them, so that the file needs no other. */
  readonly fontFaces: string;
}

/** Around a picture in a file, in points; and the heading above it. */
const MARGIN = 12;
const HEADING = { size: 18, line: 22, gap: 10 } as const;
/** Diagrams have a margin of their own: the heading begins where they do. */
const INSET = diagramSizes.margin;

/** How large the file of a picture is, and where the picture begins in it. */
export function fileFrame({ title, width, height }: Pick<Diagram, 'title' | 'width' | 'height'>) {
  const lines = headingLines(title, width, HEADING.size);
  const left = MARGIN;
  const top = MARGIN + (lines.length === 0 ? 0 : lines.length * HEADING.line + HEADING.gap);
  return { lines, left, top, width: (width + 2 * MARGIN) as Pt, height: (top + height + MARGIN) as Pt };
}

/** A picture as a file of its own, on a ground, under its title, in the colours of the theme. Colours are attributes: no style sheet is needed. */
export function diagramFile(
  diagram: Diagram,
  { theme, language, families, fontFaces, href, lit }: FileOptions,
): string {
  const paint = fixedPaint(theme);
  const { title, alt, direction } = diagram;
  const { lines, left, top, width, height } = fileFrame(diagram);
  const x = direction === 'rtl' ? width - MARGIN - INSET : MARGIN + INSET;
  const heading = lines.map((text, index) => {
    const y = MARGIN + (index + 0.5) * HEADING.line;
    return lineMarkup({ text, x, y, size: HEADING.size, bold: true, anchor: 'start', direction }, paint.part('text'));
  });
  return svgFile(
    { title, alt, direction, language, width, height, families, fontFaces, paint },
    `${heading.join('')}<g transform="translate(${left} ${top})">${diagramMarkup(diagram, { paint, href, ...(lit === undefined ? {} : { lit }) })}</g>`,
  );
}

/** A picture in a page, whose style sheet has the colours and fonts. */
export function diagramInPage(diagram: Diagram, painting: DiagramPainting): string {
  const { width, height, title, direction } = diagram;
  return (
    `<svg width="${num(width * PX_PER_PT)}" height="${num(height * PX_PER_PT)}" viewBox="0 0 ${num(width)} ${num(height)}"` +
    ` direction="${direction}" role="group" aria-label="${escapeXml(title)}">${diagramMarkup(diagram, painting)}</svg>`
  );
}
