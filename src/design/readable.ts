import { AA_TEXT, contrast } from './contrast.ts';
import type { ThemeColors } from './design.ts';

/** Colours of text. */
export const textColors = ['ink', 'quiet', 'link', 'attention'] as const satisfies readonly (keyof ThemeColors)[];
/** What text may stand on. */
export const backgrounds = [
  'surface',
  'ground',
  'tint',
  'production',
] as const satisfies readonly (keyof ThemeColors)[];

export interface FaintPair {
  readonly text: (typeof textColors)[number];
  readonly background: (typeof backgrounds)[number];
  readonly ratio: number;
}

/** Texts and backgrounds that are too close to read one on the other (WCAG AA). */
export function faintPairs(colors: ThemeColors): FaintPair[] {
  return textColors.flatMap((text) =>
    backgrounds
      .map((background) => ({ text, background, ratio: contrast(colors[text], colors[background]) }))
      .filter(({ ratio }) => ratio < AA_TEXT),
  );
}
