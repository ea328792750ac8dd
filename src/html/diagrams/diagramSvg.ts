import type { Theme } from '../../design/design.ts';
import type { Diagram } from '../../layout/diagrams/model.ts';
import { escapeXml } from '../xmlText.ts';
import { diagramMarkup } from './diagramMarkup.ts';
import { num } from './numbers.ts';
import { fixedPaint } from './paint.ts';
import type { DiagramPainting } from './painting.ts';

/** CSS px a point, where a page has all the room that a picture may take: text is then as large as that around it. */
export const PAGE_SCALE = 1.6;

export interface FileOptions extends Pick<DiagramPainting, 'href' | 'lit'> {
  readonly theme: Theme;
  /** BCP 47. */
  readonly language: string;
  /** Families to name, the theme's own first. */
  readonly families: readonly string[];
  /** `@font-face` rules whose fonts are in them, so that the file needs no other. */
  readonly fontFaces: string;
}

/** A picture as a file of its own, on a ground, in the colours of the theme. Colours are attributes: no style sheet is needed. */
export function diagramFile(
  diagram: Diagram,
  { theme, language, families, fontFaces, href, lit }: FileOptions,
): string {
  const paint = fixedPaint(theme);
  const { width, height, title, alt, direction } = diagram;
  const fonts = [...families.map((family) => `'${family}'`), 'sans-serif'].join(', ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}pt" height="${num(height)}pt" viewBox="0 0 ${num(width)} ${num(height)}"` +
    ` xml:lang="${escapeXml(language)}" direction="${direction}" font-family="${escapeXml(fonts)}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(alt)}</desc>` +
    (fontFaces === '' ? '' : `<style>${fontFaces}</style>`) +
    `<rect width="100%" height="100%"${paint.part('ground')}/>` +
    `${diagramMarkup(diagram, { paint, href, ...(lit === undefined ? {} : { lit }) })}</svg>\n`
  );
}

/** A picture in a page, whose style sheet has the colours and fonts; at `PAGE_SCALE`. */
export function diagramInPage(diagram: Diagram, painting: DiagramPainting): string {
  const { width, height, title, direction } = diagram;
  return (
    `<svg width="${num(width * PAGE_SCALE)}" height="${num(height * PAGE_SCALE)}" viewBox="0 0 ${num(width)} ${num(height)}"` +
    ` direction="${direction}" role="group" aria-label="${escapeXml(title)}">${diagramMarkup(diagram, painting)}</svg>`
  );
}
