import type { Diagnostic, Location, RelatedLocation } from '../../diagnostics/diagnostic.ts';
import { asList } from '../../schema/fields.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { type Named, NameIndex } from '../../workload/nameIndex.ts';
import { mistakenPartners } from './interactions.ts';
import { NearNames, teamWords } from './nearNames.ts';
import { placeOfItem } from './places.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const severalSpellings: Rule = {
  code: 'PRS002',
  title: 'Name spelled several ways',
  severity: 'warning',
  area: 'personas',
  source: 'use of personas: the same person, team or skill under several names',
  why: 'Two spellings are counted, coloured and linked as two things; an info where they are read as one.',
  fix: 'Use one name, or give the other as an alias in workload.yaml.',
};

/** Whether personas, teams, components, processes and skills have one name each. */
export const spellingCheck: Check = {
  rules: [severalSpellings],
  run: (workload) => kindsOf(workload).flatMap((kind) => [...findVariants(kind), ...findSlips(kind)]),
};

/** One thing with all that cards write for it. */
interface Thing {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether `workload.yaml` declares it: then its name is settled, and it differs from all others there. */
  readonly declared: boolean;
  /** Each way to write it, with the first persona that does and how many do, in order of first mention. */
  readonly spellings: ReadonlyMap<string, Spelling>;
}

interface Spelling {
  readonly persona: Persona;
  readonly count: number;
}

/** Things of which one may be taken for another. */
interface Kind {
  readonly word: string;
  /** Fields of a persona that name them. */
  readonly fields: readonly ('name' | 'team' | 'primaryInteraction' | 'components' | 'processes' | 'skills')[];
  readonly things: readonly Thing[];
  readonly ignored?: ReadonlySet<string>;
  /** What to do when both names are right. */
  readonly otherwise: string;
}

interface Mention {
  readonly text: string;
  readonly persona: Persona;
}

function kindsOf(workload: Workload): Kind[] {
  const { personas, teams, components, processes } = workload;
  const mistaken = mistakenPartners(workload);
  const mentions = (textsOf: (persona: Persona) => readonly string[]): Mention[] =>
    personas.flatMap((persona) => textsOf(persona).map((text) => ({ text, persona })));
  const declare = 'declare both in workload.yaml';
  const keep = 'waive PRS002 in workload.yaml';
  return [
    { word: 'persona', fields: ['name'], things: gatherFree(mentions(({ name }) => [name])), otherwise: keep },
    {
      word: 'team',
      fields: ['team', 'primaryInteraction'],
      // Partners whose name is a mistake are the business of PRS003.
      things: gather(
        teams.filter((team) => !mistaken.has(team)),
        mentions(({ written }) => [...asList(written.team), ...asList(written.primaryInteraction)]),
      ),
      ignored: teamWords,
      otherwise: declare,
    },
    {
      word: 'component',
      fields: ['components'],
      things: gather(
        components,
        mentions(({ written }) => asList(written.components)),
      ),
      otherwise: declare,
    },
    {
      word: 'process',
      fields: ['processes'],
      things: gather(
        processes,
        mentions(({ written }) => asList(written.processes)),
      ),
      otherwise: declare,
    },
    {
      word: 'skill',
      fields: ['skills'],
      things: gatherFree(mentions(({ skills }) => skills.map(({ name }) => name))),
      otherwise: keep,
    },
  ];
}

type Linked = Named & { readonly fieldLocations?: Readonly<Record<string, Location>> };

/** Mentions by the thing that they lead to; a partner that is a persona leads to no team. */
function gather(linked: readonly Linked[], mentions: readonly Mention[]): Thing[] {
  const index = new NameIndex<Linked>();
  for (const thing of linked) index.add(thing);
  return gatherInto(index, mentions);
}

/** The same where nothing is linked: a name is a thing. */
function gatherFree(mentions: readonly Mention[]): Thing[] {
  const index = new NameIndex<Linked>();
  for (const { text } of mentions) index.mention(text, (id, name) => ({ id, name, aliases: [] }));
  return gatherInto(index, mentions);
}

