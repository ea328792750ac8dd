import type { DrawnSign } from '../../layout/matrices/signs.ts';

/** A sign in a square of 24: what is filled, and what is a line of 2.5 with round ends. */
export interface SignShape {
  readonly fill?: string;
  readonly line?: string;
}

const DISC = 'M12 4A8 8 0 1 1 12 20A8 8 0 1 1 12 4Z';

export const signShapes: Readonly<Record<DrawnSign, SignShape>> = {
  '●': { fill: DISC, line: DISC },
  '○': { line: DISC },
  '◐': { fill: 'M12 4A8 8 0 0 0 12 20Z', line: DISC },
  '—': { line: 'M5 12H19' },
  '→': { line: 'M3 12H21M15 6L21 12L15 18' },
  '←': { line: 'M21 12H3M9 6L3 12L9 18' },
  '↔': { line: 'M3 12H21M15 6L21 12L15 18M9 6L3 12L9 18' },
};
