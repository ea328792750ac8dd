import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { asList } from '../schema/fields.ts';
import type { PersonaInput } from '../schema/persona.ts';
import { problem } from '../source/problem.ts';
import type { Components } from './components.ts';
import type { PersonaEntry } from './documents.ts';
import type { Environments } from './environments.ts';
import type { Component, ImageFile, Persona, Process, Skill } from './model.ts';
import type { NameIndex } from './nameIndex.ts';
import { stemOf } from './slug.ts';
import type { Teams } from './teams.ts';

/** Everything that a persona's names can lead to. */
export interface LinkTargets {
  readonly environments: Environments;
  readonly teams: Teams;
  readonly components: Components;
  readonly processes: NameIndex<Process>;
  readonly images: ReadonlyMap<PersonaEntry, ImageFile>;
}

/**
 * Problems `WLD001`: two personas have the same id, whatever the letter case (tables name personas by it); `WLD002`: two
 * would have the same files, or one's pictures the names of another's.
 */
export function checkUnique(personas: readonly PersonaEntry[]): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const byId = new Map<string, PersonaEntry>();
  const byStem = new Map<string, PersonaEntry>();
  for (const entry of personas) {
    const { id, name } = entry.input;
    const sameId = byId.get(id.toLowerCase());
    const stem = stemOf(id, name);
    const sameStem = byStem.get(stem.toLowerCase());
    if (sameId !== undefined) problems.push(duplicateId(entry, sameId));
    else if (sameStem !== undefined) problems.push(stemClash(entry, sameStem, stem));
    byId.set(id.toLowerCase(), sameId ?? entry);
    byStem.set(stem.toLowerCase(), sameStem ?? entry);
  }
  return [...problems, ...pictureClashes(byStem)];
}

/** What names of pictures have behind the stem: docs/png.md. */
const pictureEnding = /(?:-\d+)?(?:-back|-wide|-thumbnail)?(?:-slice-\d+)?$/;

/** Personas whose pictures would have the names of others: `P1-x` with the back `P1-x-back`, and another `P1-x-back`. */
function pictureClashes(byStem: ReadonlyMap<string, PersonaEntry>): Diagnostic[] {
  return [...byStem].flatMap(([stem, entry]) => {
    const first = byStem.get(stem.replace(pictureEnding, ''));
    return first === undefined || first === entry ? [] : [stemClash(entry, first, stem)];
  });
}

function duplicateId(entry: PersonaEntry, first: PersonaEntry): Diagnostic {
  const { id, name } = entry.input;
  const same = id === first.input.id;
  return {
    ...problem(
      'WLD001',
      same ? `the id ${id} is taken` : `the ids ${id} and ${first.input.id} differ only in letter case`,
      entry.node.locationOf(['id']),
      `give ${name} an id of its own`,
    ),
    related: [{ message: `${first.input.name} has it`, location: first.node.locationOf(['id']) }],
  };
}

function stemClash(entry: PersonaEntry, first: PersonaEntry, stem: string): Diagnostic {
  return {
    ...problem(
      'WLD002',
      `its files would be called ${stem}, as those of another persona`,
      entry.node.locationOf(['id']),
      'make the ids or the names differ in letters or digits',
    ),
    related: [{ message: `${first.input.id} ${first.input.name}`, location: first.node.locationOf(['id']) }],
  };
}

/** Links one persona. */
export function linkPersona(entry: PersonaEntry, targets: LinkTargets): Persona {
  const { input, node } = entry;
  const team = input.team === undefined ? undefined : targets.teams.find(input.team);
  const image = targets.images.get(entry);
  const components = linkComponentList(entry, targets.components);
  return {
    id: input.id,
    name: input.name,
    kind: input.kind ?? 'person',
    stem: stemOf(input.id, input.name),
    ...(team === undefined ? {} : { team }),
    primaryInteraction: uniqueBy(
      asList(input.primaryInteraction).map((name) => targets.teams.interaction(name)),
      (one) => (one.kind === 'team' ? `team ${one.team.id}` : `persona ${one.id}`),
    ),
    components: [...components.keys()],
    processes: uniqueBy(
      asList(input.processes).flatMap((name) => targets.processes.find(name) ?? []),
      ({ id }) => id,
    ),
    skills: asList(input.skills).map(skillOf),
    ...texts(input),
    ...(image === undefined ? {} : { image }),
    ...identityOf(input.identity, targets.environments),
    duties: asList(input.duties),
    ...(input.tools === undefined ? {} : { tools: asList(input.tools) }),
    location: node.locationOf(['id'], 'key'),
    fieldLocations: { ...fieldLocations(entry), ...itemLocations(entry), ...componentLocations(components) },
    written: input,
  };
}

/** Fields that are taken over as they are. */
function texts(input: PersonaInput): Pick<Persona, 'summary' | 'goal' | 'notes' | 'group' | 'sponsor'> {
  const { summary, goal, notes, group, sponsor } = input;
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(goal === undefined ? {} : { goal }),
    ...(notes === undefined ? {} : { notes }),
    ...(group === undefined ? {} : { group }),
    ...(sponsor === undefined ? {} : { sponsor }),
  };
}

/** A name with `{env}` is one for each environment; a name without it stands for all. */
function identityOf(
  written: PersonaInput['identity'],
  environments: Environments,
): Pick<Persona, 'identity' | 'identities'> {
  if (written === undefined) return { identities: {} };
  if (typeof written === 'string') {
    const each = environments.list.map(({ id }) => [id, written.replaceAll('{env}', id)]);
    return { identity: written, identities: Object.fromEntries(each) };
  }
  const each = Object.entries(written).map(([name, identity]) => [environments.find(name)?.id ?? name, identity]);
  return { identity: Object.values(written).join(', '), identities: Object.fromEntries(each) };
}

/** The persona's components with the place of each; one named twice, or by two aliases, stands once. */
function linkComponentList({ input, node }: PersonaEntry, components: Components): Map<Component, Location> {
  const linked = new Map<Component, Location>();
  const isList = Array.isArray(input.components);
  for (const [nth, name] of asList(input.components).entries()) {
    const component = components.index.find(name);
    if (component === undefined || linked.has(component)) continue;
    linked.set(component, node.locationOf(isList ? ['components', nth] : ['components']));
  }
  return linked;
}

function fieldLocations({ node }: PersonaEntry): Record<string, Location> {
  const keys = Object.keys(node.value as object);
  return Object.fromEntries(keys.map((key) => [key, node.locationOf([key], 'key')]));
}

/** Lists of names that are places of findings; components have places by their ids. */
const listFields = ['primaryInteraction', 'processes', 'skills'] as const;

function itemLocations({ input, node }: PersonaEntry): Record<string, Location> {
  const located = listFields.flatMap((field) => {
    const isList = Array.isArray(input[field]);
    return asList<unknown>(input[field]).map(
      (_, nth) => [`${field}.${nth}`, node.locationOf(isList ? [field, nth] : [field])] as const,
    );
  });
  return Object.fromEntries(located);
}

function componentLocations(components: ReadonlyMap<Component, Location>): Record<string, Location> {
  return Object.fromEntries([...components].map(([{ id }, location]) => [`components.${id}`, location]));
}

function skillOf(skill: string | { name: string; level?: string | undefined; learn?: string | undefined }): Skill {
  if (typeof skill === 'string') return { name: skill };
  const { name, level, learn } = skill;
  return { name, ...(level === undefined ? {} : { level }), ...(learn === undefined ? {} : { learn }) };
}

/** The first of each key, in order. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
