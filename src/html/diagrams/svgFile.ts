import { escapeXml } from '../xmlText.ts';
import { num } from './numbers.ts';
import type { DiagramPaint } from './paint.ts';

export interface SvgFile {
  readonly title: string;
  /** What it says, for those who do not see it. */
  readonly alt: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47. */
  readonly language: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Families to name, the theme's own first. */
  readonly families: readonly string[];
  /** `@font-face` rules whose fonts are in them, so that the file needs no other. */
  readonly fontFaces: string;
  readonly paint: DiagramPaint;
}

/** A picture as a file of its own, on a ground. Colours are attributes: no style sheet is needed. */
export function svgFile(file: SvgFile, drawn: string): string {
  const { title, alt, direction, language, width, height, families, fontFaces, paint } = file;
  const fonts = [...families.map((family) => `'${family}'`), 'sans-serif'].join(', ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}pt" height="${num(height)}pt" viewBox="0 0 ${num(width)} ${num(height)}"` +
    ` xml:lang="${escapeXml(language)}" direction="${direction}" font-family="${escapeXml(fonts)}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(alt)}</desc>` +
    (fontFaces === '' ? '' : `<style>${fontFaces}</style>`) +
    `<rect width="100%" height="100%"${paint.part('ground')}/>${drawn}</svg>\n`
  );
}
