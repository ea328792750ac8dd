import { type DrawnSign, drawnSigns } from '../../layout/matrices/signs.ts';
import { signShapes } from './signShapes.ts';

/** Name of the drawing of a sign in a page: `<use href="#sign-0"/>`. */
export const signName = (sign: DrawnSign): string => `sign-${drawnSigns.indexOf(sign)}`;

/** A sign to be drawn many times in one page, in the colour of the text around it. */
export function signSymbol(sign: DrawnSign): string {
  const { fill, line } = signShapes[sign];
  const filled = fill === undefined ? '' : `<path d="${fill}" fill="currentColor"/>`;
  const lined =
    line === undefined
      ? ''
      : `<path d="${line}" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  return `<symbol id="${signName(sign)}" viewBox="0 0 24 24">${filled}${lined}</symbol>`;
}
