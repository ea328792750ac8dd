import { colorDistance, oklabOf, visions } from '../../checks/personas/colorDistance.ts';
import { themePatterns } from '../../schema/theme.ts';
import { AA_TEXT, contrast, inkOn, mix } from '../contrast.ts';
import type { TeamStyle, ThemeColors } from '../design.ts';
import type { BrandTemplate } from './model.ts';

/** As many as the themes that ship have; fewer make patterns repeat sooner. */
const MOST = 8;
const FEWEST = 6;
/** From the card that the band stands on, and from each other; less for those who see fewer colours. */
const FROM_SURFACE = 0.12;
const APART = 0.06;
const APART_FOR_FEW = 0.03;

/** The accents that can be told apart, filled up with darker and lighter mixes of them, each with another pattern. */
export function brandTeams(brand: BrandTemplate['colors'], { surface, ink }: ThemeColors): TeamStyle[] {
  const accents = [brand.accent1, brand.accent2, brand.accent3, brand.accent4, brand.accent5, brand.accent6];
  const mixes = [0.35, 0.6].flatMap((amount) => accents.map((accent) => mix(accent, ink, amount)));
  const lighter = accents.map((accent) => mix(accent, surface, 0.4));
  const grays = [0, 0.15, 0.3, 0.45, 0.6, 0.7].map((amount) => mix(ink, surface, amount));
  const chosen: string[] = [];
  const take = (candidates: readonly string[], most: number): void => {
    for (const color of candidates.map(readable))
      if (chosen.length < most && isDistinct(color, [surface], chosen)) chosen.push(color);
  };
  take(accents, FEWEST);
  take([...mixes, ...lighter, brand.tx2, ...grays], MOST);
  // Only where ink and surface are close; patterns tell these teams apart.
  for (let index = 0; chosen.length < FEWEST; index += 1) chosen.push(readable(grays[index % grays.length] ?? ink));
  const patterns = [...themePatterns.filter((pattern) => pattern !== 'plain'), 'plain'] as const;
  return chosen.map((color, index) => ({
    color,
    ink: inkOn(color),
    pattern: patterns[index % patterns.length] ?? 'plain',
  }));
}

/** Middle tones on which neither dark nor white text reads well are darkened a little. */
function readable(color: string): string {
  for (let step = 0; step < 10; step += 1) {
    const darker = mix(color, '#000000', step / 40);
    if (contrast(darker, inkOn(darker)) >= AA_TEXT) return darker;
  }
  return color;
}

function isDistinct(color: string, surfaces: readonly string[], others: readonly string[]): boolean {
  return visions.every((vision) => {
    const place = oklabOf(color, vision);
    const least = vision.deficiency === undefined ? APART : APART_FOR_FEW;
    const far = (other: string, distance: number): boolean => colorDistance(place, oklabOf(other, vision)) >= distance;
    return surfaces.every((one) => far(one, FROM_SURFACE)) && others.every((one) => far(one, least));
  });
}
