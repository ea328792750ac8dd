import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { ArchitectureInput, PartInput } from '../schema/architectures.ts';
import { asList } from '../schema/fields.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import type { Components } from './components.ts';
import { indexDeclared } from './declared.ts';
import type { Environments } from './environments.ts';
import type { Architecture, Connection, Environment, Part, Persona, Zone } from './model.ts';
import type { PersonaNames } from './personaNames.ts';
import { PictureNames } from './pictureNames.ts';
import { listedTwice, namedPersona, repeatedIds, thingNamed, unknownName } from './references.ts';
import { slug } from './slug.ts';
import { linkZones } from './zones.ts';

/** Everything that names in an architecture can lead to. */
export interface ArchitectureTargets {
  readonly personas: PersonaNames;
  readonly environments: Environments;
  readonly components: Components;
  /** In the order of the deck. */
  readonly cards: readonly Persona[];
}

/**
 * Links the architectures of `workload.yaml`. Problems `WLD004`: an id or a part that stands there twice; `WLD005`: a
 * name that leads nowhere, or to several things; `WLD006`: zones in a circle.
 */
export function linkArchitectures(
  inputs: readonly ArchitectureInput[] | undefined,
  node: YamlNode | undefined,
  targets: ArchitectureTargets,
): { readonly list: readonly Architecture[]; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  let nth = 0;
  const declared = indexDeclared<ArchitectureInput, Architecture>(
    inputs,
    node,
    'architectures',
    ({ id, name, aliases }, input) => {
      const index = nth;
      nth += 1;
      const at: Located = (way, part) => node?.locationOf(['architectures', index, ...way], part) ?? { file: '' };
      return {
        id,
        name,
        aliases,
        ...new ArchitectureLinker(input, at, targets, problems).link(),
        location: at(['name']),
      };
    },
  );
  return { list: declared.index.things, problems: [...declared.problems, ...problems] };
}

type Located = (way: readonly PropertyKey[], part?: 'key') => Location;

class ArchitectureLinker {
  readonly #input: ArchitectureInput;
  readonly #at: Located;
  readonly #targets: ArchitectureTargets;
  readonly #problems: Diagnostic[];
  readonly #whose: string;
  readonly #parts: PictureNames<Part>;
  readonly #written: readonly WrittenPart[];

  constructor(input: ArchitectureInput, at: Located, targets: ArchitectureTargets, problems: Diagnostic[]) {
    this.#input = input;
    this.#at = at;
    this.#targets = targets;
    this.#problems = problems;
    this.#whose = `the architecture ${input.name}`;
    this.#written = writtenParts(input, at);
    this.#parts = new PictureNames(this.#written.map(({ part }) => part.id));
  }

  link(): Pick<Architecture, 'summary' | 'environment' | 'zones' | 'parts' | 'connections'> {
    const { summary, zones: inputs = [], connections = [] } = this.#input;
    const environment = this.#environment();
    const { zones, problems } = linkZones(inputs, this.#whose, this.#at);
    const ids = this.#written.map(({ part: { id }, idLocation: location }) => ({ id, location }));
    this.#problems.push(...problems, ...repeatedIds('part', this.#whose, ids));
    for (const written of this.#written) {
      this.#addPart(written, written.zone === undefined ? undefined : zones[written.zone]);
    }
    const workers = this.#workers();
    return {
      ...(summary === undefined ? {} : { summary }),
      ...(environment === undefined ? {} : { environment }),
      zones,
      parts: this.#parts.things.map((part) => ({ ...part, personas: workers(part) })),
      connections: connections.flatMap((connection, index) => this.#connection(connection, index)),
    };
  }

  /** The one that is named; else the last production one, or the last of all. */
  #environment(): Environment | undefined {
    const { environments } = this.#targets;
    const written = this.#input.environment;
    if (written === undefined) {
      return environments.list.findLast(({ production }) => production) ?? environments.list.at(-1);
    }
    const found = environments.find(written);
    if (found === undefined) {
      this.#problems.push(
        unknownName('environment', written, 'the workload', environments.names, this.#at(['environment'])),
      );
    }
    return found;
  }

  /** Of what stands in two places, each needs an id of its own: it may be a slip as well as two of a kind. */
  #addPart({ part: { name, id, category }, location }: WrittenPart, zone: Zone | undefined): void {
    const component = this.#targets.components.index.find(name);
    const shown = component?.name ?? name;
    const earlier = this.#parts.find(shown);
    if (id === undefined && this.#parts.hasName(shown)) {
      const message = `${this.#whose} has the part ${shown} twice`;
      const first = earlier.kind === 'found' ? earlier.thing.location : location;
      this.#problems.push(listedTwice(message, 'keep one of the two, or give each an id', location, first));
      return;
    }
    const icon = category ?? component?.category;
    const aliases = component === undefined ? [] : [component.id, ...component.aliases];
    const part: Part = {
      id: id ?? this.#parts.freeId(component?.id ?? slug(name)),
      name: shown,
      aliases,
      ...(icon === undefined ? {} : { category: icon }),
      ...(zone === undefined ? {} : { zone: zone.id }),
      ...(component === undefined ? {} : { component }),
      personas: [],
      location,
    };
    this.#parts.add(part, aliases);
  }

