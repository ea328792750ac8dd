import type { Settings } from '../schema/settings.ts';
import { UsageError } from './usageError.ts';

/**
 * The day on which waivers are judged: `asOf` of the settings, else the UTC day of `SOURCE_DATE_EPOCH`. Undefined
 * without either, since a build does not ask the clock.
 */
export function judgedOn(settings: Settings, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (settings.asOf !== undefined) return settings.asOf;
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return undefined;
  const date = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) {
    throw new UsageError(
      `SOURCE_DATE_EPOCH is not a number of seconds since 1970: ${epoch}`,
      'unset it, or give the time of the last commit: git log -1 --format=%ct',
    );
  }
  return date.toISOString().slice(0, 10);
}
