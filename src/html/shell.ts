import type { Shell } from '../browser/pool.ts';
import type { Design } from '../design/design.ts';
import { fontFaceCss, type FontSet } from '../design/fonts.ts';
import { isLandscape, safeOf } from '../design/sizes.ts';
import { directionOf } from '../design/locale.ts';
import type { Mm } from '../design/units.ts';
import { bandHeight, kindPlace, railWidth } from '../layout/cards/band.ts';
import { moduleSize } from '../layout/cards/codes.ts';
import { scaleOf } from '../layout/cards/sizes.ts';
import { escapeHtml, type Templates } from './templates.ts';

export interface ShellOptions {
  readonly title: string;
  readonly bleed: Mm;
  /** Rules after the templates' own: page sizes, sheets. */
  readonly css?: string;
}

/** The document that cards are swapped into: styles of the templates, tokens of the theme, the fonts that the deck needs. */
export function cardShell(design: Design, fonts: FontSet, templates: Templates, options: ShellOptions): Shell {
  const css = [
    fontFaceCss(fonts.faces),
    tokens(design, fonts, options.bleed),
    templates.css('card'),
    options.css ?? '',
  ];
  const orientation = isLandscape(design.card) ? 'landscape' : 'portrait';
  return {
    html:
      `<!doctype html><html lang="${design.language}" dir="${directionOf(design.language)}" class="${orientation}"><head><meta charset="utf-8">` +
      `<title>${escapeHtml(options.title)}</title><style>${css.join('\n')}</style></head><body></body></html>`,
  };
}

function tokens(design: Design, fonts: FontSet, bleed: Mm): string {
  const { colors, fonts: families } = design.theme;
  const stack = (name: string): string => [name, ...fonts.fallbacks].map((family) => `"${family}"`).join(',');
  const properties: [string, string][] = [
    ...Object.entries(colors).map(([name, value]): [string, string] => [name, value]),
    ['font-body', stack(families.body.browser)],
    ['font-heading', stack(families.heading.browser)],
    ['width', `${design.card.width}mm`],
    ['height', `${design.card.height}mm`],
    ['safe', `${safeOf(design.card)}mm`],
    ['bleed', `${bleed}mm`],
    ['band', `${bandHeight(design.card)}pt`],
    ['kind', `${kindPlace(design.card).size}pt`],
    ['kind-gap', `${kindPlace(design.card).gap}pt`],
    ['rail', `${railWidth(design.card)}pt`],
    ['scale', scaleOf(design.card).toFixed(3)],
    ['module', `${moduleSize(design.card).toFixed(5)}mm`],
  ];
  return `:root{${properties.map(([name, value]) => `--${name}:${value}`).join(';')}}`;
}