  #connection(
    { from, to, label, step }: NonNullable<ArchitectureInput['connections']>[number],
    index: number,
  ): Connection[] {
    const [first, last] = [
      this.#partNamed(from, this.#at(['connections', index, 'from'])),
      this.#partNamed(to, this.#at(['connections', index, 'to'])),
    ];
    if (first === undefined || last === undefined) return [];
    return [
      {
        from: first.id,
        to: last.id,
        ...(label === undefined ? {} : { label }),
        ...(step === undefined ? {} : { number: step }),
      },
    ];
  }

  #partNamed(written: string, location: Location): Part | undefined {
    const named = thingNamed({ what: 'part', written, whose: this.#whose, location }, this.#parts);
    if ('thing' in named) return named.thing;
    this.#problems.push(named.fault);
    return undefined;
  }

  /** Who works on a part: as the architecture says, or whoever has the component on the card. */
  #workers(): (part: Part) => string[] {
    const written = this.#input.personas;
    const { cards } = this.#targets;
    if (written === undefined) {
      return ({ component }) =>
        component === undefined
          ? []
          : cards.filter(({ components }) => components.includes(component)).map(({ id }) => id);
    }
    const named = new Map<string, Set<string>>();
    for (const [persona, parts] of Object.entries(written)) {
      const found = namedPersona(persona, this.#targets.personas, this.#at(['personas', persona], 'key'));
      if ('fault' in found) {
        this.#problems.push(found.fault);
        continue;
      }
      for (const [index, part] of asList(parts).entries()) {
        const way = Array.isArray(parts) ? ['personas', persona, index] : ['personas', persona];
        const id = this.#partNamed(part, this.#at(way))?.id;
        if (id !== undefined) named.set(id, (named.get(id) ?? new Set()).add(found.persona.id));
      }
    }
    return ({ id }) => cards.map((card) => card.id).filter((card) => named.get(id)?.has(card) === true);
  }
}

interface WrittenPart {
  readonly part: Exclude<PartInput, string>;
  /** Place of its zone among the zones. */
  readonly zone?: number;
  readonly location: Location;
  readonly idLocation: Location;
}

/** Those in no zone, then zone by zone. */
function writtenParts({ parts = [], zones = [] }: ArchitectureInput, at: Located): WrittenPart[] {
  const written = (part: PartInput | string, way: readonly PropertyKey[]): WrittenPart => {
    if (typeof part === 'string') return { part: { name: part }, location: at(way), idLocation: at(way) };
    return { part, location: at([...way, 'name']), idLocation: at([...way, 'id']) };
  };
  return [
    ...parts.map((part, index) => written(part, ['parts', index])),
    ...zones.flatMap((zone, nth) =>
      (zone.parts ?? []).map((part, index) => ({ ...written(part, ['zones', nth, 'parts', index]), zone: nth })),
    ),
  ];
}
