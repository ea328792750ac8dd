import { closest } from '../diagnostics/didYouMean.ts';
import type { ColumnChoices } from '../tables/matchColumns.ts';
import { type PersonaKey, personaColumns } from '../tables/personaColumns.ts';
import { UsageError } from './usageError.ts';

const keys = personaColumns.map(({ key }) => key);

/** Reads `Column=key`, as often as given. `Column=none` leaves a column out. A column's name may hold `=`. */
export function readColumnChoices(written: readonly string[]): ColumnChoices {
  const choices = new Map<string, PersonaKey | 'none'>();
  for (const one of written) {
    const at = one.lastIndexOf('=');
    const [column, wanted] = [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    if (at < 0 || column === '')
      throw new UsageError(`--map "${one}" is not Column=key`, 'such as --map "Services=components"');
    const key = wanted === 'none' ? wanted : keys.find((known) => known.toLowerCase() === wanted.toLowerCase());
    if (key === undefined) {
      const meant = closest(wanted, keys);
      const list = `keys: ${keys.join(', ')}, or none`;
      throw new UsageError(
        `a persona has no key "${wanted}"`,
        meant === undefined ? list : `did you mean ${meant}? ${list}`,
      );
    }
    choices.set(column, key);
  }
  return choices;
}
