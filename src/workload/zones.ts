import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { ArchitectureInput } from '../schema/architectures.ts';
import { problem } from '../source/problem.ts';
import type { Zone } from './model.ts';
import { PictureNames } from './pictureNames.ts';
import { repeatedIds, thingNamed } from './references.ts';
import { slug } from './slug.ts';

/**
 * Zones of an architecture, each in the zone that it names. Problems `WLD004`: an id that stands there twice; `WLD005`:
 * a name that leads nowhere, or to several zones; `WLD006`: a zone that would lie in itself.
 *
 * @param whose the architecture in words, for messages
 * @param at where a key of the architecture stands
 */
export function linkZones(
  inputs: NonNullable<ArchitectureInput['zones']>,
  whose: string,
  at: (way: readonly PropertyKey[]) => Location,
): { readonly zones: readonly Zone[]; readonly problems: readonly Diagnostic[] } {
  const ids = inputs.map(({ id }, nth) => ({ id, location: at(['zones', nth, 'id']) }));
  const problems = repeatedIds('zone', whose, ids);
  const names = new PictureNames<Zone>(inputs.map(({ id }) => id));
  const flat = inputs.map(({ id, name }) => names.add({ id: id ?? names.freeId(slug(name)), name }));
  const parents = new Map<string, string>();
  for (const [nth, { in: parent }] of inputs.entries()) {
    const zone = flat[nth];
    if (parent === undefined || zone === undefined) continue;
    const location = at(['zones', nth, 'in']);
    const named = thingNamed({ what: 'zone', written: parent, whose, location }, names);
    if ('fault' in named) problems.push(named.fault);
    else if (isWithin(named.thing.id, zone.id, parents)) {
      const message = `the zone ${zone.name} would lie in itself`;
      problems.push(problem('WLD006', message, location, 'name a zone that does not lie in it'));
    } else parents.set(zone.id, named.thing.id);
  }
  const zones = flat.map(({ id, name }) => {
    const parent = parents.get(id);
    return { id, name, ...(parent === undefined ? {} : { parent }) };
  });
  return { zones, problems };
}

/** Whether the zone `id` is `outer`, or lies in it. */
function isWithin(id: string, outer: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === outer) return true;
  return false;
}
