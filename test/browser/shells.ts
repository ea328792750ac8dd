import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Address of a file of a font package. */
export function fontAddress(file: string): string {
  return pathToFileURL(createRequire(import.meta.url).resolve(`@fontsource/${file}`)).href;
}

export const carlito = fontAddress('carlito/files/carlito-latin-400-normal.woff2');
export const carlitoBold = fontAddress('carlito/files/carlito-latin-700-normal.woff2');

/** A shell with Carlito as body font and `css` after it. */
export function shellWith(css = ''): { html: string } {
  const faces = [
    [400, carlito],
    [700, carlitoBold],
  ].map(([weight, url]) => `@font-face{font-family:Carlito;font-weight:${weight};src:url("${url}") format("woff2")}`);
  const style = `${faces.join('')}body{margin:0;font:16px Carlito}${css}`;
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shell</title><style>${style}</style></head><body></body></html>`,
  };
}
