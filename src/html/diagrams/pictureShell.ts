import type { Shell } from '../../browser/pool.ts';
import type { Deck } from '../../deck/model.ts';
import { fontFaceCss, type FontSet } from '../../design/fonts.ts';
import { escapeHtml } from '../templates.ts';

/** The document that pictures are swapped into to be captured: the fonts of the deck, and no margin. */
export function pictureShell(
  { faces }: Pick<FontSet, 'faces'>,
  { title, language }: Pick<Deck, 'title' | 'language'>,
): Shell {
  const css = `${fontFaceCss(faces)}\nbody{margin:0}svg{display:block}`;
  return {
    html:
      `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
      `<title>${escapeHtml(title)}</title><style>${css}</style></head><body></body></html>`,
  };
}
