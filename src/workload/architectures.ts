import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { ArchitectureInput, PartInput } from '../schema/architectures.ts';
import { asList } from '../schema/fields.ts';
import type { YamlNode } from '../source/yamlDocument.ts';
import { problem } from '../source/problem.ts';
import type { Components } from './components.ts';
import { indexDeclared } from './declared.ts';
import type { Environments } from './environments.ts';
import type { Architecture, Connection, Environment, Part, Persona, Zone } from './model.ts';
import { NameIndex } from './nameIndex.ts';
import type { PersonaNames } from './personaNames.ts';
import { namedPersona, unknownName } from './references.ts';
import { slug } from './slug.ts';

/** Everything that names in an architecture can lead to. */
export interface ArchitectureTargets {
  readonly personas: PersonaNames;
  readonly environments: Environments;
  readonly components: Components;
  /** In the order of the deck. */
  readonly cards: readonly Persona[];
}

/** Links the architectures of `workload.yaml`. Problem `WLD005`: a name that leads nowhere; `WLD006`: zones in a circle. */
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
      const at: Located = (...way) => node?.locationOf(['architectures', index, ...way]) ?? { file: '' };
      return {
        id,
        name,
        aliases,
        ...new ArchitectureLinker(input, at, targets, problems).link(),
        location: at('name'),
      };
    },
  );
  return { list: declared.index.things, problems: [...declared.problems, ...problems] };
}

type Located = (...way: PropertyKey[]) => Location;

class ArchitectureLinker {
  readonly #input: ArchitectureInput;
  readonly #at: Located;
  readonly #targets: ArchitectureTargets;
  readonly #problems: Diagnostic[];
  readonly #whose: string;
  readonly #ids = new Set<string>();
  readonly #zones = new NameIndex<Zone & { readonly aliases: readonly string[] }>();
  readonly #parts = new NameIndex<Part>();

  constructor(input: ArchitectureInput, at: Located, targets: ArchitectureTargets, problems: Diagnostic[]) {
    this.#input = input;
    this.#at = at;
    this.#targets = targets;
    this.#problems = problems;
    this.#whose = `the architecture ${input.name}`;
  }

  link(): Pick<Architecture, 'summary' | 'environment' | 'zones' | 'parts' | 'connections'> {
    const { summary, parts = [], zones = [], connections = [] } = this.#input;
    const environment = this.#environment();
    for (const { id, name } of zones) this.#zones.add({ id: this.#freeId(id ?? slug(name)), name, aliases: [] });
    for (const [index, part] of parts.entries()) this.#addPart(part, undefined, this.#at('parts', index));
    for (const [nth, zone] of zones.entries()) {
      for (const [index, part] of (zone.parts ?? []).entries()) {
        this.#addPart(part, this.#zones.things[nth]?.id, this.#at('zones', nth, 'parts', index));
      }
    }
    const workers = this.#workers();
    return {
      ...(summary === undefined ? {} : { summary }),
      ...(environment === undefined ? {} : { environment }),
      zones: this.#nested(),
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
        unknownName('environment', written, 'the workload', environments.names, this.#at('environment')),
      );
    }
    return found;
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.#ids.has(id); number += 1) id = `${wanted}-${number}`;
    this.#ids.add(id);
    return id;
  }

  /** What stands in two places of the list is one part, in the first of them. */
  #addPart(written: string | PartInput, zone: string | undefined, location: Location): void {
    const { name, id, category } = typeof written === 'string' ? { name: written } : { id: undefined, ...written };
    const component = this.#targets.components.index.find(name);
    if (this.#parts.find(component?.name ?? name) !== undefined) return;
    const icon = category ?? component?.category;
    this.#parts.add({
      id: this.#freeId(id ?? component?.id ?? slug(name)),
      name: component?.name ?? name,
      aliases: [name, ...(component === undefined ? [] : [component.id, ...component.aliases])],
      ...(icon === undefined ? {} : { category: icon }),
      ...(zone === undefined ? {} : { zone }),
      ...(component === undefined ? {} : { component }),
      personas: [],
      location,
    });
  }

  #nested(): Zone[] {
    const parents = new Map<string, string>();
    for (const [nth, { in: parent }] of (this.#input.zones ?? []).entries()) {
      const zone = this.#zones.things[nth];
      if (parent === undefined || zone === undefined) continue;
      const found = this.#zones.find(parent);
      const location = this.#at('zones', nth, 'in');
      if (found === undefined) {
        const offers = this.#zones.things.map(({ name }) => name);
        this.#problems.push(unknownName('zone', parent, this.#whose, offers, location));
      } else if (isWithin(found.id, zone.id, parents)) {
        const message = `the zone ${zone.name} would lie in itself`;
        this.#problems.push(problem('WLD006', message, location, 'name a zone that does not lie in it'));
      } else parents.set(zone.id, found.id);
    }
    return this.#zones.things.map(({ id, name }) => {
      const parent = parents.get(id);
      return { id, name, ...(parent === undefined ? {} : { parent }) };
    });
  }

  #connection(
    { from, to, label, step }: NonNullable<ArchitectureInput['connections']>[number],
    index: number,
  ): Connection[] {
    const [first, last] = [
      this.#partNamed(from, this.#at('connections', index, 'from')),
      this.#partNamed(to, this.#at('connections', index, 'to')),
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
    const found = this.#parts.find(written);
    if (found === undefined) {
      const offers = this.#parts.things.flatMap(({ name, aliases }) => [name, ...aliases]);
      this.#problems.push(unknownName('part', written, this.#whose, offers, location));
    }
    return found;
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
      const found = namedPersona(persona, this.#targets.personas, this.#at('personas', persona));
      if ('fault' in found) {
        this.#problems.push(found.fault);
        continue;
      }
      for (const [index, part] of asList(parts).entries()) {
        const way = Array.isArray(parts) ? ['personas', persona, index] : ['personas', persona];
        const id = this.#partNamed(part, this.#at(...way))?.id;
        if (id !== undefined) named.set(id, (named.get(id) ?? new Set()).add(found.persona.id));
      }
    }
    return ({ id }) => cards.map((card) => card.id).filter((card) => named.get(id)?.has(card) === true);
  }
}

/** Whether the zone `id` is `outer`, or lies in it. */
function isWithin(id: string, outer: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === outer) return true;
  return false;
}
