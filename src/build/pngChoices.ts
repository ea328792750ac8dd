import type { PictureLook } from '../outputs/cardPicture.ts';
import { pngScales } from '../schema/png.ts';
import type { Settings } from '../schema/settings.ts';
import type { BuildChoices } from './choices.ts';
import { UsageError } from './usageError.ts';

/** What PNG cards are like. Throws `UsageError` for a scale that is none. */
export function chosenPictures(choices: BuildChoices, settings: Settings): PictureLook {
  const { palette = false, scale } = settings.png ?? {};
  return { scale: scaleOf(choices.scale) ?? scale ?? 1, palette };
}

function scaleOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const scale = /^\d*\.?\d+$/.test(written) ? Number(written) : Number.NaN;
  const { least, most } = pngScales;
  if (scale >= least && scale <= most) return scale;
  throw new UsageError(`${written} is no scale for PNG cards`, `give a number from ${least} to ${most}: 1 is 300 dpi`);
}
