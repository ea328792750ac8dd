import { encode } from 'uqr';
import { QUIET_ZONE } from '../layout/cards/codes.ts';
import { escapeHtml } from './templates.ts';

/** A QR code to be drawn: its modules, row by row. */
export interface QrCode {
  /** Modules along an edge, without the quiet zone. */
  readonly size: number;
  readonly dark: readonly (readonly boolean[])[];
}

/** The least code that holds `address` and can be read with 15 % of it damaged (level M). */
export function qrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  return { size, dark: data };
}

/** Its edge alone, which does not depend on the mask: choosing one takes most of the time. */
export function qrCodeSize(address: string): number {
  return encode(address, { ecc: 'M', border: 0, maskPattern: 0 }).size;
}

/**
 * The code as one path. `patch` draws the quiet zone too, white on grounds that are dark or coloured; without it, the
 * drawing ends with the modules.
 */
export function qrCodeSvg({ size, dark }: QrCode, label: string, patch: boolean): string {
  const [start, edge] = patch ? [-QUIET_ZONE, size + 2 * QUIET_ZONE] : [0, size];
  const ground = patch ? `<path d="M${start} ${start}h${edge}v${edge}h-${edge}z" fill="#fff"/>` : '';
  return (
    `<svg viewBox="${start} ${start} ${edge} ${edge}" role="img" aria-label="${escapeHtml(label)}" ` +
    `shape-rendering="crispEdges">${ground}<path d="${pathOf(dark)}" fill="#000"/></svg>`
  );
}

/** Neighbours in a row are one rectangle. */
function pathOf(dark: QrCode['dark']): string {
  let path = '';
  for (const [y, row] of dark.entries()) {
    let x = 0;
    while (x < row.length) {
      const start = x;
      while (row[x] === true) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
      else x += 1;
    }
  }
  return path;
}
