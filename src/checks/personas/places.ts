import type { Location } from '../../diagnostics/diagnostic.ts';
import { asList } from '../../schema/fields.ts';
import type { Persona } from '../../workload/model.ts';

/** Where a list of a persona has an item that is written as wanted; else the list, else the persona. */
export function placeOfItem(
  { written, fieldLocations, location }: Persona,
  field: 'primaryInteraction' | 'processes' | 'skills',
  isWanted: (text: string) => boolean,
): Location {
  const items = asList<string | { readonly name: string }>(written[field]);
  const nth = items.findIndex((item) => isWanted(typeof item === 'string' ? item : item.name));
  return fieldLocations[`${field}.${nth}`] ?? fieldLocations[field] ?? location;
}