function gatherInto(index: NameIndex<Linked>, mentions: readonly Mention[]): Thing[] {
  const spellings = new Map<Linked, Map<string, Spelling>>(index.things.map((thing) => [thing, new Map()]));
  for (const { text, persona } of mentions) {
    const thing = index.find(text);
    const known = thing && spellings.get(thing);
    const before = known?.get(text);
    known?.set(text, { persona: before?.persona ?? persona, count: (before?.count ?? 0) + 1 });
  }
  return [...spellings].map(([{ id, name, aliases, fieldLocations }, written]) => ({
    id,
    name,
    aliases,
    declared: fieldLocations !== undefined,
    spellings: written,
  }));
}

/** Names that differ in case, accents or punctuation alone: read as one, but cards and lists of skills show both. */
function findVariants(kind: Kind): Diagnostic[] {
  return kind.things
    .filter(({ declared, spellings }) => !declared && spellings.size > 1)
    .flatMap((thing) => {
      const usual = usualName(thing);
      return [...thing.spellings]
        .filter(([text]) => text !== usual && !thing.aliases.includes(text))
        .map(([text, { persona }]) =>
          finding(
            severalSpellings,
            `the ${kind.word} ${usual} is also written ${text}`,
            placeOf(persona, kind, thing, text),
            {
              severity: 'info',
              hint: `write ${usual} everywhere`,
              related: elsewhere(kind, thing, usual),
              about: { persona: persona.id },
            },
          ),
        );
    });
}

/** Names that are read as two things, of which one is most likely the other with a slip in it. */
function findSlips(kind: Kind): Diagnostic[] {
  const near = new NearNames<Thing>(kind.ignored);
  return kind.things.flatMap((thing) => {
    const other = near.find(thing.name);
    for (const name of [thing.name, ...thing.aliases]) near.add(name, thing);
    if (other === undefined) return [];
    const [right, wrong] = isMoreCertain(thing, other) ? [thing, other] : [other, thing];
    const [usual, slip] = [usualName(right), usualName(wrong)];
    const spelling = wrong.spellings.get(slip);
    if (wrong.declared || spelling === undefined) return [];
    const { persona } = spelling;
    const hint = `if they are one, write ${usual} or make ${slip} an alias of it; if not, ${kind.otherwise}`;
    return finding(
      severalSpellings,
      `the ${kind.word} ${slip} is most likely ${usual}`,
      placeOf(persona, kind, wrong, slip),
      { hint, related: elsewhere(kind, right, usual), about: { persona: persona.id } },
    );
  });
}

/** A declared name goes before others, then one that only a file of its own has, then the one that is used more. */
function isMoreCertain(thing: Thing, other: Thing): boolean {
  return certainty(thing) > certainty(other);
}

function certainty(thing: Thing): number {
  return thing.declared ? Number.POSITIVE_INFINITY : usesOf(thing) || Number.MAX_VALUE;
}

function usesOf({ spellings }: Thing): number {
  return [...spellings.values()].reduce((sum, { count }) => sum + count, 0);
}

/** The declared name, else the spelling that is used most. */
function usualName({ name, declared, spellings }: Thing): string {
  if (declared) return name;
  const [[usual] = [name]] = [...spellings].sort(([, a], [, b]) => b.count - a.count);
  return usual;
}

function elsewhere(kind: Kind, thing: Thing, text: string): RelatedLocation[] {
  const spelling = thing.spellings.get(text);
  if (spelling === undefined) return [];
  return [{ message: `written ${text} here`, location: placeOf(spelling.persona, kind, thing, text) }];
}

/** The item of a list as it is written there, else the field that holds the name. */
function placeOf(persona: Persona, kind: Kind, thing: Thing, text: string): Location {
  const { fieldLocations, location, written } = persona;
  for (const field of kind.fields) {
    if (field === 'components')
      return fieldLocations[`components.${thing.id}`] ?? fieldLocations.components ?? location;
    if (field !== 'name' && field !== 'team') return placeOfItem(persona, field, (item) => item === text);
    if (written[field] === text) return fieldLocations[field] ?? location;
  }
  return location;
}
